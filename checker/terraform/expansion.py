"""Tells the instances of a resource or module from its count or for_each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.terraform.conversions import as_number
from checker.terraform.errors import EvaluationError
from checker.terraform.run import MOST_INSTANCES
from checker.terraform.types import NUMBER, STRING
from checker.terraform.values import Value, deep_marks, number, object_value, string, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.hcl.tree import Attribute, Body
    from checker.terraform.scope import Scope
    from checker.terraform.trying import Trying


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance; `names` is what each and count mean in it."""

    key: str | int | None  # None: there is only the one, or it is not known how many
    names: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instances:
    """All instances."""

    kind: str  # single, count, for_each, unknown: how many there are is not known, and one stands for all
    each: tuple[Instance, ...]


SINGLE = Instances("single", (Instance(None),))


def expand(body: Body, scope: Scope, trying: Trying) -> Instances:
    """The instances that a body asks for."""
    count, for_each = body.attribute("count"), body.attribute("for_each")
    if count is not None and for_each is not None:
        trying.note("count and for_each exclude each other", for_each)
    if for_each is not None:
        collection = trying.evaluate(for_each.expression, scope)
        return _checked(_by_key, trying, for_each, collection)
    if count is not None:
        value = trying.evaluate(count.expression, scope)
        return _checked(_by_number, trying, count, value)
    return SINGLE


def _checked(make: Callable[[Value], Instances], trying: Trying, node: Attribute, value: Value) -> Instances:
    try:
        return make(value)
    except EvaluationError as error:
        trying.note(error.message, node, error.hint)
        return _some(node.name, value)


def _by_number(value: Value) -> Instances:
    if value.data is None:
        raise EvaluationError("count is null")
    value = as_number(value)
    if not value.is_known:
        return _some("count", value)
    if not isinstance(value.data, int) or value.data < 0:
        raise EvaluationError("count is a whole number, and not negative")
    if value.data > MOST_INSTANCES:
        raise EvaluationError(f"count asks for {value.data:,} instances: at most {MOST_INSTANCES:,} are looked at")
    counts = ({"count": object_value({"index": number(index, value.marks)})} for index in range(value.data))
    return Instances("count", tuple(Instance(index, names) for index, names in enumerate(counts)))


def _by_key(value: Value) -> Instances:
    if value.data is None:
        raise EvaluationError("for_each is null")
    if not value.is_known or value.type.is_open:
        return _some("for_each", value)
    if value.kind == "set":
        if not all(item.is_known for item in value.data):
            return _some("for_each", value)
        if not all(item.kind == "string" and item.data is not None for item in value.data):
            raise EvaluationError("for_each takes a set of strings, and these are others")
        pairs = [(str(item.data), item) for item in value.data]
    elif type(value.data) is dict:
        pairs = list(value.data.items())
    else:
        raise EvaluationError(f"for_each takes a map or a set of strings, and this is a {value.kind}", None, "toset(…)")
    if len(pairs) > MOST_INSTANCES:
        raise EvaluationError(f"for_each asks for {len(pairs):,} instances: at most {MOST_INSTANCES:,} are looked at")
    return Instances("for_each", tuple(Instance(key, _each(key, item, value.marks)) for key, item in pairs))


def _each(key: str, item: Value, marks: frozenset[str]) -> dict[str, Value]:
    return {"each": object_value({"key": string(key, marks), "value": item.marked(marks)})}


def _some(kind: str, value: Value) -> Instances:
    """One that stands for all, of which neither number nor keys are known."""
    marks = deep_marks(value)
    if kind == "count":
        return Instances("unknown", (Instance(None, {"count": object_value({"index": unknown(NUMBER, marks)})}),))
    item = value.type.item if value.kind == "map" else None
    each = {"key": unknown(STRING, marks), "value": unknown(item, marks) if item else unknown(marks=marks)}
    return Instances("unknown", (Instance(None, {"each": object_value(each)}),))
