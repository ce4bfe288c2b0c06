"""Sends byte strings through a pipe, each behind its length."""

from __future__ import annotations

import struct

TYPE_CHECKING = False  # importing it from typing would double the start of the process
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import IO

_LENGTH = struct.Struct("<Q")


def write_frame(stream: IO[bytes], *parts: bytes) -> None:
    """Write one payload, given in parts. Raises `OSError` where the other side is gone."""
    stream.write(_LENGTH.pack(sum(map(len, parts))))
    for part in parts:  # one after the other: together they would be one more copy of a large document
        stream.write(part)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Read one payload; None at the end of the stream, also in the middle of a payload."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    payload = stream.read(length)
    return payload if len(payload) == length else None


def packed(texts: Iterable[str]) -> bytes:
    """Texts in one payload, each behind its length: a process that reads them need not import a JSON parser."""
    encoded = [text.encode() for text in texts]
    return b"".join(part for text in encoded for part in (_LENGTH.pack(len(text)), text))


def unpacked(payload: bytes) -> list[str]:
    """The texts that `packed` was given."""
    texts = []
    offset = 0
    while offset < len(payload):
        (length,) = _LENGTH.unpack_from(payload, offset)
        offset += _LENGTH.size
        texts.append(payload[offset : offset + length].decode())
        offset += length
    return texts
