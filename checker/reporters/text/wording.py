"""How single things are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Location, Waiver


def place_of(location: Location | None, file: str) -> str:
    """Return `file:line:column`, or the JSON pointer where no line is known, or nothing.

    The file is left out of a pointer into `file`, under whose heading it stands; before a line it
    stays, because editors and CI systems make a link of `file:line:column`.
    """
    if location is None:
        return ""
    if location.line is None:
        pointer = f"#{location.pointer}" if location.pointer else ""
        return pointer if location.file == file else f"{location.file}{pointer}"
    return ":".join(str(part) for part in (location.file, location.line, location.column) if part is not None)


def terms_of(waiver: Waiver) -> str:
    """Return who answers for it, until when, where it was discussed, and where it stands."""
    terms = (waiver.owner, f"until {waiver.expires.isoformat()}", waiver.ticket, place_of(waiver.location, ""))
    return f"({', '.join(term for term in terms if term)})"


def prose(text: str) -> str:
    """Return what a person wrote over several lines as one paragraph."""
    return " ".join(text.split())
