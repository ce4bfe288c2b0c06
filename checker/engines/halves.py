"""Shares packages evenly between two evaluations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.engines.protocol import Program


def halves(program: Program, packages: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The packages in two parts of about the same work.

    How much there is to do is told well enough by how much text the packages of a part need between them.
    """
    parts: tuple[list[str], list[str]] = ([], [])
    needed: tuple[set[str], set[str]] = (set(), set())
    for package in sorted(packages, key=lambda package: (-_size(program, program.needs[package]), package)):
        needs = program.needs[package]
        first, second = (_size(program, files.union(needs)) for files in needed)
        lighter = 0 if first <= second else 1
        parts[lighter].append(package)
        needed[lighter].update(needs)
    return tuple(parts[0]), tuple(parts[1])


def _size(program: Program, files: Iterable[str]) -> int:
    return sum(len(program.modules[file]) for file in files)
