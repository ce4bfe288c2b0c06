"""The functions of numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from checker.terraform import numbers
from checker.terraform.errors import EvaluationError
from checker.terraform.functions.signature import Function, Plain, UnsureError
from checker.terraform.types import NUMBER, STRING

if TYPE_CHECKING:
    from checker.terraform.numbers import Number

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LARGEST_BASE = 62
_CASELESS_BASE = 36


def _of_float(value: float) -> Number:
    found = numbers.parse(repr(value))
    if found is None:
        raise UnsureError
    return found


def _log(value: Number, base: Number) -> Number:
    try:
        return _of_float(math.log(value) / math.log(base))
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        raise UnsureError from error  # infinite


def _pow(base: Number, exponent: Number) -> Number:
    try:
        return _of_float(math.pow(base, exponent))
    except (ValueError, OverflowError) as error:
        raise UnsureError from error


def _parseint(text: str, base: Number) -> Number:
    if base not in range(2, _LARGEST_BASE + 1):
        raise EvaluationError("the base must be a whole number from 2 to 62")
    digits = text.removeprefix("-").removeprefix("+") if text[:1] in "+-" else text
    digits = digits.lower() if base <= _CASELESS_BASE else digits
    places = [_DIGITS.find(digit) for digit in digits]
    if not places or not all(0 <= place < base for place in places):
        raise EvaluationError(f"this text is no whole number to base {base}")
    found = 0
    for place in places:
        found = found * int(base) + place
    return -found if text.startswith("-") else found


def _signum(value: Number) -> Number:
    if not isinstance(value, int):
        raise EvaluationError("signum takes a whole number")
    return (value > 0) - (value < 0)


def _most(*values: Any) -> Any:
    return max(values)


def _least(*values: Any) -> Any:
    return min(values)


FUNCTIONS: dict[str, Function] = {
    "abs": Plain(abs, NUMBER, (NUMBER,)),
    "ceil": Plain(math.ceil, NUMBER, (NUMBER,)),
    "floor": Plain(math.floor, NUMBER, (NUMBER,)),
    "log": Plain(_log, NUMBER, (NUMBER, NUMBER)),
    "max": Plain(_most, NUMBER, (NUMBER,), NUMBER),
    "min": Plain(_least, NUMBER, (NUMBER,), NUMBER),
    "parseint": Plain(_parseint, NUMBER, (STRING, NUMBER)),
    "pow": Plain(_pow, NUMBER, (NUMBER, NUMBER)),
    "signum": Plain(_signum, NUMBER, (NUMBER,)),
}
