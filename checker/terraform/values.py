"""Values with what is known of them: known, null or unknown; with marks that go wherever the value goes.

A mark is the address of a resource that the value comes from, or says that the value is sensitive.
Links and secrets are found by them: whatever becomes of a value, its marks stay with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from checker.terraform import numbers
from checker.terraform.types import (
    BOOL,
    COLLECTIONS,
    DYNAMIC,
    NUMBER,
    STRING,
    Type,
    list_of,
    map_of,
    object_of,
    set_of,
    tuple_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SENSITIVE = "\0sensitive"  # a mark that is no address
NO_MARKS: frozenset[str] = frozenset()


class _Unknown:
    """What stands for a value that is not known."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = _Unknown()


class Value(msgspec.Struct, frozen=True):
    """A value of Terraform's language.

    `data` is a str, bool, int or Fraction; a tuple of values for lists, sets (in their order) and
    tuples; a dict of values for maps and objects; None for null; `UNKNOWN`.
    """

    type: Type
    data: Any
    marks: frozenset[str] = NO_MARKS

    @property
    def is_known(self) -> bool:
        """Whether it is known itself; what is in it may not be."""
        return self.data is not UNKNOWN

    @property
    def kind(self) -> str:
        """The kind of its type."""
        return self.type.kind

    def marked(self, marks: frozenset[str]) -> Value:
        """The same value with these marks too."""
        return self if marks <= self.marks else Value(self.type, self.data, self.marks | marks)

    def unmarked(self) -> Value:
        """The same value without its own marks."""
        return Value(self.type, self.data) if self.marks else self


def string(text: str, marks: frozenset[str] = NO_MARKS) -> Value:
    """A string."""
    return Value(STRING, text, marks)


def number(value: numbers.Number, marks: frozenset[str] = NO_MARKS) -> Value:
    """A number."""
    return Value(NUMBER, value, marks)


TRUE, FALSE = Value(BOOL, True), Value(BOOL, False)
NULL = Value(DYNAMIC, None)
ANYTHING = Value(DYNAMIC, UNKNOWN)


def boolean(value: bool, marks: frozenset[str] = NO_MARKS) -> Value:
    """True or false."""
    return (TRUE if value else FALSE).marked(marks)


def unknown(type_: Type = DYNAMIC, marks: frozenset[str] = NO_MARKS) -> Value:
    """What is not known but for its type."""
    return Value(type_, UNKNOWN, marks)


def tuple_value(items: Iterable[Value], marks: frozenset[str] = NO_MARKS) -> Value:
    """A tuple of these."""
    data = tuple(items)
    return Value(tuple_of(tuple(item.type for item in data)), data, marks)


def object_value(items: Mapping[str, Value], marks: frozenset[str] = NO_MARKS) -> Value:
    """An object of these; its attributes go by name, as Terraform has them."""
    data = {key: items[key] for key in sorted(items)}
    return Value(object_of({key: item.type for key, item in data.items()}), data, marks)


def open_object(items: Mapping[str, Value], marks: frozenset[str] = NO_MARKS) -> Value:
    """An object which has more attributes than these, of which nothing is known."""
    closed = object_value(items, marks)
    return Value(msgspec.structs.replace(closed.type, is_open=True), closed.data, marks)


def list_value(element: Type, items: Iterable[Value], marks: frozenset[str] = NO_MARKS) -> Value:
    """A list of these, which are of this type."""
    return Value(list_of(element), tuple(items), marks)


def map_value(element: Type, items: Mapping[str, Value], marks: frozenset[str] = NO_MARKS) -> Value:
    """A map of these, which are of this type."""
    return Value(map_of(element), {key: items[key] for key in sorted(items)}, marks)


def set_value(element: Type, items: Iterable[Value], marks: frozenset[str] = NO_MARKS) -> Value:
    """A set of these, which are of this type; the marks of its items are its own, for they are in it by value."""
    unique: dict[Any, Value] = {}
    for item in items:
        marks |= deep_marks(item)
        unique.setdefault(_set_key(item), without_marks(item))
    return Value(set_of(element), tuple(unique[key] for key in sorted(unique)), marks)


def strings(items: Iterable[str], marks: frozenset[str] = NO_MARKS) -> Value:
    """A list of strings."""
    return list_value(STRING, map(string, items), marks)


