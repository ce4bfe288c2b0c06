"""Writes the tables of the grammar that tfcheck brings along: `make grammar`, after python-hcl2 or lark changed."""

from __future__ import annotations

import io
import pickle
import zlib
from typing import Any

import msgspec

from checker.hcl import grammar, tables

_WIDEST = (1 << 63) - 1


def text_of(made: Any) -> bytes:
    """What the file holds for a parser that lark made."""
    stream = io.BytesIO()
    made.save(stream)
    tree = pickle.loads(stream.getvalue())  # noqa: S301 - written on the line above
    tree["data"]["options"]["postlex"] = None  # an object, which is given anew whenever they are loaded
    for pattern in (each["pattern"] for each in tree["memo"].values() if "pattern" in each):
        if "_width" in pattern:  # lark compares widths; one that stands for any number is larger than integers are
            pattern["_width"] = [min(each, _WIDEST) for each in pattern["_width"]]
    return tables.key(*grammar.programs()) + zlib.compress(msgspec.msgpack.encode(tree), 9)


if __name__ == "__main__":
    tables.FILE.write_bytes(text_of(grammar.made()))
