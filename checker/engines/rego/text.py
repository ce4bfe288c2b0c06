"""A module's text after edits, which knows where each of its places stood before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAB = 4  # columns

Range = tuple[int, int]  # byte offsets, the second one excluded
_Piece = tuple[bytes, int, bool]  # text, the offset it comes from or was put at, whether it is new


class Edit(NamedTuple):
    """Puts other text in the place of a range; several at one place come in the order they were made."""

    start: int
    end: int
    parts: tuple[str | Range, ...]  # new text, and ranges of the old one with the edits within them
    takes_away: bool = False  # whether the range appears elsewhere, without this edit


class Text:
    """The bytes of a module, and how they came about."""

    def __init__(
        self, content: bytes, origin: Text | None = None, starts: list[tuple[int, int, bool]] | None = None
    ) -> None:
        self.content = content
        self._origin = origin  # None: nothing was edited
        self._starts = starts or []  # of each piece, offset here and there, and whether it is new

    def edited(self, edits: Iterable[Edit]) -> Text:
        """This text with the edits made."""
        pieces = _Edits(self.content, edits).rendered()
        content: list[bytes] = []
        starts: list[tuple[int, int, bool]] = []
        offset = 0
        for piece, start, is_new in pieces:
            content.append(piece)
            starts.append((offset, start, is_new))
            offset += len(piece)
        return Text(b"".join(content), self, starts)

    def place(self, line: int, column: int) -> Range:
        """Line and column, from 1 and in characters, of the unedited text; given as the engine counts."""
        return self.place_at(self.offset(line, column))

    def offset(self, line: int, column: int) -> int:
        """The byte at a line and column of this text, as the engine counts: bytes, and four columns for a tab."""
        start = 0
        for _ in range(line - 1):
            start = self.content.find(b"\n", start) + 1
        end = self.content.find(b"\n", start)
        offset, reached = start, 1
        while reached < column and offset < (end if end >= 0 else len(self.content)):
            reached += _TAB if self.content[offset] == ord("\t") else 1
            offset += 1
        return offset

    def place_at(self, offset: int) -> Range:
        """Line and column, from 1 and in characters, of the unedited text."""
        if self._origin is not None:
            return self._origin.place_at(self._before(offset))
        before = self.content[: max(offset, 0)]
        start = before.rfind(b"\n") + 1
        return before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1

    def _before(self, offset: int) -> int:
        here, there, is_new = self._starts[max(bisect_right(self._starts, offset, key=itemgetter(0)) - 1, 0)]
        return there if is_new else there + offset - here


class _Edits:
    def __init__(self, content: bytes, edits: Iterable[Edit]) -> None:
        self._content = content
        # An insertion comes before what begins at its place; of two ranges, the outer one counts first.
        self._edits = sorted(edits, key=lambda edit: (edit.start, edit.end > edit.start, -edit.end))
        self._starts = [edit.start for edit in self._edits]

    def rendered(self) -> list[_Piece]:
        return list(self._range(0, len(self._content), within=False))

    def _range(self, start: int, end: int, *, within: bool) -> Iterator[_Piece]:
        """The pieces of a range; `within`: of a range that was taken away from its place."""
        position = start
        for edit in islice(self._edits, bisect_left(self._starts, start), bisect_right(self._starts, end)):
            if edit.start < position or edit.end > end:
                continue
            if within and (edit.takes_away and (edit.start, edit.end) == (start, end)):
                continue
            if within and edit.start == edit.end and edit.start in (start, end):
                continue
            yield self._content[position : edit.start], position, False
            for part in edit.parts:
                if isinstance(part, str):
                    yield part.encode(), edit.start, True
                else:
                    yield from self._range(*part, within=True)
            position = edit.end
        yield self._content[position:end], position, False
