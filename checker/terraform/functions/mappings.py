"""The functions of maps and objects; items that are not known yet stay in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.terraform.access import element as element_of
from checker.terraform.conversions import as_text, convert
from checker.terraform.errors import EvaluationError
from checker.terraform.functions.arguments import all_marks, is_open, mapping, not_null, sequence
from checker.terraform.functions.signature import Function, Raw
from checker.terraform.types import DYNAMIC, STRING, Type, list_of
from checker.terraform.values import (
    NO_MARKS,
    Value,
    deep_marks,
    is_wholly_known,
    list_value,
    map_value,
    object_value,
    string,
    strings,
    tuple_value,
    unknown,
)

if TYPE_CHECKING:
    from checker.terraform.functions.signature import Context

_LISTS = list_of(STRING)
_LONGEST_RANGE = 1024  # as in Terraform


def _keys(arguments: list[Value], context: Context) -> Value:
    of = mapping(arguments[0], context)
    if is_open(of):
        return unknown(_LISTS, of.marks)
    if of.kind == "object":
        return tuple_value(map(string, of.data), of.marks)
    return strings(of.data, of.marks)


def _values(arguments: list[Value], context: Context) -> Value:
    of = mapping(arguments[0], context)
    if is_open(of):
        return unknown(DYNAMIC, deep_marks(of))
    if of.kind == "object":
        return tuple_value(of.data.values(), of.marks)
    return list_value(of.type.item, of.data.values(), of.marks)


def _lookup(arguments: list[Value], context: Context) -> Value:
    of, key = mapping(arguments[0], context), as_text(not_null(arguments[1], context))
    marks = of.marks | key.marks
    if is_open(of) or not key.is_known:
        if of.is_known and key.is_known and key.data in of.data:
            return element_of(of, key)
        return unknown(DYNAMIC, all_marks(arguments))
    if key.data in of.data:
        return element_of(of, key)
    if len(arguments) == 2:  # noqa: PLR2004 - without a default
        raise EvaluationError("the map has no such key, and lookup no default")
    default = arguments[2]
    return (convert(default, of.type.item) if of.kind == "map" else default).marked(marks)


def _merge(arguments: list[Value], context: Context) -> Value:
    """The later one wins. With a map of which not all is known, nothing of the whole is certain."""
    maps = [mapping(argument, context) for argument in arguments if argument.data is not None]
    marks = NO_MARKS.union(*(each.marks for each in maps))
    if any(is_open(each) for each in maps):
        return unknown(DYNAMIC, all_marks(arguments))
    items: dict[str, Value] = {}
    for each in maps:
        items |= each.data
    context.module.budget.spend_items(len(items), context.node)
    if maps and all(each.kind == "map" and each.type == maps[0].type for each in maps):
        return map_value(maps[0].type.item, items, marks)
    return object_value(items, marks)


def _transpose(arguments: list[Value], context: Context) -> Value:
    of = convert(not_null(arguments[0], context), Type(kind="map", element=_LISTS))
    if not is_wholly_known(of):
        return unknown(of.type, all_marks(arguments))
    found: dict[str, list[str]] = {}
    for key, items in of.data.items():
        for item in items.data:
            found.setdefault(item.data, []).append(key)
    return map_value(_LISTS, {key: strings(sorted(names)) for key, names in found.items()}, all_marks(arguments))


def _zipmap(arguments: list[Value], context: Context) -> Value:
    keys, values = convert(sequence(arguments[0], context), _LISTS), sequence(arguments[1], context)
    if not is_wholly_known(keys) or not values.is_known:
        return unknown(DYNAMIC, all_marks(arguments))
    if len(keys.data) != len(values.data):
        raise EvaluationError("zipmap takes as many keys as values")
    items = {key.data: value for key, value in zip(keys.data, values.data, strict=True)}
    marks = keys.marks | values.marks
    return object_value(items, marks) if values.kind == "tuple" else map_value(values.type.item, items, marks)


FUNCTIONS: dict[str, Function] = {
    "keys": Raw(_keys, 1),
    "lookup": Raw(_lookup, 2, 3),
    "merge": Raw(_merge, 0, None),
    "transpose": Raw(_transpose, 1),
    "values": Raw(_values, 1),
    "zipmap": Raw(_zipmap, 2),
}
