"""How lines get onto the page: escaped, wrapped, indented and painted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.reporters.text.ink import painter
from checker.reporters.text.safe import safe
from checker.reporters.text.wrapping import wrap

if TYPE_CHECKING:
    from checker.reporters.options import RenderOptions

_NARROWEST = 20  # cells left for text, however deep the indent: below that, lines run over
_WEB_ADDRESS = re.compile(r"https?://[!-~]+")


class Ink(Struct, frozen=True):
    """Text in one style; `role` is one of `STYLES`."""

    text: str
    role: str = ""
    link: str = ""  # where a click leads


class Page:
    """Collects lines. It escapes all that it is given, so nothing from outside gets past it raw."""

    def __init__(self, options: RenderOptions) -> None:
        self._options = options
        self._paint = painter(colour=options.colour)
        self._plain = not options.colour and not options.hyperlinks
        self._lines: list[str] = []

    @property
    def width(self) -> int:
        """Cells in a line."""
        return self._options.width

    def write(self, *parts: Ink | str, indent: int = 0, hang: int = 0) -> None:
        """Add one paragraph, whose second and later lines are `hang` cells further right."""
        inks = [Ink(safe(part)) if isinstance(part, str) else _escaped(part) for part in parts]
        text = "".join(ink.text for ink in inks)
        first = max(self.width - indent, _NARROWEST)
        margin = indent
        for start, end in wrap(text, first, max(first - hang, _NARROWEST)):
            line = text[start:end] if self._plain else self._painted(inks, start, end)
            self._lines.append(f"{'':{margin}}{line}".rstrip())
            margin = indent + hang

    def write_whole(self, *parts: Ink) -> None:
        """Add one line that is not broken, however long, so that it stays whole for `tail` and `grep`."""
        inks = [_escaped(ink) for ink in parts]
        self._lines.append(self._painted(inks, 0, sum(len(ink.text) for ink in inks)))

    def gap(self) -> None:
        """Add an empty line, unless there is one or nothing stands above it."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def text(self) -> str:
        """Return all lines, the last one ended too."""
        return "\n".join([*self._lines, ""])

    def _painted(self, inks: list[Ink], start: int, end: int) -> str:
        pieces = []
        offset = 0
        for ink in inks:
            piece = ink.text[max(start - offset, 0) : max(end - offset, 0)]
            offset += len(ink.text)
            if piece:
                pieces.append(self._linked(self._paint(ink.role, piece), ink.link))
        return "".join(pieces)

    def _linked(self, piece: str, link: str) -> str:
        # https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
        wanted = self._options.hyperlinks and link
        return f"\x1b]8;;{link}\x1b\\{piece}\x1b]8;;\x1b\\" if wanted else piece


def _escaped(ink: Ink) -> Ink:
    """Links leave the text: what is no plain web address does not become one."""
    return Ink(safe(ink.text), ink.role, ink.link if _WEB_ADDRESS.fullmatch(ink.link) else "")
