"""How a page stays within the size that its place takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from checker.reporters.headline import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTE = 200  # bytes kept for the note that something is missing


class Block(Struct, frozen=True, kw_only=True):
    """Entries that open and close together; some of them may be left out, from the end."""

    head: str
    entries: tuple[str, ...]
    noun: str  # what an entry is
    tail: str = "\n</details>\n"


class Room:
    """Lines as long as there is room for them; then it counts what it turns away."""

    def __init__(self, size: int) -> None:
        self._left = size - _NOTE
        self._lines: list[str] = []
        self._missing: dict[str, int] = {}

    def add(self, lines: Iterable[str]) -> None:
        """What every page begins with."""
        for line in lines:
            self._left -= len(line.encode()) + 1
            self._lines.append(line)

    def add_all(self, blocks: Iterable[Block]) -> None:
        """As many as have room; a block of which no entry has any is left out whole."""
        for block in blocks:
            self._add_block(block)

    def lines(self) -> list[str]:
        """All that was added, and what was not."""
        if not self._missing:
            return self._lines
        missing = ", ".join(counted(number, noun) for noun, number in self._missing.items())
        return [
            *self._lines,
            f"**Not shown, for there is no room: {missing}.** The report in another format has all.",
            "",
        ]

    def _add_block(self, block: Block) -> None:
        left = self._left - _size(block.head) - _size(block.tail)
        taken = 0
        while taken < len(block.entries) and (left := left - _size(block.entries[taken])) >= 0:
            taken += 1
        if taken:
            self.add([block.head, *block.entries[:taken], block.tail])
        if taken < len(block.entries):
            self._left = min(self._left, 0)  # nothing after it either: the most severe come first
            self._missing[block.noun] = self._missing.get(block.noun, 0) + len(block.entries) - taken


def _size(line: str) -> int:
    return len(line.encode()) + 1
