"""Finds the pieces of a template that stands alone: a heredoc, a file for templatefile(), a string in JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.hcl.errors import HclError
from checker.hcl.templates import Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.hcl.tree import Expression

    ParseExpression = Callable[[str, int, int], Expression]

_SEQUENCE = re.compile(r"\$\$\{|%%\{|\$\{|%\{")
_DIRECTIVE = re.compile(r"\s*(if|else|endif|for|endfor)\b")
_FOR = re.compile(r"\s*([^\W\d][\w-]*)\s*(?:,\s*([^\W\d][\w-]*)\s*)?\bin\b")
_INSIDE = re.compile(r'"|\{|\}|#|//|/\*')
_QUOTED = re.compile(r'\\.|\$\$\{|%%\{|\$\{|%\{|"', re.DOTALL)
_WITH_EXPRESSION = frozenset({"if", "for"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text begins in its file."""

    line: int
    column: int

    def place(self, text: str, offset: int) -> tuple[int, int]:
        """The line and column of an offset in the text that begins here."""
        lines = text.count("\n", 0, offset)
        if lines == 0:
            return self.line, self.column + offset
        return self.line + lines, offset - text.rfind("\n", 0, offset)


def scan(text: str, origin: Origin, parse: ParseExpression) -> list[Piece]:
    """The pieces of `text`; expressions in it are read by `parse`, which is told their place."""
    pieces: list[Piece] = []
    start = offset = 0
    plain: list[str] = []

    def end_of_text(at: int) -> None:
        plain.append(text[start:at])
        line, column = origin.place(text, start)
        pieces.append(Piece(kind="text", line=line, column=column, text="".join(plain)))
        plain.clear()

    while match := _SEQUENCE.search(text, offset):
        if len(match[0]) == 3:  # $${ is ${ as text  # noqa: PLR2004 - its length, said by the line before
            plain.append(text[start : match.start()] + match[0][1:])
            start = offset = match.end()
            continue
        end_of_text(match.start())
        end = end_of_sequence(text, match.end(), origin)
        pieces.append(_piece(text, match, end, origin, parse))
        start = offset = end + 1
    end_of_text(len(text))
    return [piece for piece in pieces if piece.kind != "text" or piece.text]


def _piece(text: str, match: re.Match[str], end: int, origin: Origin, parse: ParseExpression) -> Piece:
    line, column = origin.place(text, match.start())
    begin = match.end()
    strip_before, strip_after = text.startswith("~", begin), text[end - 1] == "~" and end - 1 > begin
    begin, last = begin + strip_before, end - strip_after
    kind, names, begin = _directive(text, begin, line, column) if match[0] == "%{" else ("value", (), begin)
    expression = None
    if kind in {"value", "if", "for"}:
        expression = parse(text[begin:last], *origin.place(text, begin))
    elif text[begin:last].strip():
        raise HclError(f"%{{ {kind} }} takes nothing else", line, column)
    return Piece(
        kind=kind,
        line=line,
        column=column,
        expression=expression,
        names=names,
        strip_before=strip_before,
        strip_after=strip_after,
    )


def _directive(text: str, begin: int, line: int, column: int) -> tuple[str, tuple[str, ...], int]:
    word = _DIRECTIVE.match(text, begin)
    if word is None:
        raise HclError("%{ begins a directive, and this is none: if, else, endif, for, endfor", line, column, "%%{")
    if word[1] != "for":
        return word[1], (), word.end()
    names = _FOR.match(text, word.end())
    if names is None:
        raise HclError("%{ for } needs a name, in, and a collection", line, column)
    return "for", tuple(name for name in names.groups() if name), names.end()


def end_of_sequence(text: str, offset: int, origin: Origin) -> int:
    """The offset of the brace that closes what was opened before `offset`."""
    begin, depth = offset, 1
    while match := _INSIDE.search(text, offset):
        offset = match.end()
        if match[0] == '"':
            offset = _end_of_quoted(text, offset, origin)
        elif match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth == 0:
                return match.start()
        else:
            end = text.find("*/" if match[0] == "/*" else "\n", offset)
            offset = len(text) if end < 0 else end + (2 if match[0] == "/*" else 1)
    raise HclError("an interpolation is never closed: } is missing", *origin.place(text, begin))


def _end_of_quoted(text: str, offset: int, origin: Origin) -> int:
    begin = offset
    while match := _QUOTED.search(text, offset):
        offset = match.end()
        if match[0] == '"':
            return offset
        if match[0] in {"${", "%{"}:
            offset = end_of_sequence(text, offset, origin) + 1
    raise HclError("a string is never closed", *origin.place(text, begin))
