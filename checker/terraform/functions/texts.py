"""The functions of strings."""

from __future__ import annotations

import re
from typing import Any

import regex  # comes with python-hcl2

from checker.terraform.errors import EvaluationError
from checker.terraform.functions import patterns
from checker.terraform.functions.formatting import format_, formatlist
from checker.terraform.functions.signature import Function, Plain, Raw, UnsureError
from checker.terraform.types import BOOL, DYNAMIC, NUMBER, STRING, list_of

_LISTS = list_of(STRING)
_SPACES = " \t\n\v\f\r\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


def characters(text: str) -> list[str]:
    """What a reader takes for one character each (grapheme clusters), as Terraform counts."""
    return list(text) if text.isascii() and "\r" not in text else regex.findall(r"\X", text)


def _join(separator: str, *lists: list[str]) -> str:
    if any(item is None for items in lists for item in items):
        raise EvaluationError("join of a list with null in it")
    return separator.join(item for items in lists for item in items)


def _split(separator: str, text: str) -> list[str]:
    if separator:
        return text.split(separator)
    return list(text)


def _substr(text: str, offset: Any, length: Any) -> str:
    if not isinstance(offset, int) or not isinstance(length, int):
        raise EvaluationError("offset and length are whole numbers")
    found = characters(text)
    start = offset if offset >= 0 else max(len(found) + offset, 0)
    if length < 0:
        return "".join(found[start:])
    return "".join(found[start : start + length])


def _indent(spaces: Any, text: str) -> str:
    if not isinstance(spaces, int) or spaces < 0:
        raise EvaluationError("the indentation is a whole number")
    if spaces * text.count("\n") > 1 << 24:
        raise EvaluationError("the text becomes too long")
    return text.replace("\n", "\n" + " " * spaces)


def _title(text: str) -> str:
    """Letters that begin a word in upper case; only letters, digits and _ belong to a word, as in Go."""
    return re.sub(r"(?<![\w])[^\W\d_]", lambda match: match[0].upper(), text)


def _upper(text: str) -> str:
    """One character stays one, as in Go: ß has no upper case."""
    return "".join(upper if len(upper := character.upper()) == 1 else character for character in text)


def _lower(text: str) -> str:
    if any(len(character.lower()) > 1 for character in text):
        raise UnsureError
    return "".join(character.lower() for character in text)  # one by one: a word's end makes no difference


FUNCTIONS: dict[str, Function] = {
    "chomp": Plain(lambda text: re.sub(r"(?:\r?\n)+\Z", "", text), STRING, (STRING,)),
    "endswith": Plain(str.endswith, BOOL, (STRING, STRING)),
    "format": Raw(format_, 1, None),
    "formatlist": Raw(formatlist, 1, None),
    "indent": Plain(_indent, STRING, (NUMBER, STRING)),
    "join": Plain(_join, STRING, (STRING,), _LISTS),
    "lower": Plain(_lower, STRING, (STRING,)),
    "regex": Plain(patterns.first, DYNAMIC, (STRING, STRING)),
    "regexall": Plain(patterns.all_, DYNAMIC, (STRING, STRING)),
    "replace": Plain(patterns.replace, STRING, (STRING, STRING, STRING)),
    "split": Plain(_split, _LISTS, (STRING, STRING)),
    "startswith": Plain(str.startswith, BOOL, (STRING, STRING)),
    "strcontains": Plain(lambda text, part: part in text, BOOL, (STRING, STRING)),
    "strrev": Plain(lambda text: "".join(reversed(characters(text))), STRING, (STRING,)),
    "substr": Plain(_substr, STRING, (STRING, NUMBER, NUMBER)),
    "title": Plain(_title, STRING, (STRING,)),
    "trim": Plain(lambda text, cut: text.strip(cut) if cut else text, STRING, (STRING, STRING)),
    "trimprefix": Plain(str.removeprefix, STRING, (STRING, STRING)),
    "trimsuffix": Plain(str.removesuffix, STRING, (STRING, STRING)),
    "trimspace": Plain(lambda text: text.strip(_SPACES), STRING, (STRING,)),
    "upper": Plain(_upper, STRING, (STRING,)),
}
