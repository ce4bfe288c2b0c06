"""How the user is told what is wrong in a configuration file."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Location

KeyPath: TypeAlias = tuple[str | int, ...]  # of keys and indices, from the top of the file

_SHOWN = 50  # complaints in one message; more than anyone reads, and few enough for a terminal
_LONGEST = 60  # characters of a user's text that are quoted
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_*?-]{1,60}")


class Complaint(Struct, frozen=True, kw_only=True):
    """One thing that is wrong, and where."""

    location: Location
    message: str
    path: KeyPath = ()  # (): the file as a whole
    hint: str = ""
    misspelt: str = ""  # a word that is none of `known`
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        parts = (str(self.location), key_path(self.path), self.message)
        return ": ".join(part for part in parts if part)

    @property
    def advice(self) -> str:
        """What to do next; "" where nothing better is known than the message."""
        nearest = get_close_matches(self.misspelt, self.known, n=1)
        return f"did you mean {nearest[0]}?" if nearest else self.hint


def refuse(complaints: Sequence[Complaint]) -> None:
    """Raise one `UsageError` that tells them all; nothing happens where there are none."""
    if not complaints:
        return
    if len(complaints) == 1:
        raise UsageError(str(complaints[0]), hint=complaints[0].advice)
    lines = [f"{len(complaints)} errors in the configuration"]
    for complaint in complaints[:_SHOWN]:
        lines.append(f"  {complaint}")
        if advice := complaint.advice:
            lines.append(f"    hint: {advice}")
    if len(complaints) > _SHOWN:
        lines.append(f"  and {len(complaints) - _SHOWN} more")
    raise UsageError("\n".join(lines))


def key_path(path: KeyPath) -> str:
    """As people write it, such as `waivers[2].expires`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{_key(step)}" for step in path)
    return text.removeprefix(".")


def found(value: Any) -> str:
    """What stands in the file, in the words of its author."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    if isinstance(value, int | float):
        return f"the number {quoted(value)}"
    return "a list" if isinstance(value, list) else "a mapping"


def quoted(value: str | float) -> str:
    """On one line, shortened, with control characters escaped: it goes to a terminal."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else quoted(key)
