"""What the modules that tfcheck ships say about themselves, known without reading their METADATA.

An entry is found by the SHA-256 of a module's bytes, and says what can be read out of those bytes alone. So none
can be stale: a module that was edited is not found, and its METADATA is read as that of any other.
`make policies` writes the index; a test says when it lacks a module.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from checker.catalogue.metadata import metadata_of, package_of
from checker.catalogue.references import imported_rules, paths_in

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = Path(__file__).with_name("index.jsonl")


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """What a module says about itself."""

    package: str
    metadata: dict[str, Any] | None  # None: it has none before its package
    line: int  # on which METADATA begins
    references: tuple[str, ...]  # paths below `data`, as `References` takes them
    imported: tuple[tuple[int, int, str], ...]  # rules of other packages, as `imported_rules` finds them


def outline_of(content: bytes) -> Outline | None:
    """The outline of a module; None: it is not one of those in the index."""
    return _outlines().get(sha256(content).hexdigest())


def index_of(modules: Iterable[tuple[str, bytes]]) -> bytes:
    """The index of these modules, each given with its path: one line for each, in order of the paths."""
    return b"".join(_line(file, content) for file, content in sorted(modules))


def _line(file: str, content: bytes) -> bytes:
    text = content.decode()
    metadata, line = metadata_of(text) or (None, 1)
    entry = {
        "file": file,  # for those who read the index
        "sha256": sha256(content).hexdigest(),
        "package": package_of(text),
        "line": line,
        "references": paths_in(text),
        "imported": imported_rules(text),
        "metadata": metadata,
    }
    return msgspec.json.encode(entry) + b"\n"


@cache
def _outlines() -> dict[str, Outline]:
    entries = msgspec.json.Decoder().decode_lines(FILE.read_bytes())  # to make a typed decoder takes longer than this
    return {
        entry["sha256"]: Outline(
            package=entry["package"],
            metadata=entry["metadata"],
            line=entry["line"],
            references=tuple(entry["references"]),
            imported=tuple(entry["imported"]),
        )
        for entry in entries
    }
