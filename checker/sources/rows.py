"""Writes the resources of one JSON file as plain rows: to pickle them as they are takes as long as to read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Location, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = tuple[str, str, str, str, str]  # address, type, mode, action; pointer


def rows_of(resources: Iterable[Resource]) -> list[Row]:
    """A row of each; each has a location by its pointer alone, and no further places."""
    return [_row(resource) for resource in resources]


def resources_of(rows: Iterable[Row], file: str) -> list[Resource]:
    """The resources of which these are the rows."""
    return [
        Resource(
            address=address,
            type=type_,
            mode=mode,
            action=action,
            location=Location(file=file, pointer=pointer),
        )
        for address, type_, mode, action, pointer in rows
    ]


def _row(resource: Resource) -> Row:
    location = resource.location
    assert location is not None, "each is in the file"
    return resource.address, resource.type, resource.mode, resource.action, location.pointer
