"""The functions that change types and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.terraform.conversions import convert
from checker.terraform.errors import EvaluationError
from checker.terraform.functions.signature import Function, Raw
from checker.terraform.types import BOOL, DYNAMIC, NUMBER, STRING, Type, list_of, map_of, set_of
from checker.terraform.values import SENSITIVE, Value, boolean, unknown

if TYPE_CHECKING:
    from checker.terraform.functions.signature import Context

_SENSITIVE = frozenset({SENSITIVE})


def _to(type_: Type) -> Raw:
    return Raw(lambda arguments, _: convert(arguments[0], type_), 1)


def _sensitive(arguments: list[Value], _: Context) -> Value:
    return arguments[0].marked(_SENSITIVE)


def _nonsensitive(arguments: list[Value], _: Context) -> Value:
    (value,) = arguments
    return Value(value.type, value.data, value.marks - _SENSITIVE)


def _issensitive(arguments: list[Value], _: Context) -> Value:
    (value,) = arguments
    return boolean(SENSITIVE in value.marks) if value.is_known else unknown(BOOL)


def _removed(_: list[Value], context: Context) -> Value:
    name = context.node.name
    raise EvaluationError(f"there is no function {name} any more", None, f"use to{name}([…])")


FUNCTIONS: dict[str, Function] = {
    "ephemeralasnull": Raw(lambda arguments, _: unknown(arguments[0].type, arguments[0].marks), 1),
    "issensitive": Raw(_issensitive, 1),
    "list": Raw(_removed, 0, None),
    "map": Raw(_removed, 0, None),
    "nonsensitive": Raw(_nonsensitive, 1),
    "sensitive": Raw(_sensitive, 1),
    "tobool": _to(BOOL),
    "tolist": _to(list_of(DYNAMIC)),
    "tomap": _to(map_of(DYNAMIC)),
    "tonumber": _to(NUMBER),
    "toset": _to(set_of(DYNAMIC)),
    "tostring": _to(STRING),
}
