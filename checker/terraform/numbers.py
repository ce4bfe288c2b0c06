"""Does arithmetic as Terraform does: binary floating point with 512 bits, written with as few digits as tell it."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from math import gcd

Number = int | Fraction  # an int where it is whole

_BITS = 512
_LONGEST = 1000  # characters, and the largest exponent: nobody writes more
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE]([+-]?[0-9]{1,4}))?")
_MOST_DIGITS = 160  # decimal digits that tell any two numbers of 512 bits apart


def parse(text: str) -> Number | None:
    """The number that a text writes; None where it is none, or beyond all measure."""
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or abs(int(match[1] or 0)) > _LONGEST:
        return None
    return rounded(Fraction(text))


def rounded(number: Number) -> Number:
    """The nearest number that Terraform can hold."""
    if isinstance(number, int) and number.bit_length() <= _BITS:
        return number
    number = Fraction(number)
    if number.denominator == 1 and number.numerator.bit_length() <= _BITS:
        return number.numerator
    negative, top, bottom = number < 0, abs(number.numerator), number.denominator
    shift = _BITS - (top.bit_length() - bottom.bit_length())
    mantissa, rest, whole = _divided(top, bottom, shift)
    if mantissa.bit_length() > _BITS:
        shift -= 1
        mantissa, rest, whole = _divided(top, bottom, shift)
    if 2 * rest > whole or (2 * rest == whole and mantissa & 1):
        mantissa += 1
    result = Fraction(mantissa, 1) / Fraction(2) ** shift
    result = -result if negative else result
    return result.numerator if result.denominator == 1 else result


def text(number: Number) -> str:
    """The number in decimals without exponent, as Terraform writes it."""
    if isinstance(number, int):
        return str(number)
    low, high = 1, _MOST_DIGITS
    while low < high:  # one more digit never tells less
        middle = (low + high) // 2
        if rounded(Fraction(_decimal(number, middle))) == number:
            high = middle
        else:
            low = middle + 1
    return format(_decimal(number, low), "f")


def decimal(number: Number) -> int | Decimal:
    """The number for JSON."""
    return number if isinstance(number, int) else Decimal(text(number))


def _divided(top: int, bottom: int, shift: int) -> tuple[int, int, int]:
    top, bottom = (top << shift, bottom) if shift >= 0 else (top, bottom << -shift)
    common = gcd(top, bottom)
    top, bottom = top // common, bottom // common
    return top // bottom, top % bottom, bottom


def _decimal(number: Fraction, digits: int) -> Decimal:
    context = Context(prec=digits, rounding=ROUND_HALF_EVEN)
    return context.divide(Decimal(number.numerator), Decimal(number.denominator)).normalize(context)
