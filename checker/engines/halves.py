"""Shares packages evenly between two evaluations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.engines.protocol import Program


def halves(program: Program, packages: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The packages in two parts of about the same work, with little of it done in both.

    How much there is to do is told well enough by how much text the packages of a part need between them. Each
    comes to the part that has most of what it needs, as long as that part needs no more than half of all text.
    """
    asked = sorted(packages, key=lambda package: (-_size(program, program.needs[package]), package))
    half = _size(program, {file for package in asked for file in program.needs[package]}) / 2
    parts: tuple[list[str], list[str]] = ([], [])
    needed: tuple[set[str], set[str]] = (set(), set())
    sizes = [0, 0]
    for package in asked:
        added = [_size(program, set(program.needs[package]) - files) for files in needed]
        chosen = min((0, 1), key=lambda part: _unfitness(sizes[part], added[part], half))
        parts[chosen].append(package)
        needed[chosen].update(program.needs[package])
        sizes[chosen] += added[chosen]
    return tuple(parts[0]), tuple(parts[1])


def _unfitness(size: int, added: int, half: float) -> tuple[bool, int, int]:
    """How badly a package fits that adds so much to a part of this size; the least is the best."""
    whole = size + added
    return (True, whole, 0) if whole > half else (False, added, size)


def _size(program: Program, files: Iterable[str]) -> int:
    return sum(len(program.modules[file]) for file in files)
