"""Takes the pieces of a text of many lines: a heredoc, a template file, a string in JSON."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.hcl.scanning import scan
from checker.hcl.templates import strip

if TYPE_CHECKING:
    from checker.hcl.scanning import Origin, ParseExpression
    from checker.hcl.templates import Piece


def text_pieces(text: str, origin: Origin, parse: ParseExpression, *, is_flush: bool = False) -> list[Piece]:
    """The pieces of a text that begins at `origin`, line by line; there are no escapes in it.

    With `is_flush` its lines lose the indentation that all of them have, as in a heredoc written `<<-`.
    """
    lines = [part for piece in scan(text, origin, parse) for part in _by_line(piece)]
    strip(lines)  # within a line each: of the next one nothing is taken away, nor is it one that begins there
    if is_flush:
        _flush(lines)
    return lines


def _flush(lines: list[Piece]) -> None:
    """Take from each line what the least indented one has; a blank line neither counts nor loses anything."""
    first = [
        piece for number, piece in enumerate(lines) if number == 0 or lines[number - 1].text.endswith("\n")
    ]  # only text has a `text`, so what follows an interpolation begins no line
    counted = [piece for piece in first if not (piece.text.isspace() and piece.text.endswith("\n"))]
    least = min((len(piece.text) - len(piece.text.lstrip()) for piece in counted), default=0)
    for piece in counted:
        piece.text = piece.text[least:]


def _by_line(piece: Piece) -> list[Piece]:
    if piece.kind != "text":
        return [piece]
    *whole, rest = piece.text.split("\n")
    lines = [f"{line}\n" for line in whole] + ([rest] if rest else [])
    return [
        replace(piece, text=text, line=piece.line + number, column=1 if number else piece.column)
        for number, text in enumerate(lines)
    ]