def is_wholly_known(value: Value) -> bool:
    """Whether nothing in it is unknown."""
    if value.data is UNKNOWN or value.type.is_open:
        return False
    return all(map(is_wholly_known, members(value)))


def members(value: Value) -> Iterable[Value]:
    """The values directly in it."""
    if type(value.data) is tuple:
        return value.data
    return value.data.values() if type(value.data) is dict else ()


def deep_marks(value: Value) -> frozenset[str]:
    """Its marks and those of all in it."""
    return value.marks.union(*map(deep_marks, members(value)))


def without_marks(value: Value) -> Value:
    """The same value with no mark anywhere."""
    if type(value.data) is tuple:
        return Value(value.type, tuple(map(without_marks, value.data)))
    if type(value.data) is dict:
        return Value(value.type, {key: without_marks(item) for key, item in value.data.items()})
    return value.unmarked()


def pairs(value: Value) -> Iterator[tuple[Value, Value]]:
    """Key and value of each element, as a for expression meets them."""
    if type(value.data) is dict:
        return ((string(key), item) for key, item in value.data.items())
    if value.kind == "set":
        return ((item, item) for item in value.data)
    return ((number(index), item) for index, item in enumerate(value.data))


def equal(one: Value, other: Value) -> bool | None:  # noqa: PLR0911 - one answer for each kind
    """Whether two values are equal; None: not known."""
    if (one.data is None) != (other.data is None) and one.is_known and other.is_known:
        return False
    if not (one.is_known and other.is_known):
        return None
    if one.data is None:
        return True
    if one.kind != other.kind or (one.kind in COLLECTIONS and not _may_equal(one.type.item, other.type.item)):
        return False
    if type(one.data) is tuple:
        return _all_equal(one, other, list(zip(one.data, other.data, strict=False)), len(one.data) == len(other.data))
    if type(one.data) is dict:
        shared = [(one.data[key], other.data[key]) for key in one.data.keys() & other.data.keys()]
        return _all_equal(one, other, shared, one.data.keys() == other.data.keys())
    return bool(one.data == other.data)


def _all_equal(one: Value, other: Value, shared: list[tuple[Value, Value]], same_shape: bool) -> bool | None:
    if one.type.is_open or other.type.is_open:
        return None
    if one.kind == "set" and not (is_wholly_known(one) and is_wholly_known(other)):
        return None
    found = [equal(*pair) for pair in shared]
    if not same_shape or False in found:
        return False
    return None if None in found else True


def _may_equal(one: Type, other: Type) -> bool:
    return one == other or "dynamic" in (one.kind, other.kind) or one.kind not in ("string", "number", "bool")


def of_json(tree: Any) -> Value:
    """The value of decoded JSON: objects and tuples."""
    if isinstance(tree, dict):
        return object_value({key: of_json(item) for key, item in tree.items()})
    if isinstance(tree, list):
        return tuple_value(map(of_json, tree))
    if isinstance(tree, bool):
        return boolean(tree)
    if isinstance(tree, str):
        return string(tree)
    return NULL if tree is None else number(numbers.rounded(tree))


def plain(value: Value) -> Any:
    """A wholly known value as Python has it; sets are lists."""
    if type(value.data) is tuple:
        return [plain(item) for item in value.data]
    if type(value.data) is dict:
        return {key: plain(item) for key, item in value.data.items()}
    return value.data


def _set_key(value: Value) -> tuple[Any, ...]:
    """By what Terraform puts the items of a set in order: plain ones by value, all others by their text."""
    if not value.is_known:
        return (2, "?")
    if value.data is None:
        return (1, "~")
    if value.kind == "string":
        return (0, "", value.data.encode(errors="surrogatepass"))
    if value.kind in ("number", "bool"):
        return (0, "", b"", value.data)
    return (0, _set_text(value))


def _set_text(value: Value) -> str:
    if not value.is_known or value.data is None:
        return "~" if value.is_known else "?"
    if value.kind == "string":
        return msgspec.json.encode(value.data).decode()
    if value.kind == "number":
        return numbers.text(value.data)
    if value.kind == "bool":
        return "T" if value.data else "F"
    if value.kind == "map":
        return "{" + "".join(f'"{key}":{_set_text(item)};' for key, item in value.data.items()) + "}"
    inner = "".join(f"{_set_text(item)};" for item in members(value))
    return f"[{inner}]" if value.kind in ("list", "set") else f"<{inner}>"
