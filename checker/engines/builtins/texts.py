"""`strings.render_template`, `strings.replace_n` and `strings.count`.

The engine has the last two, but replaces what it has replaced before, and counts matches that overlap.
"""

from __future__ import annotations

import re
from typing import Any

from checker.engines.builtins.arguments import LackingError, text

_ACTION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_FIELDS = re.compile(r"\s*((?:\.[A-Za-z_][A-Za-z0-9_]*)+)\s*")
_UNDEFINED = "<undefined>"


def render_template(template: Any, variables: Any) -> str:
    """The template with its fields filled in; of Go's templates, those that hold nothing but fields."""
    if not isinstance(variables, dict):
        raise ValueError(f"takes an object of variables, not {variables!r}")  # noqa: TRY004 - as in arguments.py
    return _ACTION.sub(lambda action: _shown(_field(action[1], variables)), text(template))


def replace_n(patterns: Any, value: Any) -> str:
    """Each pattern replaced, the first in order of the patterns where several match; never within a replacement."""
    if not isinstance(patterns, dict):
        raise ValueError(f"takes an object of patterns, not {patterns!r}")  # noqa: TRY004 - as in arguments.py
    olds = sorted(map(text, patterns))
    whole, parts, position = text(value), [], 0
    was_empty = False  # after an empty match the next one takes a character
    while position <= len(whole):
        old = next((old for old in olds if (old or not was_empty) and whole.startswith(old, position)), None)
        was_empty = old == ""
        if old is None:
            parts.append(whole[position : position + 1])
            position += 1
        else:
            parts.append(text(patterns[old]))
            position += len(old)
    return "".join(parts)


def count(value: Any, part: Any) -> int:
    """How often the part is in the text, none of them overlapping."""
    return text(value).count(text(part))


def _field(action: str, variables: dict[str, Any]) -> Any:
    fields = _FIELDS.fullmatch(action)
    if fields is None:
        raise LackingError(f"takes only fields such as {{{{.name}}}} in this engine, not {{{{{action}}}}}")
    value: Any = variables
    for name in fields[1][1:].split("."):
        if value is None:
            raise LackingError(f"takes no field {name!r} of null in this engine")
        if not isinstance(value, dict):
            raise ValueError(f"finds no field {name!r} in what is no object")  # noqa: TRY004 - as in arguments.py
        if name not in value:
            return None
        value = value[name]
    return value


def _shown(value: Any) -> str:
    if value is None:
        return _UNDEFINED
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int):
        return str(value)
    raise LackingError("takes only texts, whole numbers and truth values in this engine")
