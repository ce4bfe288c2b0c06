"""Why one input could not be read; turned into a `Problem` before it leaves this package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.model import Location


class UnreadableError(Exception):
    """The input is no document that can be judged; `hint` says what to do."""

    def __init__(self, message: str, hint: str, place: Location | None = None) -> None:
        super().__init__(message, hint, place)  # all, for it may come from another process, pickled
        self.message = message
        self.hint = hint
        self.place = place  # None: the whole file

    def __str__(self) -> str:
        return self.message


class MalformedError(UnreadableError):
    """The input is of a known format but does not have its structure.

    `schema` names the JSON Schema below `schemas/` that says what is wrong, `data` is the text to
    hold against it, `places` tells where in the file the parts of `data` stand, by JSON pointer.
    """

    def __init__(self, message: str, *, schema: str, data: bytes, places: Mapping[str, Location] | None = None) -> None:
        super().__init__(message, "")
        self.schema = schema
        self.data = data
        self.places = places or {}


MISSING_EXTRA = ("reading .tf files needs python-hcl2, which is not installed", "pip install 'tfcheck[hcl]'")


class MissingExtraError(UnreadableError):
    """What reads this input is an extra, and not installed."""


class NotRecognisedError(UnreadableError):
    """The input is sound JSON, and of no format that is read here."""
