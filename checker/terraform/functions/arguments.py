"""Looks at the arguments of functions of collections; items that are not known yet stay in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.terraform.conversions import convert
from checker.terraform.errors import EvaluationError
from checker.terraform.functions.signature import given
from checker.terraform.types import DYNAMIC, STRING, list_of
from checker.terraform.values import (
    NO_MARKS,
    Value,
    deep_marks,
    is_wholly_known,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.terraform.functions.signature import Context

_LISTS = list_of(STRING)
_LONGEST_RANGE = 1024  # as in Terraform


def all_marks(arguments: Iterable[Value]) -> frozenset[str]:
    """The marks of all, and of all in them."""
    return NO_MARKS.union(*map(deep_marks, arguments))


def not_null(value: Value, context: Context) -> Value:
    """An argument that is not null."""
    return given(value, DYNAMIC, context)


def sequence(value: Value, context: Context, *, what: str = "a list") -> Value:
    """An argument that is a list, set or tuple, or not known."""
    not_null(value, context)
    if value.is_known and type(value.data) is not tuple:
        raise EvaluationError(f"{context.node.name} takes {what}, and this is a {value.kind}")
    return value


def mapping(value: Value, context: Context) -> Value:
    """An argument that is a map or an object, or not known."""
    not_null(value, context)
    if value.is_known and type(value.data) is not dict:
        raise EvaluationError(f"{context.node.name} takes a map or an object, and this is a {value.kind}")
    return value


def is_open(value: Value) -> bool:
    """Whether it is not known how much is in it."""
    return not value.is_known or value.type.is_open or (value.kind == "set" and not is_wholly_known(value))


def as_list(value: Value) -> Value:
    """A tuple or set as a list."""
    return convert(value, list_of(DYNAMIC)) if value.kind != "list" else value
