"""What plain text means in YAML, once it is said which numbers there are."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def meaning(text: str, *, integer: re.Pattern[str], number: re.Pattern[str]) -> str | float | bool | None:
    """The value of text without quotes; words of YAML 1.1, such as `on`, and dates are text."""
    if text in WORDS:
        return WORDS[text]
    if integer.fullmatch(text):
        return int(text)
    if number.fullmatch(text) and not isinf(value := float(text)):
        return value
    return text
