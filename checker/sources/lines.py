"""Finds the lines on which the parts of a JSON text begin."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from checker.sources import jsontext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import msgspec

    from checker.sources.jsontext import Members

# What stands before an item of an array, and before the value of a member of an object.
_BEFORE_ITEM = re.compile(rb"\s*[\[,]\s*")
_BEFORE_VALUE = re.compile(rb'\s*[{,]\s*"(?:[^"\\]|\\.)*"\s*:\s*')
_CHUNK = 1 << 20


class Lines:
    """The lines of the members of one file, and of their items."""

    def __init__(self, data: memoryview, members: Members) -> None:
        self._members = members
        self._first_lines: dict[str, int] = {}  # of members; none where a line says nothing
        if not _is_one_line(data):
            starts = _start_lines(data, members.values(), 1, _BEFORE_VALUE)
            self._first_lines = dict(zip(members, starts, strict=True))

    def of_items(self, name: str, items: list[msgspec.Raw]) -> Iterable[int | None]:
        """The line of each item of the array `name`; None where the file has but one line."""
        if name not in self._first_lines:
            return [None] * len(items)
        return _start_lines(memoryview(self._members[name]), items, self._first_lines[name], _BEFORE_ITEM)

    @staticmethod
    def inside(container: msgspec.Raw, name: str, first_line: int | None) -> Iterator[int | None]:
        """The line of each item of the array `name` in an object that begins on `first_line`."""
        if first_line is None:
            yield from itertools.repeat(None)
        members = jsontext.members(container)
        lines = _start_lines(memoryview(container), members.values(), first_line or 1, _BEFORE_VALUE)
        start = dict(zip(members, lines, strict=True))[name]
        yield from _start_lines(memoryview(members[name]), jsontext.items(members[name]), start, _BEFORE_ITEM)


def _is_one_line(text: memoryview) -> bool:
    last = len(text) - 1
    for start in range(0, len(text), _CHUNK):
        position = bytes(text[start : start + _CHUNK]).find(b"\n")
        if position >= 0:
            return start + position >= last
    return True


def _start_lines(text: memoryview, parts: Iterable[msgspec.Raw], line: int, before: re.Pattern[bytes]) -> Iterable[int]:
    """The line of each part of a container whose text begins on `line`."""
    position = 0
    for part in parts:
        gap = before.match(text, position)
        start = gap.end() if gap else position  # there is always one: the parts are of this very text
        content = bytes(part)
        line += bytes(text[position:start]).count(b"\n")
        yield line
        line += content.count(b"\n")
        position = start + len(content)
