"""JSON as Terraform writes and reads it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from checker.terraform import numbers
from checker.terraform.errors import EvaluationError
from checker.terraform.values import NULL, Value, boolean, number, object_value, string, tuple_value

if TYPE_CHECKING:
    from checker.terraform.numbers import Number

_FOR_HTML = re.compile("[<>&\u2028\u2029]")
_DEEPEST = "JSON nested too deeply"


def encoded(value: Value) -> str:
    """The JSON text of a wholly known value; what HTML would take for its own is escaped, as Go does."""
    if value.data is None:
        return "null"
    if value.kind == "number":
        return numbers.text(value.data)
    if value.kind == "bool":
        return "true" if value.data else "false"
    if value.kind == "string":
        return _quoted(value.data)
    if type(value.data) is dict:
        members = (f"{_quoted(key)}:{encoded(item)}" for key, item in value.data.items())
        return "{" + ",".join(members) + "}"
    return "[" + ",".join(map(encoded, value.data)) + "]"


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return _FOR_HTML.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)


def decoded(text: str) -> Value:
    """The value that a JSON text means: objects and tuples. Raises `EvaluationError`."""
    try:
        return _value(json.loads(text, parse_float=_number, parse_int=_number, parse_constant=_refuse))
    except RecursionError as error:
        raise EvaluationError(_DEEPEST) from error
    except ValueError as error:
        raise EvaluationError("no valid JSON") from error


def _number(text: str) -> Number:
    found = numbers.parse(text)
    if found is None:
        raise EvaluationError("a number beyond all measure")
    return found


def _refuse(text: str) -> Any:
    raise EvaluationError(f"{text} is no JSON")


def _value(tree: Any) -> Value:
    if isinstance(tree, dict):
        return object_value({key: _value(item) for key, item in tree.items()})
    if isinstance(tree, list):
        return tuple_value(map(_value, tree))
    if isinstance(tree, bool):
        return boolean(tree)
    if tree is None:
        return NULL
    return string(tree) if isinstance(tree, str) else number(tree)
