"""Applies the write-ahead file that a deployment leaves behind when it breaks off.

https://github.com/databricks/cli/tree/main/bundle/direct/dstate: the first line says which state it
continues, every other one is a resource, `{"k": key, "v": entry}`, or without `v` one that is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from checker.sources import jsontext
from checker.sources.bundles.entries import Entry
from checker.sources.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable


class _Header(msgspec.Struct):
    lineage: str = ""
    serial: int = 0


def apply(
    text: bytes,
    entries: dict[str, Entry],
    state: tuple[str, int],
    complain: Callable[[str, str], None],
) -> bool:
    """Bring `entries` up to date; `state` is their lineage and serial. Whether there was anything to bring."""
    first, _, rest = text.partition(b"\n")
    try:
        header = jsontext.convert(first, _Header)
    except (UnreadableError, msgspec.ValidationError):
        complain("the write-ahead file beside the state has no header", "deploy the bundle again, which mends it")
        return False
    if not _continues(header, state, complain):
        return False
    for number, line in enumerate(rest.splitlines(), start=2):
        if line.strip():
            _apply_line(line, number, entries, complain)
    return True


def _continues(header: _Header, state: tuple[str, int], complain: Callable[[str, str], None]) -> bool:
    """Whether it goes on from this state; an older one was applied already, as the CLI sees it."""
    lineage, serial = state
    if lineage and header.lineage != lineage:
        complain("the write-ahead file is of another state", "remove it where it does not belong")
        return False
    if header.serial > serial + 1:
        complain("the write-ahead file continues a later state than this", "fetch the state again")
        return False
    return header.serial == serial + 1


def _apply_line(line: bytes, number: int, entries: dict[str, Entry], complain: Callable[[str, str], None]) -> None:
    try:
        members = jsontext.members(line)
        key = jsontext.value(members["k"])
        if "v" in members and bytes(members["v"]) != b"null":
            entries[key] = jsontext.convert(members["v"], Entry)
        else:
            entries.pop(key, None)
    except (KeyError, UnreadableError, msgspec.ValidationError):
        complain(f"line {number} of the write-ahead file cannot be read", "deploy the bundle again, which mends it")
