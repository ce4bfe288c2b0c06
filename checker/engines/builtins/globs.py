r"""`regex.globs_match`: whether any text matches two patterns of `.`, `[…]`, `+`, `*` and `\\`.

OPA's own algorithm, that of github.com/yashtewari/glob-intersection 0.2, gives another answer than mathematics for
some patterns with several `+` and `*`; here it gives the same as there.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from checker.engines.builtins.arguments import text

_TIMES = ("+", "*")


class _Token(NamedTuple):
    form: str  # ".", "[" or "": one character
    characters: frozenset[str]
    times: str  # "+", "*" or "": once


_Glob = list[_Token]


def globs_match(left: Any, right: Any) -> bool:
    """Whether the patterns have a text in common."""
    trimmed = _trimmed(_glob(text(left)), _glob(text(right)))
    return trimmed is not None and _meet(*trimmed)


def _glob(pattern: str) -> _Glob:
    """The tokens of a pattern; neighbours that differ only in how often they may come are one."""
    found: _Glob = []
    position = 0
    while position < len(pattern):
        position, token = _token(pattern, position)
        last = found[-1] if found else None
        if last and last.times and token.times and last[:2] == token[:2]:
            found[-1] = last._replace(times="+" if "+" in (last.times, token.times) else "*")
        else:
            found.append(token)
    return found


def _token(pattern: str, start: int) -> tuple[int, _Token]:
    position, character, is_plain = _character(pattern, start)
    form, characters = "", frozenset(character)
    if is_plain and character == ".":
        form = "."
    elif is_plain and character == "[":
        form = "["
        position, characters = _set(pattern, position)
    elif is_plain and character in ("]", *_TIMES):
        raise ValueError(f"{character!r} at character {start + 1} of the pattern has nothing before it")
    times = pattern[position : position + 1]
    return (
        (position + 1, _Token(form, characters, times)) if times in _TIMES else (position, _Token(form, characters, ""))
    )


def _set(pattern: str, position: int) -> tuple[int, frozenset[str]]:
    """The characters between brackets, behind the opening one."""
    found: set[str] = set()
    last = ""
    while position < len(pattern):
        position, character, is_plain = _character(pattern, position)
        if is_plain and character == "]":
            return position, frozenset(found)
        if is_plain and character == "-":
            start = position
            position, character, is_plain = _character(pattern, position)
            if not last or (is_plain and character in ("]", "-")) or character < last:
                raise ValueError(f"the range at character {start} of the pattern lacks a beginning or an end")
            found |= {chr(code) for code in range(ord(last), ord(character) + 1)}
            last = ""
        else:
            found.add(character)
            last = character
    raise ValueError("a [ in the pattern is never closed")


def _character(pattern: str, position: int) -> tuple[int, str, bool]:
    """Where the next one begins; the character; whether it may have a meaning, for no backslash stands before it."""
    if position >= len(pattern):
        raise ValueError("the pattern ends too early")
    if pattern[position] != "\\":
        return position + 1, pattern[position], True
    if position + 1 == len(pattern):
        raise ValueError("the pattern ends with a backslash")
    return position + 2, pattern[position + 1], False


def _fit(left: _Token, right: _Token) -> bool:
    return "." in (left.form, right.form) or not left.characters.isdisjoint(right.characters)


def _trimmed(left: _Glob, right: _Glob) -> tuple[_Glob, _Glob] | None:
    """Both without all but one of the tokens at either end that come once; None where these do not fit."""
    for _ in range(2):
        same = 0
        while same < min(len(left), len(right)) and not left[same].times and not right[same].times:
            if not _fit(left[same], right[same]):
                return None
            same += 1
        left, right = (glob[max(same - 1, 0) :][::-1] for glob in (left, right))
    return left, right


def _meet(left: _Glob, right: _Glob) -> bool:
    for index, (one, other) in enumerate(zip(left, right, strict=False)):
        if one.times:
            return _meet_repeated(left[index:], right[index:])
        if other.times:
            return _meet_repeated(right[index:], left[index:])
        if not _fit(one, other):
            return False
    return len(left) == len(right)


def _meet_repeated(repeated: _Glob, other: _Glob) -> bool:
    """Of globs of which the first begins with a token that may come several times."""
    if repeated[0].times == "*":
        return _meet_star(repeated, other)
    if not _fit(repeated[0], other[0]):
        return False
    return _meet_star(repeated, other[1:]) or (bool(other[0].times) and _meet(repeated[1:], other))


def _meet_star(starred: _Glob, other: _Glob) -> bool:
    star, *rest = starred
    for index, token in enumerate(other):
        if rest and _fit(token, rest[0]) and _meet(rest, other[index:]):
            return True
        if not _fit(token, star):
            return False
    return not rest
