"""The functions `format` and `formatlist`, with the verbs of Go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.terraform import numbers
from checker.terraform.conversions import as_bool, as_number, as_text
from checker.terraform.errors import EvaluationError
from checker.terraform.functions.jsontext import encoded
from checker.terraform.functions.signature import UnsureError
from checker.terraform.types import STRING
from checker.terraform.values import (
    NO_MARKS,
    NULL,
    Value,
    deep_marks,
    is_wholly_known,
    list_value,
    string,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.terraform.functions.signature import Context

_VERB = re.compile(
    r"%(?P<flags>[-+ #0]*)(?P<width>[0-9]*)(?:\.(?P<precision>[0-9]*))?(?:\[(?P<index>[0-9]+)\])?(?P<verb>.?)",
    re.DOTALL,
)
_WIDEST = 10_000
_BASES = {"b": "b", "o": "o", "x": "x", "X": "X", "d": "d"}


def format_(arguments: list[Value], context: Context) -> Value:
    """What `format` returns."""
    marks = NO_MARKS.union(*map(deep_marks, arguments))
    if not all(map(is_wholly_known, arguments)) or any(each == NULL for each in arguments):
        return unknown(STRING, marks)  # a null of no type: as in Terraform
    pattern = as_text(arguments[0])
    if pattern.data is None:
        raise EvaluationError("the format is null")
    text = _formatted(pattern.data, arguments[1:])
    context.module.budget.spend_text(len(text), context.node)
    return string(text, marks)


def formatlist(arguments: list[Value], context: Context) -> Value:
    """What `formatlist` returns: one text for each place in its lists; what is no list is the same in all."""
    marks = NO_MARKS.union(*(argument.marks for argument in arguments))
    if not all(argument.is_known for argument in arguments):
        return unknown(list_value(STRING, ()).type, marks.union(*map(deep_marks, arguments)))
    lists = [argument for argument in arguments[1:] if type(argument.data) is tuple]
    sizes = {len(each.data) for each in lists}
    if len(sizes) > 1:
        raise EvaluationError("the lists of formatlist must have the same length")
    if not lists and len(arguments) > 1:
        return list_value(STRING, [format_(arguments, context)], marks)
    rows = range(sizes.pop() if sizes else 1)
    context.module.budget.spend_items(len(rows), context.node)
    found = [format_([each.data[row] if each in lists else each for each in arguments], context) for row in rows]
    return list_value(STRING, found, marks)


def _formatted(pattern: str, arguments: list[Value]) -> str:
    parts: list[str] = []
    end = used = 0
    highest = 0
    for match in _verbs(pattern):
        parts.append(pattern[end : match.start()])
        end = match.end()
        if match["verb"] == "%":
            parts.append("%")
            continue
        used = int(match["index"]) if match["index"] else used + 1
        if not 1 <= used <= len(arguments):
            raise EvaluationError(f"the format asks for argument {used}, and there are {len(arguments)}")
        highest = max(highest, used)
        parts.append(_padded(_written(match, arguments[used - 1]), match))
    if highest < len(arguments) and "[" not in pattern:
        raise EvaluationError(f"there are {len(arguments)} arguments, and the format asks for {highest}")
    return "".join(parts) + pattern[end:]


def _verbs(pattern: str) -> Iterator[re.Match[str]]:
    for match in _VERB.finditer(pattern):
        if not match["verb"]:
            raise EvaluationError("the format ends within a verb")
        yield match


def _written(match: re.Match[str], argument: Value) -> str:
    verb, flags = match["verb"], match["flags"]
    if verb == "v":
        return _default(argument, is_quoted="#" in flags)
    if argument.data is None:
        raise EvaluationError(f"null has no form for %{verb}")
    if verb in "sq":
        return _text(verb, argument, match["precision"])
    if verb == "t":
        return "true" if as_bool(argument).data else "false"
    if verb in _BASES:
        return _whole(verb, flags, argument)
    if verb == "f":
        return _fixed(flags, argument, match["precision"])
    if verb in "eEgG":
        raise UnsureError
    raise EvaluationError(f"%{verb} is no verb of format")


def _default(argument: Value, *, is_quoted: bool) -> str:
    if argument.kind == "string" and argument.data is not None and not is_quoted:
        return str(argument.data)
    return encoded(argument)


def _text(verb: str, argument: Value, precision: str | None) -> str:
    text = str(as_text(argument).data)
    if precision is not None:
        if not text.isascii():
            raise UnsureError
        text = text[: int(precision or 0)]
    if verb == "s":
        return text
    if any(not character.isprintable() for character in text):
        raise UnsureError
    return encoded(string(text)).replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&")


def _whole(verb: str, flags: str, argument: Value) -> str:
    value = as_number(argument).data
    if not isinstance(value, int):
        raise EvaluationError(f"%{verb} takes a whole number")
    text = format(abs(value), _BASES[verb])
    if "#" in flags:
        raise UnsureError
    return _sign(value < 0, flags) + text


def _fixed(flags: str, argument: Value, precision: str | None) -> str:
    from decimal import ROUND_HALF_EVEN, Decimal, localcontext  # noqa: PLC0415 - few formats need it

    value = as_number(argument).data
    digits = 6 if precision is None else int(precision or 0)
    with localcontext(prec=400):
        exact = Decimal(numbers.text(abs(value)))
        text = format(exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_EVEN), "f")
    return _sign(value < 0, flags) + text


def _sign(is_negative: bool, flags: str) -> str:
    return "-" if is_negative else "+" if "+" in flags else " " if " " in flags else ""


def _padded(text: str, match: re.Match[str]) -> str:
    width = int(match["width"] or 0)
    if width > _WIDEST:
        raise EvaluationError(f"the format asks for more than {_WIDEST:,} characters")
    if "-" in match["flags"]:
        return text.ljust(width)
    if "0" in match["flags"] and match["verb"] in "dfboxX":
        sign = text[:1] if text[:1] in "+- " else ""
        return sign + text[len(sign) :].rjust(width - len(sign), "0")
    return text.rjust(width, "0" if "0" in match["flags"] else " ")
