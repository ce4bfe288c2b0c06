"""Regular expressions as RE2 has them, on Python's engine and with a limit of time.

What RE2 has not (lookaround, references back) Terraform refuses; where the two read a pattern
differently, or the search takes long, the result is not certain.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import regex  # comes with python-hcl2

from checker.terraform.errors import EvaluationError
from checker.terraform.functions.signature import UnsureError
from checker.terraform.types import DYNAMIC, STRING, list_of
from checker.terraform.values import Value, list_value, object_value, string, tuple_value

_SECONDS = 1.0  # RE2 takes linear time; this engine may take for ever
_PART = re.compile(r"\\Q|\\[pP]\{\^|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]|\(\?[^)]|[*+?}]\+|\$|.", re.DOTALL)
_NOT_IN_RE2 = re.compile(r"\\[1-9ZGXRKhHvNk]|\(\?[=!#>|(&<]")
_CLASS = re.compile(r"\\([pP])([A-Z])(?![a-z{])")
_NAMED = re.compile(r"\(\?P?<([A-Za-z_]\w*)>")
_REPLACEMENT = re.compile(r"\$(?:\$|(\w+)|\{(\w+)\})")


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> regex.Pattern[str]:
    pattern = _CLASS.sub(r"\\\1{\2}", _NAMED.sub(r"(?P<\1>", pattern))
    is_multiline = re.search(r"\(\?[a-zA-Z]*m", pattern) is not None
    translated = "".join(_translated(part, is_multiline=is_multiline) for part in _PART.findall(pattern))
    try:
        return regex.compile(translated, regex.ASCII | regex.V0)
    except regex.error as error:
        raise EvaluationError(f"no regular expression: {error.msg}") from error


def _translated(part: str, *, is_multiline: bool) -> str:
    if _NOT_IN_RE2.match(part):
        raise EvaluationError(f"regular expressions of Terraform have no {part}")
    if part in {r"\Q", r"\C", "(?U"} or (len(part) == 2 and part[1] == "+" and part[0] in "*+?}"):  # noqa: PLR2004
        raise UnsureError
    if part == r"\z":
        return r"\Z"
    return r"\Z" if part == "$" and not is_multiline else part


def _found(match: regex.Match[str], pattern: regex.Pattern[str]) -> Value:
    if not pattern.groups:
        return string(match[0])
    if pattern.groupindex:
        return object_value({name: _group(match[name]) for name in pattern.groupindex})
    return tuple_value(map(_group, match.groups()))


def _group(text: str | None) -> Value:
    return Value(STRING, None) if text is None else string(text)


def first(pattern: str, text: str) -> Value:
    """What `regex` returns."""
    _refuse_classes(pattern, text)
    compiled = _compiled(pattern)
    match = _limited(compiled.search, text)
    if match is None:
        raise EvaluationError("the pattern does not match the text")
    return _found(match, compiled)


def all_(pattern: str, text: str) -> Value:
    """What `regexall` returns."""
    _refuse_classes(pattern, text)
    compiled = _compiled(pattern)
    matches = _limited(lambda *given, **limit: list(compiled.finditer(*given, **limit)), text)
    ends = {match.end() for match in matches if match[0]}
    found = [_found(match, compiled) for match in matches if match[0] or match.start() not in ends]
    return list_value(found[0].type, found) if found else Value(list_of(DYNAMIC), ())


def replace(text: str, part: str, by: str) -> str:
    """What `replace` returns; a part between slashes is a pattern."""
    if len(part) < 2 or part[0] != "/" or part[-1] != "/":  # noqa: PLR2004 - two slashes
        return text.replace(part, by)
    _refuse_classes(part, text)
    compiled = _compiled(part[1:-1])
    if compiled.fullmatch(""):
        raise UnsureError  # where nothing is found engines differ

    def replacement(match: regex.Match[str]) -> str:
        return _REPLACEMENT.sub(lambda name: "$" if name[0] == "$$" else _named(match, name[1] or name[2]), by)

    return str(_limited(lambda given, **limit: compiled.sub(replacement, given, **limit), text))


def _refuse_classes(pattern: str, text: str) -> None:
    """Classes of Unicode are of ASCII alone here, as digits and words are in RE2."""
    if not text.isascii() and re.search(r"\\[pP]|\(\?[a-z]*i", pattern):
        raise UnsureError


def _named(match: regex.Match[str], name: str) -> str:
    try:
        return match[int(name) if name.isdecimal() else name] or ""
    except (IndexError, KeyError):
        return ""


def _limited(search: Any, text: str) -> Any:
    try:
        return search(text, timeout=_SECONDS)
    except TimeoutError as error:
        raise UnsureError from error
