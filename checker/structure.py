"""Holds a document against its JSON Schema and says what is wrong with it.

Readers decode into typed structures, which refuse whatever the schemas refuse and cost next to
nothing; what they refuse comes here, where `jsonschema` finds every error and its place.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from checker import credentials

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jsonschema.exceptions import ValidationError

_MOST_ERRORS = 10  # enough to see what is wrong; a file of another kind has thousands
_MOST_LOOKED_AT = 50
_MOST_BYTES = 64 << 20  # of text: as Python objects it is ten times as large, and jsonschema is slow
_NAMES = {
    "object": "an object",
    "array": "an array",
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


def explain(data: bytes, schema: Path) -> list[tuple[str, str]]:
    """JSON pointer and sentence of errors in `data`, at most ten.

    Empty where the schema finds none, and for text that is too large, or too deeply nested, to say
    more about than its reader did. A sentence never quotes a value, for any value may be a secret.
    """
    import jsonschema  # noqa: PLC0415 - 0.1 s, which only a malformed document costs

    if len(data) > _MOST_BYTES:
        return []
    try:
        tree = json.loads(data, parse_int=_number, parse_float=_number)
        validator = jsonschema.Draft202012Validator(json.loads(schema.read_bytes()))
        errors = list(islice(_leaves(validator.iter_errors(tree)), _MOST_LOOKED_AT))
    except (RecursionError, ValueError):
        return []
    errors.sort(key=lambda error: [f"{step:09}" if isinstance(step, int) else step for step in error.absolute_path])
    explained = dict.fromkeys((_pointer(error), _sentence(error)) for error in errors)  # "required" comes once a key
    return list(explained)[:_MOST_ERRORS]


def _number(text: str) -> int | float:
    """A number, of any length: Python refuses to read integers of more than 4,300 digits."""
    try:
        return int(text)
    except ValueError:
        return float(text)


def _leaves(errors: Iterator[ValidationError]) -> Iterator[Any]:
    """The errors that name a place: those inside an anyOf, of the branch that fits best.

    Typed as `Any`, for jsonschema's own types say of each field of an error that it may be unset.
    """
    from jsonschema.exceptions import best_match  # noqa: PLC0415 - as above

    for error in errors:
        yield best_match([error]) if error.context else error


def _pointer(error: Any) -> str:
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
    pointer = "".join(f"/{step}" for step in steps)
    readable = pointer.encode(errors="replace").decode()  # half a surrogate pair is no text
    return credentials.without(readable, lambda *_: "(sensitive value)")


def _sentence(error: Any) -> str:
    """What was found and what was wanted."""
    wanted = error.validator_value
    match error.validator:
        case "required":
            return f"lacks {', '.join(json.dumps(name) for name in wanted if name not in error.instance)}"
        case "additionalProperties":
            return f"holds a key that is not known; known are {', '.join(sorted(error.schema['properties']))}"
        case _:
            return f"found {_kind(error.instance)}, wanted {_wanted(error.validator, wanted)}"


def _wanted(validator: str, value: Any) -> str:
    match validator:
        case "type":
            return " or ".join(_NAMES[name] for name in ([value] if isinstance(value, str) else value))
        case "enum":
            return f"one of {', '.join(map(str, value))}"
        case "minLength":
            return "one that is not empty"
        case "minimum":
            return f"at least {value}"
        case "pattern":
            return f"one like {value}"
        case _:
            return f"{validator} {json.dumps(value)}"


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    names = ((str, "string"), (dict, "object"), (list, "array"))
    return next((_NAMES[name] for type_, name in names if isinstance(value, type_)), "a number")
