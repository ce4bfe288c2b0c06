"""Names the file that is being looked at, on a terminal's last line."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CLEAR = "\r\x1b[2K"  # back to the beginning of the line, and empty it
_CHECKING = "checking "


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A function to be told each file; the line is gone at the end. Nothing is shown where nobody watches."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _: None
        return
    width = os.get_terminal_size(sys.stderr.fileno()).columns

    def show(file: str) -> None:
        click.echo(_CLEAR + _CHECKING + _fitting(safe(file), width - len(_CHECKING) - 1), nl=False, err=True)

    try:
        yield show
    finally:
        click.echo(_CLEAR, nl=False, err=True)


def _fitting(path: str, width: int) -> str:
    """A line that wraps could not be cleared; the end of a path tells more than its beginning."""
    return path if len(path) <= width else "…" + path[len(path) - width + 1 :]
