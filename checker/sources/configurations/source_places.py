"""Finds where the `.tf` files say what a plan or a state has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Location
from checker.providers import resource_type
from checker.sources.configurations.blocks import place_in
from checker.sources.configurations.definitions import Definitions
from checker.sources.paths import steps_of
from checker.sources.views import Views

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.model import Document, Resource
    from checker.sources.remarks import Remarks


class SourcePlaces:
    """The places of one document's attributes in the root module that it was made from."""

    def __init__(self, document: Document, root: Path, shown: str, cache: Path | None) -> None:
        self._definitions = Definitions(root, shown, cache)
        self._views = Views(document)

    def of(self, address: str, resource: Resource | None, path: str) -> Location | None:
        """Where an attribute is written, else what holds it; None where no block defines the resource.

        `resource` is None where the address is not of one, but of an output or a check. Raises
        `MissingExtraError`, `OSError`.
        """
        found = self._definitions.of(address)
        if found is None:
            return None
        block, steps = found.declared.block, steps_of(path)
        place = None
        if resource is not None and not resource.is_going and steps and not found.is_call:
            place = place_in(block.body, steps, self._views.values(resource), resource_type(resource.type))
        if place is None:
            return Location(file=found.declared.file, line=block.line, column=block.column)
        return Location(file=found.declared.file_of(str(steps[0])), line=place[0], column=place[1])

    def remarks(self) -> Iterator[Remarks]:
        """What the comments of the sources say. Raises as `of` does."""
        return self._definitions.remarks()

    def unreadable(self) -> Iterator[tuple[str, str, Location]]:
        """Why files could not be read that may define what was asked for: message, hint, place."""
        for file, error in self._definitions.unreadable.items():
            yield error.message, error.hint, Location(file=file, line=error.line, column=error.column)
