"""Takes the pieces of a heredoc, and of one written `<<-` the indentation that all of its lines have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.hcl.scanning import Origin, scan

if TYPE_CHECKING:
    from checker.hcl.scanning import ParseExpression
    from checker.hcl.templates import Piece


def heredoc_pieces(text: str, line: int, parse: ParseExpression, *, is_flush: bool) -> list[Piece]:
    """The pieces of the text of a heredoc, which begins in column 1 of `line`; there are no escapes in it."""
    pieces = scan(text, Origin(line, 1), parse)
    return _flush(pieces) if is_flush else pieces


def _flush(pieces: list[Piece]) -> list[Piece]:
    """Take from each line what the least indented one has; a blank line neither counts nor loses anything."""
    lines = [part for piece in pieces for part in _by_line(piece)]
    first = [
        piece for number, piece in enumerate(lines) if number == 0 or lines[number - 1].text.endswith("\n")
    ]  # only text has a `text`, so what follows an interpolation begins no line
    counted = [piece for piece in first if not (piece.text.isspace() and piece.text.endswith("\n"))]
    least = min((len(piece.text) - len(piece.text.lstrip()) for piece in counted), default=0)
    for piece in counted:
        piece.text = piece.text[least:]
    return lines


def _by_line(piece: Piece) -> list[Piece]:
    if piece.kind != "text":
        return [piece]
    *whole, rest = piece.text.split("\n")
    lines = [f"{line}\n" for line in whole] + ([rest] if rest else [])
    return [
        replace(piece, text=text, line=piece.line + number, column=1 if number else piece.column)
        for number, text in enumerate(lines)
    ]
