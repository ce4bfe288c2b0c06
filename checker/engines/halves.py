"""Shares packages evenly between two evaluations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.engines.protocol import Program


def halves(program: Program, packages: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The packages in two parts of about the same work; those of one folder stay together, since they share rules.

    How much there is to do is told well enough by how much text the packages of a folder need.
    """
    folders: dict[str, list[str]] = {}
    for package in packages:
        folders.setdefault(package.rpartition(".")[0], []).append(package)
    parts: tuple[list[str], list[str]] = ([], [])
    work = [0, 0]
    for size, found in sorted(((_size(program, each), each) for each in folders.values()), reverse=True):
        lighter = 0 if work[0] <= work[1] else 1
        parts[lighter].extend(found)
        work[lighter] += size
    return tuple(parts[0]), tuple(parts[1])


def _size(program: Program, packages: list[str]) -> int:
    files = {file for package in packages for file in program.needs[package]}
    return sum(len(program.modules[file]) for file in files)
