"""Tells problems on standard error, for commands that make no report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Problem


def tell_problems(problems: Iterable[Problem]) -> None:
    """Each with its place and its hint."""
    for problem in problems:
        place = f"{problem.location}: " if problem.location else ""
        click.echo(safe(f"tfcheck: {place}{problem.message}"), err=True)
        if problem.hint:
            click.echo(safe(f"hint: {problem.hint}"), err=True)
