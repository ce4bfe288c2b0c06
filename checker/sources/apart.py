"""Reads a large file in a copy of this process, and with the copy goes the memory that reading leaves in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.forked import Fork, can_fork
from checker.sources.rows import resources_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Document

LARGE = 128 << 20  # bytes, of which the pieces are as much memory as a small run takes in all


def read_apart(read: Callable[[], Document]) -> Document | None:
    """What `read` returns; None where that was not possible: called here, it does it, or raises what is wrong."""
    import pickle  # noqa: PLC0415 - only large files are read apart

    if not can_fork():
        return None
    try:
        copy = Fork(lambda: _pickled(read()))
    except OSError:
        return None
    with copy:
        written = copy.result()
    if written is None:
        return None
    document: Document
    document, rows = pickle.loads(written)  # noqa: S301 - written by our own process
    return replace(document, resources=tuple(resources_of(rows, document.file)))


def _pickled(document: Document) -> bytes:
    import pickle  # noqa: PLC0415 - as above

    return pickle.dumps((replace(document, resources=()), rows_of(document.resources)), pickle.HIGHEST_PROTOCOL)
