"""Finds where in a JSON file the values of its resources stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.errors import UnreadableError
from checker.sources.files import STDIN, read_bytes
from checker.sources.paths import steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What stands before an item of an array, and before the value of a member of an object.
_BEFORE_ITEM = re.compile(rb"\s*[\[,]\s*")
_BEFORE_VALUE = re.compile(rb'\s*[{,]\s*"(?:[^"\\]|\\.)*"\s*:\s*')
_ESCAPES = (("~1", "/"), ("~0", "~"))  # of JSON pointers
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
    """A value, with where it begins; lines and columns count from 1."""

    text: msgspec.Raw | memoryview
    line: int
    column: int
    pointer: str

    @property
    def is_nothing(self) -> bool:
        return bytes(self.text[:1] if isinstance(self.text, memoryview) else memoryview(self.text)[:1]) == b"n"


class JsonPlaces:
    """The places of the values of one file, which is read again when the first is asked for."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._root: _Value | None = None
        self._inside: dict[str, dict[str, _Value]] = {}  # by pointer

    def of(self, resource: Location, path: str) -> Location:
        """Where an attribute of a resource stands, else what holds it; `resource` where that cannot be told."""
        try:
            whole = self._walked(self._whole(), resource.pointer.split("/")[1:])
        except (OSError, UnreadableError, msgspec.DecodeError):  # it is no longer what it was
            return resource
        if whole is None:
            return resource
        found = self._deepest(self._values(whole), steps_of(path)) or whole
        return Location(file=self._file, line=found.line, column=found.column, pointer=found.pointer)

    def _whole(self) -> _Value:
        if self._root is None:
            if self._file == STDIN or not Path(self._file).is_file():  # a pipe is read once
                raise UnreadableError("cannot be read again", "")
            self._root = _Value(read_bytes(self._file), 1, 1, "")
        return self._root

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
            self._inside[value.pointer] = dict(_children(value))
        return self._inside[value.pointer]


def _children(value: _Value) -> Iterator[tuple[str, _Value]]:
    """What stands in an array or an object, by index or name."""
    text = memoryview(value.text)
    first = bytes(text[:1])
    if first not in (b"[", b"{"):
        return
    if first == b"[":
        named, before = {str(index): each for index, each in enumerate(jsontext.items(text))}, _BEFORE_ITEM
    else:
        named, before = jsontext.members(text), _BEFORE_VALUE
    position, line, column = 0, value.line, value.column
    for name, part in named.items():
        gap = before.match(text, position)
        start = gap.end() if gap else position  # there is always one: the parts are of this very text
        line, column = _moved(bytes(text[position:start]), line, column)
        yield name, _Value(part, line, column, f"{value.pointer}/{_escaped(name)}")
        line, column = _moved(bytes(part), line, column)
        position = start + len(part)


def _moved(text: bytes, line: int, column: int) -> tuple[int, int]:
    """The place behind a text that begins at a place; columns are counted in characters."""
    last = text.rfind(b"\n")
    if last < 0:
        return line, column + len(text.decode(errors="replace"))
    return line + text.count(b"\n"), len(text[last + 1 :].decode(errors="replace")) + 1


def _escaped(name: str) -> str:
    for escape, character in reversed(_ESCAPES):
        name = name.replace(character, escape)
    return name


def _unescaped(step: str) -> str:
    for escape, character in _ESCAPES:
        step = step.replace(escape, character)
    return step
