"""Tells from equal ids which resource of a state refers to which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker.sources.paths import attribute_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.sources.trees import Path

# Without a recorded dependency only an id that hardly occurs by chance makes a link: a number, a
# UUID, a name in three levels; never a plain word such as a scope's name.
_MOST_HOLDERS = 64  # an id that more resources share says nothing about any one of them
_DISTINCTIVE = re.compile(r"^(?=.{8,}).*[0-9].*[0-9].*[0-9]|^[^.\s]+\.[^.\s]+\.[^.\s]+$")


class StateLinks(Struct):
    """The ids of all resources of one state."""

    _by_id: dict[str, list[tuple[str, str]]] = {}

    def note(self, address: str, configured: str, id_: Any) -> None:
        """Note the id of an instance; `configured` is its address without instance key."""
        if isinstance(id_, str) and id_:
            self._by_id.setdefault(id_, []).append((address, configured))

    def of(self, address: str, dependencies: Iterable[str], values: dict[str, Any]) -> dict[str, list[str]]:
        """Attribute path → addresses whose id stands there."""
        depended = frozenset(dependencies)
        found: list[tuple[Path, str]] = []
        self._collect(values, (), found)
        links: dict[str, list[str]] = {}
        for path, value in found:
            is_distinctive = not depended and _DISTINCTIVE.match(value) is not None
            others = [
                other
                for other, configured in self._by_id[value]
                if other != address and (is_distinctive or configured in depended)
            ]
            if others:
                links[attribute_path(path)] = others
        return links

    def _collect(self, values: Any, path: Path, found: list[tuple[Path, str]]) -> None:
        """The strings that are ids of few enough resources to say something."""
        items: Iterable[tuple[str | int, Any]] = values.items() if isinstance(values, dict) else enumerate(values)
        for key, value in items:
            if isinstance(value, str):
                if value in self._by_id and len(self._by_id[value]) <= _MOST_HOLDERS and (path or key != "id"):
                    found.append(((*path, key), value))
            elif isinstance(value, (dict, list)):
                self._collect(value, (*path, key), found)
