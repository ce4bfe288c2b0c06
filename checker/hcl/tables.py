"""Reads the tables of the grammar that tfcheck brings along; making them takes seconds on every fresh machine.

They are for the python-hcl2 and the lark that they were made with (`checker.hcl.tabling`); with others they are
passed over. They are plain data: unlike what lark keeps itself, nothing is unpickled.
"""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from typing import Any

import msgspec

FILE = Path(__file__).with_name("tables.bin")
_DIGEST = 20  # bytes at the beginning of the file


def shipped(grammar: bytes, lark: str) -> dict[str, Any] | None:
    """The tables of this grammar for this version of lark; None: they have to be made."""
    try:
        data = FILE.read_bytes()
    except OSError:
        return None
    if data[:_DIGEST] != key(grammar, lark):
        return None
    try:
        tables: dict[str, Any] = msgspec.msgpack.decode(zlib.decompress(data[_DIGEST:]))
    except (zlib.error, msgspec.DecodeError):  # whatever happened to it, they can be made
        return None
    return tables


def key(grammar: bytes, lark: str) -> bytes:
    """What tables are for."""
    return hashlib.blake2b(grammar + lark.encode(), digest_size=_DIGEST).digest()
