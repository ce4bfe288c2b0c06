"""How a report gets to its place: a file is written whole, or not at all."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from checker.errors import TfcheckError

_MODE = 0o666  # of a new file, less the umask


class UnwrittenError(TfcheckError):
    """A report did not get into its file, after everything was checked."""


def write(content: str | bytes, file: str | None) -> None:
    """Into the file, or to standard output. Raises `UnwrittenError` for a file."""
    if file is None:
        _print(content)
        return
    data = content.encode(errors="backslashreplace") if isinstance(content, str) else content
    try:
        _write_file(data, Path(os.path.realpath(file)))  # what a link leads to, and the link stays
    except OSError as error:
        hint = "the file is as it was before; make room, or name another"
        raise UnwrittenError(f"the report could not be written: {file}: {error.strerror}", hint) from error


def _print(content: str | bytes) -> None:
    if isinstance(content, str):
        sys.stdout.write(content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    sys.stdout.flush()


def _write_file(data: bytes, path: Path) -> None:
    """Beside it first, then in its place in one step: whoever reads it meanwhile sees the old one, or the new."""
    is_there = path.exists()
    if is_there and not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe has no place to take
        path.write_bytes(data)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write_new(data, beside, path.stat().st_mode & 0o777 if is_there else _MODE)
        beside.replace(path)
    except OSError:
        with suppress(FileNotFoundError):
            beside.unlink()
        raise


def _write_new(data: bytes, path: Path, mode: int) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(number, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
