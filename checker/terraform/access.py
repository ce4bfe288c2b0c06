"""Looks attributes and elements up in values."""

from __future__ import annotations

from difflib import get_close_matches

from checker.terraform.conversions import convert
from checker.terraform.errors import EvaluationError
from checker.terraform.types import COLLECTIONS, DYNAMIC, NUMBER, STRING, Type
from checker.terraform.values import Value, unknown


def attribute(of: Value, name: str) -> Value:
    """`of.name`. Raises `EvaluationError`."""
    if of.data is None:
        raise EvaluationError(f"null has no attribute {name}")
    if not of.is_known:
        return _of_unknown(of, name)
    if type(of.data) is not dict:
        article = "an" if of.kind[0] in "aeiou" else "a"
        raise EvaluationError(f"{article} {of.kind} has no attributes, such as {name}")
    if name in of.data:
        found: Value = of.data[name]
        return found.marked(of.marks)
    if of.type.is_open:
        return unknown(DYNAMIC, of.marks)
    nearest = get_close_matches(name, of.data, 1)
    raise EvaluationError(f"there is no {name} in it", None, f"did you mean {nearest[0]}?" if nearest else "")


def _of_unknown(of: Value, name: str) -> Value:
    if of.kind == "object" and not of.type.is_open:
        if name not in of.type.attributes:
            raise EvaluationError(f"there is no {name} in it")
        return unknown(of.type.attributes[name], of.marks)
    if of.kind in ("string", "number", "bool", "list", "set", "tuple"):
        raise EvaluationError(f"a {of.kind} has no attributes, such as {name}")
    return unknown(of.type.item if of.kind == "map" else DYNAMIC, of.marks)


def element(of: Value, key: Value) -> Value:
    """`of[key]`. Raises `EvaluationError`."""
    marks = of.marks | key.marks
    if of.data is None or key.data is None:
        raise EvaluationError("null cannot be indexed" if of.data is None else "the index is null")
    if of.kind == "set":
        raise EvaluationError("the items of a set have no index", None, "tolist() of it has")
    if of.kind in ("map", "object"):
        name = convert(key, STRING)
        return attribute(of, name.data).marked(marks) if name.is_known else unknown(_item_type(of), marks)
    if of.kind in ("list", "tuple"):
        return _item(of, convert(key, NUMBER), marks)
    if of.kind != "dynamic":
        raise EvaluationError(f"a {of.kind} cannot be indexed")
    return unknown(DYNAMIC, marks)


def _item(of: Value, key: Value, marks: frozenset[str]) -> Value:
    if not key.is_known or not of.is_known:
        return unknown(_item_type(of), marks)
    if not isinstance(key.data, int):
        raise EvaluationError("an index is a whole number")
    if not 0 <= key.data < len(of.data):
        raise EvaluationError(f"there is no item {key.data}: it has {len(of.data)}")
    found: Value = of.data[key.data]
    return found.marked(marks)


def _item_type(of: Value) -> Type:
    return of.type.item if of.kind in COLLECTIONS else DYNAMIC
