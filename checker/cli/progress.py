"""Says on a terminal's last line what is being done."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from checker.reporters.headline import counted
from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.check import Step

_CLEAR = "\r\x1b[2K"  # back to the beginning of the line, and empty it


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[Step], None]]:
    """A function to be told each step; the line is gone at the end. Nothing is shown where nobody watches."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    width = os.get_terminal_size(sys.stderr.fileno()).columns

    def show(step: Step) -> None:
        click.echo(_CLEAR + _line(step, width - 1), nl=False, err=True)

    try:
        yield show
    finally:
        click.echo(_CLEAR, nl=False, err=True)


def _line(step: Step, width: int) -> str:
    before = f"checking {step.number} of {step.files}: " if step.files > 1 else "checking "
    after = f" by {counted(step.policies, 'policy')}" if step.policies else ""
    return before + _fitting(safe(step.file), max(width - len(before) - len(after), 1)) + after


def _fitting(path: str, width: int) -> str:
    """A line that wraps could not be cleared; the end of a path tells more than its beginning."""
    return path if len(path) <= width else "…" + path[len(path) - width + 1 :]
