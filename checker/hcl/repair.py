"""Makes sound text readable to python-hcl2 and keeps every place: comments within a line, `${~ x ~}`."""

from __future__ import annotations

import re

from checker.hcl.conversion import Strips
from checker.hcl.errors import HclError
from checker.hcl.scanning import Origin, end_of_sequence

_OUTSIDE = re.compile(r'<<-?([^\W\d][\w.-]*)\r?\n|"|#[^\n]*|//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/', re.DOTALL)
_INTERPOLATION = re.compile(r'\\.|\$\$\{|%%\{|\$\{|%\{|"', re.DOTALL)
_START = Origin(1, 1)
_WIDEST = 100
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)+(?:"|$)')


def readable(text: str) -> tuple[str, Strips]:
    """The text without what the grammar stumbles over, and where strip markers were taken from it."""
    strips, characters, offset = Strips(), list(text), 0
    try:
        while match := _OUTSIDE.search(text, offset):
            offset = match.end()
            if match[0] == '"':
                offset = _string(text, offset, characters, strips)
            elif match[1]:
                end = re.compile(rf"^[ \t]*{re.escape(match[1])}\r?$", re.MULTILINE).search(text, offset)
                offset = end.end() if end else len(text)
            elif match[0].startswith("/*") and "\n" not in match[0]:
                characters[match.start() : match.end()] = " " * len(match[0])
    except HclError:
        return text, strips
    return "".join(characters), strips


def _string(text: str, offset: int, characters: list[str], strips: Strips) -> int:
    """Blank the strip markers of interpolations in a string; return where it ends."""
    while match := _INTERPOLATION.search(text, offset):
        offset = match.end()
        if match[0] == '"':
            return offset
        if match[0] not in {"${", "%{"}:
            continue
        end = end_of_sequence(text, offset, _START)
        if match[0] == "${":
            if text[offset] == "~":
                characters[offset] = " "
                strips.before.add(_START.place(text, match.start()))
            if text[end - 1] == "~":
                characters[end - 1] = " "
                strips.after.add(_START.place(text, end))
        offset = end + 1
    return len(text)


def excerpt(line: str, column: int) -> str:
    """A line of the file with a caret under the column; what stands between quotation marks is not repeated."""
    start = max(0, column - _WIDEST)
    hidden = _QUOTED.sub(lambda match: '"' + "·" * (len(match[0]) - 1 - match[0].endswith('"')) + '"', line)
    shown = hidden[start : start + _WIDEST + 20].replace("\t", " ").rstrip()
    return f"{shown}\n{' ' * (column - 1 - start)}^"
