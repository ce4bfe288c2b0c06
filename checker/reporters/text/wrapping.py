"""Where a text breaks into lines: nothing is cut off, however long."""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width

_WORD = re.compile(r"( *)([^ ]+)")
_BREAK_AFTER = frozenset("./[]{}():,;=-_@\\")  # where long addresses, paths and links may break


def cells(text: str) -> int:
    """Return how many columns of a terminal an escaped text takes.

    Not by `rich.cells`: its answer depends on rich's version and on an environment variable.
    """
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if category(char) in {"Mn", "Me"}:  # accents and other marks stand upon the character before them
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def wrap(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Return start and end of each line, the first of `first` cells, the others of `rest`.

    Lines break at spaces, which go; a word longer than a line breaks behind punctuation, or where
    the line is full.
    """
    if cells(text) <= first:
        return [(0, len(text))]
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    room = first
    for word in _WORD.finditer(text):
        gap, size = word.end(1) - word.start(1), cells(word[2])
        if used + gap + size <= room:
            used, end = used + gap + size, word.end()
            continue
        if used and (size <= rest or used + gap > room // 2):
            lines.append((start, end))
            start, used, room = word.start(2), 0, rest
        elif used + gap < room:
            used += gap
        else:  # spaces at the beginning that leave no room for a word
            start = word.start(2)
        if used + size > room:
            for cut in _cuts(text, word.start(2), word.end(2), room - used, rest):
                lines.append((start, cut))
                start, used, room = cut, 0, rest
            size = cells(text[start : word.end(2)])
        used, end = used + size, word.end()
    lines.append((start, end))
    return lines


def _cuts(text: str, start: int, end: int, room: int, rest: int) -> list[int]:
    """Return where to break a word that does not fit."""
    cuts: list[int] = []
    used, good = 0, start
    position = start
    while position < end:
        size = _cells_of(text[position])
        if used + size > room and position > start:
            # A break that leaves the line half empty looks worse than one inside a name.
            start = good if good - start > room // 2 else position
            cuts.append(start)
            position = good = start
            room, used = rest, 0
            continue
        used += size
        position += 1
        if text[position - 1] in _BREAK_AFTER:
            good = position
    return cuts
