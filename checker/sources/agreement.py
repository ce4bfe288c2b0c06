"""Tells whether what somebody wrote may be what a plan or a state has.

The answers are yes, no, and None: it is not written out or not known, so nothing speaks for it, and nothing against it.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Answer = bool | None

UNSET: Any = object()  # the value of what is not there
UNKNOWN: Any = object()  # what stands for something that is known later
_MASK = "(sensitive value "


def of_scalar(written: str | float | None, value: Any) -> Answer:
    """Whether a text, number or truth may be this value."""
    if value is UNSET:  # or a number that is masked
        return False if isinstance(written, str) and written and not _is_number(written) else None
    if any(isinstance(each, str) and each.startswith(_MASK) for each in (written, value)):
        return None
    if _is_number(_text(value)) and _is_number(_text(written)):
        return Decimal(_text(value)) == Decimal(_text(written))
    return _text(value) == _text(written)


def of_value(written: Any, value: Any) -> Answer:
    """Whether a value that is written out may be another, with what lies in both."""
    if written is UNKNOWN:
        return False if value is UNSET else None
    if written is None or value in (None, UNKNOWN):
        return None
    if isinstance(written, list) and isinstance(value, list):
        return of_items(written, value, of_value)
    if isinstance(written, dict) and isinstance(value, dict):
        return of_all([of_value(each, value.get(key, UNSET)) for key, each in written.items()])
    return None if isinstance(written, (dict, list)) or isinstance(value, (dict, list)) else of_scalar(written, value)


def of_items(written: Sequence[Any], values: Sequence[Any], agrees: Callable[[Any, Any], Answer]) -> Answer:
    """Whether each item that is written may be one of these values."""
    return of_all([of_any([agrees(item, each) for each in values]) for item in written])


def of_all(answers: Sequence[Answer]) -> Answer:
    """Yes if something speaks for it, and nothing against it."""
    return False if False in answers else True if True in answers else None


def of_any(answers: Sequence[Answer]) -> Answer:
    """Yes if one is yes, no if all are."""
    return True if True in answers else None if None in answers else False


def which_of(answers: Sequence[Answer], counted: int | None) -> int | None:
    """Which of several is meant: the counted one if it may be, else the only one that something speaks for."""
    if counted is not None:
        return counted if counted < len(answers) and answers[counted] is not False else None
    possible = [at for at, agrees in enumerate(answers) if agrees is not False]
    return possible[0] if len(possible) == 1 and answers[possible[0]] else None


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
