"""The functions of lists; items that are not known yet stay in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.terraform import numbers
from checker.terraform.conversions import as_bool, as_number, convert, unify
from checker.terraform.errors import EvaluationError
from checker.terraform.functions.arguments import all_marks, as_list, is_open, not_null, sequence
from checker.terraform.functions.signature import Function, Plain, Raw, UnsureError
from checker.terraform.functions.texts import characters
from checker.terraform.types import BOOL, DYNAMIC, NUMBER, STRING, list_of
from checker.terraform.values import (
    NO_MARKS,
    Value,
    boolean,
    equal,
    is_wholly_known,
    list_value,
    number,
    tuple_value,
    unknown,
)

if TYPE_CHECKING:
    from checker.terraform.functions.signature import Context

_LISTS = list_of(STRING)
_LONGEST_RANGE = 1024  # as in Terraform


def _length(arguments: list[Value], context: Context) -> Value:
    (of,) = arguments
    not_null(of, context)
    if is_open(of):
        return unknown(NUMBER, of.marks)
    if of.kind == "string":
        return number(len(characters(of.data)), of.marks)
    if type(of.data) not in (tuple, dict):
        raise EvaluationError(f"a {of.kind} has no length")
    return number(len(of.data), of.marks)


def _truths(arguments: list[Value], context: Context, *, decisive: bool) -> Value:
    of = sequence(arguments[0], context)
    if not of.is_known:
        return unknown(BOOL, of.marks)
    items = [as_bool(item) for item in of.data]
    marks = all_marks(arguments)
    if any(item.data is decisive or (item.data is None and not decisive) for item in items):
        return boolean(decisive, marks)
    return boolean(not decisive, marks) if all(item.is_known for item in items) else unknown(BOOL, marks)


def _alltrue(arguments: list[Value], context: Context) -> Value:
    return _truths(arguments, context, decisive=False)


def _anytrue(arguments: list[Value], context: Context) -> Value:
    return _truths(arguments, context, decisive=True)


def _chunklist(arguments: list[Value], context: Context) -> Value:
    of, size = as_list(sequence(arguments[0], context)), as_number(arguments[1])
    if not of.is_known or not size.is_known:
        return unknown(DYNAMIC, all_marks(arguments))
    if not isinstance(size.data, int) or size.data < 0:
        raise EvaluationError("the size of a chunk is a whole number")
    step = size.data or max(len(of.data), 1)
    parts = [list_value(of.type.item, of.data[at : at + step]) for at in range(0, len(of.data), step)]
    return list_value(list_of(of.type.item), parts, of.marks)


def _coalesce(arguments: list[Value], _: Context) -> Value:
    """The first that is neither null nor ""; an unknown one may be either."""
    common = unify([argument.type for argument in arguments])
    if common is None:
        raise EvaluationError("the arguments of coalesce have types that do not go together")
    for argument in arguments:
        if not argument.is_known:
            return unknown(common, all_marks(arguments))
        found = convert(argument, common)
        if found.data is not None and found.data != "":
            return found
    raise EvaluationError("all arguments of coalesce are null or empty")


def _coalescelist(arguments: list[Value], context: Context) -> Value:
    for argument in arguments:
        if not argument.is_known:
            return unknown(DYNAMIC, all_marks(arguments))
        if len(sequence(argument, context).data):
            return argument
    raise EvaluationError("all arguments of coalescelist are empty")


def _compact(arguments: list[Value], context: Context) -> Value:
    of = convert(sequence(arguments[0], context), _LISTS)
    if not is_wholly_known(of):
        return unknown(_LISTS, all_marks(arguments))
    return list_value(STRING, (item for item in of.data if item.data), of.marks)


def _concat(arguments: list[Value], context: Context) -> Value:
    lists = [sequence(argument, context) for argument in arguments]
    if any(each.kind == "set" for each in lists):
        raise EvaluationError("concat takes lists, and a set has no order", None, "tolist() of it has")
    marks = NO_MARKS.union(*(each.marks for each in lists))
    if not all(each.is_known for each in lists):
        return unknown(DYNAMIC, all_marks(arguments))
    items = [item for each in lists for item in each.data]
    context.module.budget.spend_items(len(items), context.node)
    if all(each.kind == "list" for each in lists):
        common = unify([each.type.item for each in lists])
        if common is not None and (common.kind != "dynamic" or not items):
            return list_value(common, (convert(item, common) for item in items), marks)
    return tuple_value(items, marks)


def _contains(arguments: list[Value], context: Context) -> Value:
    of, wanted = sequence(arguments[0], context), not_null(arguments[1], context)
    marks = all_marks(arguments)
    if not of.is_known:
        return unknown(BOOL, marks)
    answers = [equal(item, wanted) for item in of.data]
    if True in answers:
        return boolean(value=True, marks=marks)
    return unknown(BOOL, marks) if None in answers or not wanted.is_known else boolean(value=False, marks=marks)


def _alike(value: Value, other: Value) -> Value:
    try:
        return convert(value, other.type) if value.kind != other.kind else value
    except EvaluationError:
        return value


def _distinct(arguments: list[Value], context: Context) -> Value:
    of = as_list(sequence(arguments[0], context))
    if not is_wholly_known(of):
        return unknown(of.type, all_marks(arguments))
    kept: list[Value] = []
    context.module.budget.spend(len(of.data) ** 2 // 8, context.node)
    for item in of.data:
        if not any(equal(item, other) for other in kept):
            kept.append(item)
    return list_value(of.type.item, kept, of.marks)


def _element(arguments: list[Value], context: Context) -> Value:
    of, index = sequence(arguments[0], context), as_number(not_null(arguments[1], context))
    if of.kind == "set":
        raise EvaluationError("the items of a set have no index", None, "tolist() of it has")
    if not of.is_known or not index.is_known:
        return unknown(of.type.item if of.kind == "list" else DYNAMIC, of.marks | index.marks)
    if not of.data:
        raise EvaluationError("element of an empty list")
    if not isinstance(index.data, int):
        raise EvaluationError("the index is a whole number")
    if index.data < 0:
        raise UnsureError  # refused by some versions of Terraform
    found: Value = of.data[index.data % len(of.data)]
    return found.marked(of.marks | index.marks)


def _flatten(arguments: list[Value], context: Context) -> Value:
    of = sequence(arguments[0], context)
    marks = of.marks
    found: list[Value] = []
    waiting = [of]
    while waiting:
        value = waiting.pop()
        if type(value.data) is tuple:
            marks |= value.marks
            waiting.extend(reversed(value.data))
        elif not value.is_known and value.kind in ("dynamic", "list", "set", "tuple"):
            return unknown(DYNAMIC, all_marks(arguments))
        else:
            found.append(value)
    return tuple_value(found, marks)


def _index(arguments: list[Value], context: Context) -> Value:
    of, wanted = sequence(arguments[0], context), arguments[1]
    marks = all_marks(arguments)
    if not is_wholly_known(of) or not is_wholly_known(wanted):
        return unknown(NUMBER, marks)
    for place, item in enumerate(of.data):
        if equal(item, wanted):
            return number(place, marks)
    raise EvaluationError("there is no such item")


def _matchkeys(arguments: list[Value], context: Context) -> Value:
    values, keys, wanted = (as_list(sequence(argument, context)) for argument in arguments)
    if not (values.is_known and is_wholly_known(keys) and is_wholly_known(wanted)):
        return unknown(values.type, all_marks(arguments))
    if len(values.data) != len(keys.data):
        raise EvaluationError("values and keys must be as many")
    taken = [
        value
        for value, key in zip(values.data, keys.data, strict=True)
        if any(equal(_alike(each, key), key) for each in wanted.data)
    ]
    return list_value(values.type.item, taken, all_marks([keys, wanted]) | values.marks)


def _one(arguments: list[Value], context: Context) -> Value:
    of = sequence(arguments[0], context)
    if is_open(of):
        return unknown(DYNAMIC, all_marks(arguments))
    if len(of.data) > 1:
        raise EvaluationError("one takes a list of one item or none")
    return of.data[0].marked(of.marks) if of.data else Value(of.type.item, None, of.marks)


def _range(arguments: list[Value], context: Context) -> Value:
    values = [as_number(not_null(argument, context)) for argument in arguments]
    marks = all_marks(arguments)
    if not all(value.is_known for value in values):
        return unknown(list_of(NUMBER), marks)
    first, last = (0, values[0].data) if len(values) == 1 else (values[0].data, values[1].data)
    step = values[2].data if len(values) == 3 else (1 if last >= first else -1)  # noqa: PLR2004 - start, limit, step
    if step == 0:
        raise EvaluationError("the step of range is zero")
    if (last - first) * step < 0:
        raise EvaluationError("the step of range goes away from its limit")
    found: list[Any] = []
    while (first < last) if step > 0 else (first > last):
        if len(found) >= _LONGEST_RANGE:
            raise EvaluationError(f"range makes more than {_LONGEST_RANGE} numbers")
        found.append(first)
        first = numbers.rounded(first + step)
    return list_value(NUMBER, map(number, found), marks)


def _reverse(arguments: list[Value], context: Context) -> Value:
    of = sequence(arguments[0], context)
    if not of.is_known or is_open(of):
        return unknown(DYNAMIC, all_marks(arguments))
    items = tuple(reversed(of.data))
    return tuple_value(items, of.marks) if of.kind == "tuple" else list_value(of.type.item, items, of.marks)


def _slice(arguments: list[Value], context: Context) -> Value:
    of = sequence(arguments[0], context)
    start, end = (as_number(not_null(each, context)) for each in arguments[1:])
    if of.kind == "set":
        raise EvaluationError("a set has no order to be sliced by", None, "tolist() of it has")
    if not (of.is_known and start.is_known and end.is_known):
        return unknown(DYNAMIC, all_marks(arguments))
    if not (isinstance(start.data, int) and isinstance(end.data, int) and 0 <= start.data <= end.data <= len(of.data)):
        raise EvaluationError(f"the slice goes beyond the list, which has {len(of.data)} items")
    items = of.data[start.data : end.data]
    return tuple_value(items, of.marks) if of.kind == "tuple" else list_value(of.type.item, items, of.marks)


def _sort(items: list[str | None]) -> list[str]:
    if None in items:
        raise EvaluationError("sort of a list with null in it")
    return sorted((item for item in items if item is not None), key=lambda text: text.encode(errors="surrogatepass"))


def _sum(items: list[Any]) -> Any:
    if not items:
        raise EvaluationError("sum of an empty list")
    if None in items:
        raise EvaluationError("sum of a list with null in it")
    return numbers.rounded(sum(items))


FUNCTIONS: dict[str, Function] = {
    "alltrue": Raw(_alltrue, 1),
    "anytrue": Raw(_anytrue, 1),
    "chunklist": Raw(_chunklist, 2),
    "coalesce": Raw(_coalesce, 1, None),
    "coalescelist": Raw(_coalescelist, 1, None),
    "compact": Raw(_compact, 1),
    "concat": Raw(_concat, 1, None),
    "contains": Raw(_contains, 2),
    "distinct": Raw(_distinct, 1),
    "element": Raw(_element, 2),
    "flatten": Raw(_flatten, 1),
    "index": Raw(_index, 2),
    "length": Raw(_length, 1),
    "matchkeys": Raw(_matchkeys, 3),
    "one": Raw(_one, 1),
    "range": Raw(_range, 1, 3),
    "reverse": Raw(_reverse, 1),
    "slice": Raw(_slice, 3),
    "sort": Plain(_sort, _LISTS, (_LISTS,)),
    "sum": Plain(_sum, NUMBER, (list_of(NUMBER),)),
}
