"""Finds where in a JSON file the values of its resources stand."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.errors import UnreadableError
from checker.sources.files import STDIN, give_back, read_bytes
from checker.sources.paths import steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.model import Document

# What stands before an item of an array, and before the value of a member of an object.
_BEFORE_ITEM = re.compile(rb"\s*[\[,]\s*")
_BEFORE_VALUE = re.compile(rb'\s*[{,]\s*"(?:[^"\\]|\\.)*"\s*:\s*')
_ESCAPES = (("~1", "/"), ("~0", "~"))  # of JSON pointers
_CHUNK = 1 << 16
_GIVEN_BACK = 1 << 26  # bytes, after which the memory of a large file that was looked at is given back
_CONTINUATION = bytes(range(0x80, 0xC0))  # all bytes but the first of a character in UTF-8
# Below what a resource's pointer leads to, where its values stand, by the pointer's first step. What
# goes away has those it had.
_VALUES = {
    "resource_changes": ("change/after", "change/before"),
    "resource_drift": ("change/after", "change/before"),
    "deferred_changes": ("resource_change/change/after", "resource_change/change/before"),
    "prior_state": ("values",),
    "values": ("values",),
    "resources": ("attributes",),
    "state": ("state",),  # of the direct engine of Databricks bundles
    "plan": ("new_state/value", "remote_state"),  # of the same
    "resource": ("",),  # of the configuration that a bundle generates
}


class _Value(NamedTuple):
    """A value, with the offset in bytes at which it begins."""

    text: memoryview
    start: int
    pointer: str

    @property
    def is_nothing(self) -> bool:
        return bytes(self.text[:1]) == b"n"


class _Lines:
    """Tells the line and the column at an offset of a text, which it goes through once at most."""

    def __init__(self, text: memoryview) -> None:
        self._text = text
        self._starts = [(1, 1)]  # of each chunk gone through, and of the one behind

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1; columns are counted in characters."""
        index = offset // _CHUNK
        while len(self._starts) <= index:
            end = len(self._starts) * _CHUNK
            self._starts.append(_moved(bytes(self._text[end - _CHUNK : end]), *self._starts[-1]))
            if end % _GIVEN_BACK == 0:
                give_back(self._text)
        return _moved(bytes(self._text[index * _CHUNK : offset]), *self._starts[index])


class JsonPlaces:
    """The places of the values of one file, which is read again when the first is asked for."""

    def __init__(self, document: Document) -> None:
        """Take a document: of whose file the lengths are known, that need not be gone through again."""
        self._document = document
        self._file = document.file
        self._inside: dict[str, dict[str, _Value]] = {}  # by pointer

    def of(self, resource: Location, path: str) -> Location:
        """Where an attribute of a resource stands, else what holds it; `resource` where that cannot be told."""
        try:
            whole = self._walked(self._root, resource.pointer.split("/")[1:])
        except (OSError, UnreadableError, msgspec.DecodeError):  # it is no longer what it was
            return resource
        if whole is None:
            return resource
        found = self._deepest(self._values(whole), steps_of(path)) or whole
        line, column = self._lines.of(found.start)
        return Location(file=self._file, line=line, column=column, pointer=found.pointer)

    @cached_property
    def _root(self) -> _Value:
        if self._file == STDIN or not Path(self._file).is_file():  # a pipe is read once
            raise UnreadableError("cannot be read again", "")
        return _Value(read_bytes(self._file, is_known=True), 0, "")

    @cached_property
    def _lines(self) -> _Lines:
        return _Lines(self._root.text)

    def _values(self, resource: _Value) -> _Value | None:
        for steps in _VALUES.get(resource.pointer.split("/")[1], ()):
            found = self._walked(resource, steps.split("/") if steps else ())
            if found is not None and not found.is_nothing:
                return found
        return None

    def _walked(self, value: _Value, steps: Iterable[str]) -> _Value | None:
        found: _Value | None = value
        for step in steps:
            found = self._children(found).get(_unescaped(step)) if found is not None else None
        return found

    def _deepest(self, values: _Value | None, steps: Iterable[str | int]) -> _Value | None:
        """As far as the steps lead; None where nothing of the first is written."""
        found = values
        for step in steps:
            inner = self._children(found).get(str(step)) if found is not None else None
            if inner is None and step != 0:  # bundles write one block as an object
                break
            found = inner or found
        return None if found is values else found

    def _children(self, value: _Value) -> dict[str, _Value]:
        if value.pointer not in self._inside:
            self._inside[value.pointer] = dict(self._found_in(value))
        return self._inside[value.pointer]

    def _found_in(self, value: _Value) -> Iterator[tuple[str, _Value]]:
        if value is self._root and self._document.lengths:
            return _laid_out(value, self._document.lengths, _BEFORE_VALUE)
        lengths = self._document.item_lengths.get(value.pointer)
        return _items(value, lengths) if lengths else _children(value)


def _children(value: _Value) -> Iterator[tuple[str, _Value]]:
    """What stands in an array or an object, by index or name."""
    text = value.text
    first = bytes(text[:1])
    if first == b"[":
        yield from _items(value, [len(each) for each in jsontext.items(text)])
    elif first == b"{":
        lengths = {name: len(each) for name, each in jsontext.members(text).items()}
        yield from _laid_out(value, lengths, _BEFORE_VALUE)


def _items(array: _Value, lengths: Sequence[int]) -> Iterator[tuple[str, _Value]]:
    """The items of an array, of these lengths; where there is no white space between them, without looking at it."""
    named = {str(index): length for index, length in enumerate(lengths)}
    is_compact = sum(lengths) + len(lengths) + 1 == len(array.text)  # [ , , ]
    return _laid_out(array, named, None if is_compact else _BEFORE_ITEM)


def _laid_out(
    value: _Value, lengths: Mapping[str, int], before: re.Pattern[bytes] | None
) -> Iterator[tuple[str, _Value]]:
    """Those with these names and lengths, in the order in which they stand in an array or an object.

    `before`: what stands before each of them; None: one character. Raises `UnreadableError` where it does not stand
    there, for then the lengths are those of another text.
    """
    position = 0
    for name, length in lengths.items():
        if before is None:
            start = position + 1
        elif gap := before.match(value.text, position):
            start = gap.end()
        else:
            raise UnreadableError("is no longer what it was", "")
        position = start + length
        yield name, _Value(value.text[start:position], value.start + start, f"{value.pointer}/{_escaped(name)}")


def _moved(text: bytes, line: int, column: int) -> tuple[int, int]:
    """The place behind a text that begins at a place; a text may begin and end within a character."""
    last = text.rfind(b"\n")
    if last < 0:
        return line, column + _characters(text)
    return line + text.count(b"\n"), _characters(text[last + 1 :]) + 1


def _characters(text: bytes) -> int:
    """How many begin in it."""
    return len(text if text.isascii() else text.translate(None, _CONTINUATION))


def _escaped(name: str) -> str:
    for escape, character in reversed(_ESCAPES):
        name = name.replace(character, escape)
    return name


def _unescaped(step: str) -> str:
    for escape, character in _ESCAPES:
        step = step.replace(escape, character)
    return step
