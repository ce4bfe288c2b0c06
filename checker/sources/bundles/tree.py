"""Holds the values of a bundle, known and unknown, as a tree that knows the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker.sources.paths import attribute_path
from checker.sources.resource import Content, unknown_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.model import Location
    from checker.sources.trees import Path


class Unknown(Struct, frozen=True, kw_only=True):
    """A value that only the workspace or the deployment knows."""

    links: tuple[str, ...] = ()  # addresses of the resources that it comes from


class Node(Struct):
    """One value; in YAML the same node may stand in several places, so none is ever changed."""

    value: Any  # a scalar, an `Unknown`, a dict or a list of nodes
    place: Location | None = None  # None: not known
    origins: frozenset[str] = frozenset()  # addresses of the resources that a known value was taken from

    def get(self, *names: str) -> Node | None:
        """The node below these keys; None where there is none, or null."""
        node: Node | None = self
        for name in names:
            node = node.value.get(name) if node is not None and isinstance(node.value, dict) else None
        return None if node is None or node.value is None else node

    @property
    def members(self) -> dict[str, Node]:
        """Of a mapping its members; of anything else none."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> list[Node]:
        """Of a list its items; of anything else none."""
        return self.value if isinstance(self.value, list) else []

    def text(self, *names: str) -> str:
        """The text below these keys, "" where there is none or it is not known."""
        node = self.get(*names)
        return node.value if node is not None and isinstance(node.value, str) else ""


def tree_of(value: Any, place: Location | None = None) -> Node:
    """Decoded JSON as nodes."""
    if isinstance(value, dict):
        return Node({key: tree_of(item, place) for key, item in value.items()}, place)
    if isinstance(value, list):
        return Node([tree_of(item, place) for item in value], place)
    return Node(value, place)


def plain(node: Node) -> Any:
    """The values alone; None for what is not known."""
    if isinstance(node.value, dict):
        return {key: plain(item) for key, item in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return None if isinstance(node.value, Unknown) else node.value


def with_members(node: Node | None, members: Mapping[str, Node]) -> Node:
    """A mapping with these members too; those that are given win."""
    before = node.members if node is not None else {}
    return Node({**before, **members}, node.place if node is not None else None)


class Attributes(Struct):
    """The attributes of one resource in the form in which resources hold them."""

    values: dict[str, Any] = {}
    unknown: Any = False
    links: dict[str, list[str]] = {}
    places: dict[str, Location] = {}

    @classmethod
    def of(cls, node: Node) -> Attributes:
        """The members of a mapping."""
        attributes = cls()
        attributes.values, marks = attributes._take(node, ())
        attributes.unknown = unknown_tree(marks)
        return attributes

    def content(self, before: dict[str, Any] | None = None) -> Content:
        """What a resource is made of."""
        return Content(values=self.values, unknown=self.unknown, links=self.links, before=before, places=self.places)

    def _take(self, node: Node, path: Path) -> tuple[Any, Any]:
        """Its value and the marks of what is unknown in it; links and places are noted."""
        if path and node.place is not None:
            self.places[attribute_path(path)] = node.place
        value = node.value
        if node.origins:
            self._link(path, node.origins)
        if isinstance(value, Unknown):
            self._link(path, value.links)
            return None, True
        if isinstance(value, dict):
            taken = {key: self._take(item, (*path, key)) for key, item in value.items()}
            known = {key: item for key, (item, marks) in taken.items() if marks is not True}
            return known, {key: marks for key, (_, marks) in taken.items()}
        if isinstance(value, list):
            pairs = [self._take(item, (*path, index)) for index, item in enumerate(value)]
            return [item for item, _ in pairs], [marks for _, marks in pairs]
        return value, False

    def _link(self, path: Path, addresses: Any) -> None:
        if addresses and path:
            self.links[attribute_path(path)] = sorted(set(addresses))
