"""The functions of sets; items that are not known yet stay in their place."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from checker.terraform.conversions import convert, unify
from checker.terraform.errors import EvaluationError
from checker.terraform.functions.arguments import all_marks, is_open, sequence
from checker.terraform.functions.signature import Function, Raw
from checker.terraform.types import DYNAMIC, STRING, Type, list_of, set_of
from checker.terraform.values import (
    NO_MARKS,
    Value,
    equal,
    is_wholly_known,
    list_value,
    set_value,
    tuple_value,
    unknown,
)

if TYPE_CHECKING:
    from checker.terraform.functions.signature import Context

_LISTS = list_of(STRING)
_LONGEST_RANGE = 1024  # as in Terraform


def _as_sets(arguments: list[Value], context: Context) -> tuple[Type, list[Value]] | None:
    """The arguments as sets of one type; None: something in them is not known."""
    lists = [sequence(argument, context, what="a set") for argument in arguments]
    if not all(map(is_wholly_known, lists)):
        return None
    parts = [type_ for each in lists for type_ in ([each.type.item] if each.kind != "tuple" else each.type.elements)]
    common = unify([type_ for type_ in parts if type_.kind != "dynamic"]) if parts else DYNAMIC
    if common is None:
        raise EvaluationError("the sets have types that do not go together")
    return common, [convert(each, set_of(common)) for each in lists]


def _set_operation(arguments: list[Value], context: Context, name: str) -> Value:
    found = _as_sets(arguments, context)
    if found is None:
        return unknown(set_of(DYNAMIC), all_marks(arguments))
    type_, sets = found
    items = list(sets[0].data)
    for other in sets[1:]:
        context.module.budget.spend(len(items) * len(other.data) // 8, context.node)
        if name == "union":
            items += other.data
        else:
            wanted = name == "intersection"
            items = [item for item in items if any(equal(item, each) for each in other.data) is wanted]
    return set_value(type_, items, all_marks(arguments))


def _setintersection(arguments: list[Value], context: Context) -> Value:
    return _set_operation(arguments, context, "intersection")


def _setproduct(arguments: list[Value], context: Context) -> Value:
    lists = [sequence(argument, context) for argument in arguments]
    if any(map(is_open, lists)):
        return unknown(DYNAMIC, all_marks(arguments))
    size = 1
    for each in lists:
        size *= len(each.data)
    context.module.budget.spend_items(size * len(lists), context.node)
    elements = [each.type.item if each.kind != "tuple" else unify(each.type.elements) for each in lists]
    marks = NO_MARKS.union(*(each.marks for each in lists))
    rows = [
        tuple_value(convert(item, type_ or DYNAMIC) for item, type_ in zip(row, elements, strict=True))
        for row in product(*(each.data for each in lists))
    ]
    element_type = rows[0].type if rows else DYNAMIC
    if any(each.kind == "set" for each in lists):
        return set_value(element_type, rows, marks)
    return list_value(element_type, rows, marks)


def _setsubtract(arguments: list[Value], context: Context) -> Value:
    return _set_operation(arguments, context, "subtraction")


def _setunion(arguments: list[Value], context: Context) -> Value:
    return _set_operation(arguments, context, "union")


FUNCTIONS: dict[str, Function] = {
    "setintersection": Raw(_setintersection, 1, None),
    "setproduct": Raw(_setproduct, 2, None),
    "setsubtract": Raw(_setsubtract, 2),
    "setunion": Raw(_setunion, 1, None),
}
