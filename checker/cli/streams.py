"""What standard input, output and error are like before a command uses them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TextIO


def prepare_streams() -> None:
    """Stand in for those that the caller has closed, and make every text writable.

    A pipe or a file gets UTF-8 whatever the locale says, for so are reports defined. What cannot be
    written, such as a file name that is no text, becomes an escape instead of an error.
    """
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
    sys.stdout = _writable(sys.stdout)
    sys.stderr = _writable(sys.stderr)


def abandon_output() -> None:
    """Throw away what could not be written to standard output, so that Python does not try again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def leave(code: int) -> NoReturn:
    """Exit, and leave it to the system to clean up: Python takes for that about as long as to start.

    Nothing is left to do, for whoever starts a process or makes a file ends it.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # the reader is gone, as the exit code says
            stream.flush()
    os._exit(code)


def _writable(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    encoding = stream.encoding if stream.isatty() else "utf-8"
    # Opened anew: with PYTHONUNBUFFERED, which containers set, Python takes no notice when only a part
    # of a text could be written, as on a full disk: https://github.com/python/cpython/issues/85393.
    return open(stream.fileno(), "w", encoding=encoding, errors="backslashreplace", closefd=False)
