"""YAML as Terraform writes and reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.terraform import numbers
from checker.terraform.conversions import text_of
from checker.terraform.errors import EvaluationError
from checker.terraform.functions import jsontext
from checker.terraform.functions.signature import UnsureError
from checker.terraform.values import NULL, Value, boolean, number, object_value, string, tuple_value

if TYPE_CHECKING:
    from collections.abc import Iterator

_LITERALS = {
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?")
# What readers of YAML 1.1 and 1.2 do not agree on.
_UNCERTAIN = re.compile(
    r"[-+.]?[0-9][0-9_:.eE+-]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|<<|=|[yYnN]|[0-9-]+[Tt ].*|0[xob]\w+"
)
_MOST_NODES = 100_000  # also what aliases mean, which may be a billion


def decoded(text: str) -> Value:
    """The value that a YAML text means. Raises `EvaluationError`."""
    import yaml  # noqa: PLC0415 - few configurations read YAML

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise EvaluationError("no valid YAML") from error
    except RecursionError as error:
        raise EvaluationError("YAML nested too deeply") from error
    if root is None:
        raise EvaluationError("no YAML: nothing is there")
    return _value(root, iter(range(_MOST_NODES)), yaml)


def _value(node: Any, budget: Iterator[int], yaml: Any) -> Value:
    if next(budget, None) is None:
        raise UnsureError
    if isinstance(node, yaml.SequenceNode):
        return tuple_value(_value(item, budget, yaml) for item in node.value)
    if isinstance(node, yaml.MappingNode):
        keys = [_key(key, yaml) for key, _ in node.value]
        if len(set(keys)) != len(keys):
            raise UnsureError
        return object_value({key: _value(item, budget, yaml) for key, (_, item) in zip(keys, node.value, strict=True)})
    return _scalar(node)


def _key(node: Any, yaml: Any) -> str:
    key = text_of(_scalar(node)) if isinstance(node, yaml.ScalarNode) and node.value != "<<" else None
    if key is None:
        raise UnsureError
    return key


def _scalar(node: Any) -> Value:
    text, is_plain = node.value, node.style is None
    if not is_plain or node.tag == "tag:yaml.org,2002:str":
        if is_plain and (_UNCERTAIN.fullmatch(text) or text in _LITERALS):
            raise UnsureError
        return string(text)
    if text in _LITERALS:
        literal = _LITERALS[text]
        return NULL if literal is None else boolean(literal)
    if _DECIMAL.fullmatch(text) and (found := numbers.parse(text)) is not None:
        return number(found)
    if _UNCERTAIN.fullmatch(text):
        raise UnsureError
    return string(text)


def encoded(value: Value) -> str:
    """The YAML text of a wholly known value."""
    end = "...\n" if value.data is None or value.kind in ("number", "bool") else ""
    return "\n".join(_lines(value)) + "\n" + end


def _lines(value: Value) -> list[str]:
    if type(value.data) is dict and value.data:
        return [line for key, item in value.data.items() for line in _member(f"{jsontext.encoded(string(key))}:", item)]
    if type(value.data) is tuple and value.data:
        return [line for item in value.data for line in _item(item)]
    if value.kind == "string" and ("\n" in value.data or not value.data.isascii()):
        raise UnsureError
    return [jsontext.encoded(value)]


def _member(key: str, value: Value) -> list[str]:
    lines = _lines(value)
    if not value.data or type(value.data) not in (dict, tuple):
        return [f"{key} {lines[0]}"]
    indent = "  " if type(value.data) is dict else ""
    return [key, *(f"{indent}{line}" for line in lines)]


def _item(value: Value) -> list[str]:
    first, *rest = _lines(value)
    return [f"- {first}", *(f"  {line}" for line in rest)]
