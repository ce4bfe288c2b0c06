"""Makes a tree of a template: strings, interpolations, directives, and the white space that `~` takes away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.hcl.errors import HclError
from checker.hcl.tree import Literal, Template, TemplateFor, TemplateIf

if TYPE_CHECKING:
    from checker.hcl.tree import Expression


@dataclass(slots=True, kw_only=True)
class Piece:
    """One piece of a template, in the order in which they stand; `~` says on which sides it strips."""

    kind: str  # text, value, if, else, endif, for, endfor
    line: int
    column: int
    text: str = ""
    expression: Expression | None = None  # None: this kind has none
    names: tuple[str, ...] = ()  # of a for
    strip_before: bool = False
    strip_after: bool = False


def assemble(pieces: list[Piece], line: int, column: int) -> Expression:
    """The template that these pieces make. Raises `HclError` for directives that do not fit together."""
    strip(pieces)
    parts = _Assembly(pieces).parts(None)
    if not parts:
        return Literal(line, column, "")
    if len(parts) == 1 and isinstance(parts[0], Literal):
        return Literal(line, column, parts[0].value)
    return Template(line, column, parts)


def strip(pieces: list[Piece]) -> None:
    """Take white space away beside `~`, once."""
    for number, piece in enumerate(pieces):
        if piece.kind == "text":
            continue
        if piece.strip_before and number > 0 and pieces[number - 1].kind == "text":
            pieces[number - 1].text = pieces[number - 1].text.rstrip(" \t\r\n")
        if piece.strip_after and number + 1 < len(pieces) and pieces[number + 1].kind == "text":
            pieces[number + 1].text = pieces[number + 1].text.lstrip(" \t\r\n")
        piece.strip_before = piece.strip_after = False


@dataclass(slots=True)
class _Assembly:
    pieces: list[Piece]
    _next: int = field(default=0)

    def parts(self, opener: Piece | None, *ends: str) -> tuple[Expression, ...]:
        """The parts up to one of `ends`, which is left to be read."""
        found: list[Expression] = []
        while self._next < len(self.pieces):
            piece = self.pieces[self._next]
            if piece.kind in ends:
                return tuple(found)
            self._next += 1
            if (part := self._part(piece)) is not None:
                found.append(part)
        if opener is not None:
            raise HclError(f"%{{ {opener.kind} }} is never closed", opener.line, opener.column)
        return tuple(found)

    def _part(self, piece: Piece) -> Expression | None:
        if piece.kind == "text":
            return Literal(piece.line, piece.column, piece.text) if piece.text else None
        if piece.kind == "value":
            return piece.expression
        if piece.kind == "if":
            return self._if(piece)
        if piece.kind == "for":
            return self._for(piece)
        raise HclError(f"%{{ {piece.kind} }} closes nothing", piece.line, piece.column)

    def _if(self, piece: Piece) -> TemplateIf:
        assert piece.expression is not None
        otherwise: tuple[Expression, ...] = ()
        then = self.parts(piece, "else", "endif")
        if self.pieces[self._next].kind == "else":
            self._next += 1
            otherwise = self.parts(piece, "endif")
        self._next += 1
        return TemplateIf(piece.line, piece.column, piece.expression, then, otherwise)

    def _for(self, piece: Piece) -> TemplateFor:
        assert piece.expression is not None
        parts = self.parts(piece, "endfor")
        self._next += 1
        key, value = ("", *piece.names)[-2:]
        return TemplateFor(piece.line, piece.column, key, value, piece.expression, parts)
