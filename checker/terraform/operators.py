"""What the operators of the language do."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.terraform import numbers
from checker.terraform.conversions import as_bool, as_number
from checker.terraform.errors import EvaluationError
from checker.terraform.types import BOOL, NUMBER
from checker.terraform.values import Value, boolean, deep_marks, equal, number, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.terraform.numbers import Number


def _divide(left: Number, right: Number) -> Number | None:
    """None: an infinite number, which no attribute can hold."""
    if right == 0:
        return None
    return numbers.rounded(Fraction(left) / Fraction(right))


def _remainder(left: Number, right: Number) -> Number | None:
    """With the sign of the left side, as in Go."""
    if right == 0:
        return None
    quotient = Fraction(left) / Fraction(right)
    whole = quotient.numerator // quotient.denominator
    if quotient < 0 and quotient.denominator != 1:
        whole += 1
    return numbers.rounded(left - numbers.rounded(right * whole))


_ARITHMETIC: dict[str, Callable[[Number, Number], Number | None]] = {
    "+": lambda left, right: numbers.rounded(left + right),
    "-": lambda left, right: numbers.rounded(left - right),
    "*": lambda left, right: numbers.rounded(left * right),
    "/": _divide,
    "%": _remainder,
}
_COMPARISONS: dict[str, Callable[[Number, Number], bool]] = {
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
}


def binary(operator: str, left: Value, right: Value) -> Value:
    """The result of an operator between two values. Raises `EvaluationError`."""
    if operator in {"==", "!="}:
        return _equality(left, right, negate=operator == "!=")
    if operator in {"&&", "||"}:
        return _logical(left, right, decisive=operator == "||")
    left, right = (_operand(as_number(side)) for side in (left, right))
    marks = left.marks | right.marks
    if not (left.is_known and right.is_known):
        return unknown(NUMBER if operator in _ARITHMETIC else BOOL, marks)
    if operator in _ARITHMETIC:
        result = _ARITHMETIC[operator](left.data, right.data)
        return unknown(NUMBER, marks) if result is None else number(result, marks)
    return boolean(_COMPARISONS[operator](left.data, right.data), marks)


def unary(operator: str, of: Value) -> Value:
    """The result of an operator before a value. Raises `EvaluationError`."""
    value = _operand(as_bool(of) if operator == "!" else as_number(of))
    if not value.is_known:
        return value
    return Value(value.type, not value.data if operator == "!" else -value.data, value.marks)


def _equality(left: Value, right: Value, *, negate: bool) -> Value:
    marks = deep_marks(left) | deep_marks(right)
    answer = equal(left, right)
    return unknown(BOOL, marks) if answer is None else boolean(answer is not negate, marks)


def _logical(left: Value, right: Value, *, decisive: bool) -> Value:
    """A side that decides alone does so, whatever the other one will be."""
    left, right = (_operand(as_bool(side)) for side in (left, right))
    marks = left.marks | right.marks
    if decisive in (left.data, right.data):
        return boolean(decisive, marks)
    if not (left.is_known and right.is_known):
        return unknown(BOOL, marks)
    return boolean(not decisive, marks)


def _operand(value: Value) -> Value:
    if value.data is None:
        raise EvaluationError("null is no operand")
    return value
