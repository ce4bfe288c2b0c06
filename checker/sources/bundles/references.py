"""Resolves the `${…}` references in a bundle, as far as its files tell what they mean.

https://docs.databricks.com/en/dev-tools/bundles/variables.html. What the workspace tells (who
deploys, ids, lookups) is unknown; what refers to a resource is linked to it. Nothing is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker.sources.bundles.kinds import address_of
from checker.sources.bundles.tree import Node, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = r"[a-zA-Z_][a-zA-Z0-9_-]*"
_REFERENCE = re.compile(rf"\$\{{({_NAME}(?:\.{_NAME}|\[[0-9]+\])*)\}}")
_STEP = re.compile(r"[^.\[\]]+")
_RESOLVED = frozenset({"bundle", "workspace", "var", "variables", "resources", "artifacts"})
_DEEPEST = 40  # references that lead to references
_TEXT_OF_A_NODE = 64  # characters that count as much as a value
_MOST_NODES = 300_000  # of all that references bring
_CHANGED = frozenset({"name", "display_name", "title", "cluster_name", "continuous"})  # by presets, after this
_UNKNOWN = Unknown()


class TooLargeError(Exception):
    """References that lead to references make more than a bundle can be."""


class References(Struct):
    """Resolves references to one configuration, whose target is merged already."""

    root: Node
    cyclic: set[str] = set()  # references that lead back to themselves
    missing: set[str] = set()  # variables that are not declared
    _under_way: list[str] = []
    _found: dict[str, Node] = {}
    _sizes: dict[str, int] = {}  # of what was found, with all that it brings
    _brought: int = 0

    def resolved(self, node: Node) -> Node:
        """A copy in which every reference is its value, or unknown. Raises `TooLargeError`."""
        value = node.value
        if isinstance(value, str):
            return self._text(node) if "${" in value else node
        if isinstance(value, dict):
            self._count(len(value))
            return Node({key: self.resolved(item) for key, item in value.items()}, node.place, node.origins)
        if isinstance(value, list):
            self._count(len(value))
            return Node([self.resolved(item) for item in value], node.place, node.origins)
        return node

    def _text(self, node: Node) -> Node:
        text = node.value
        references = _REFERENCE.findall(text)
        if len(references) == 1 and text == f"${{{references[0]}}}":
            found = self._lookup(references[0])
            return node if found is None else Node(found.value, node.place, found.origins)
        return self._mixed(node, references)

    def _mixed(self, node: Node, references: Iterable[str]) -> Node:
        """A text with references in it; unknown as a whole where one of them is."""
        found = {reference: self._lookup(reference) for reference in references}
        known = {reference: each for reference, each in found.items() if each is not None}
        if any(isinstance(each.value, (Unknown, dict, list)) for each in known.values()):
            links = [link for each in known.values() for link in _links(each)]
            return Node(Unknown(links=tuple(dict.fromkeys(links))), node.place)
        text = _REFERENCE.sub(
            lambda match: _as_text(known[match[1]].value) if match[1] in known else match[0], node.value
        )
        self._count(len(text) // _TEXT_OF_A_NODE)
        origins = frozenset[str]().union(*(each.origins for each in known.values()))
        return Node(text, node.place, origins)

    def _lookup(self, reference: str) -> Node | None:
        """What a reference means; None for what is none of the bundle's, which stays as it is written."""
        steps = _STEP.findall(reference)
        if steps[0] not in _RESOLVED or len(steps) == 1:
            return None
        if reference in self._found:
            self._count(self._sizes[reference])
            return self._found[reference]
        if reference in self._under_way or len(self._under_way) >= _DEEPEST:
            self.cyclic.add(reference)
            return Node(_UNKNOWN)
        before = self._brought
        self._under_way.append(reference)
        try:
            found = self._found[reference] = self._value(steps)
        finally:
            self._under_way.pop()
        self._sizes[reference] = self._brought - before
        return found

    def _value(self, steps: list[str]) -> Node:
        if steps[0] == "var":
            return self._variable(steps[1:])
        if steps[0] == "variables":
            rest = steps[2:]
            return self._variable([steps[1], *(rest[1:] if rest[:1] in (["value"], ["default"]) else rest)])
        if steps[0] == "resources":
            return self._resource(steps)
        if steps[:2] == ["bundle", "environment"]:
            steps = ["bundle", "target", *steps[2:]]
        return self._at(self.root, steps)

    def _variable(self, steps: list[str]) -> Node:
        variable = self.root.get("variables", steps[0])
        if variable is None and "variables" in self.root.members:
            declared = self.root.members["variables"].members
            if steps[0] not in declared:
                self.missing.add(steps[0])
        default = variable.get("default") if variable is not None else None
        return Node(_UNKNOWN) if default is None else self._at(default, steps[1:])

    def _resource(self, steps: list[str]) -> Node:
        if len(steps) < 3:  # noqa: PLR2004 - resources.<kind>.<key>
            return Node(_UNKNOWN)
        address = address_of(steps[1], steps[2])
        resource = self.root.get(*steps[:3])
        if steps[3:4] and steps[3] in _CHANGED and self._has_presets():
            return Node(Unknown(links=(address,)))
        found = self._at(resource, steps[3:]) if resource is not None and len(steps) > 3 else Node(_UNKNOWN)  # noqa: PLR2004 - as above
        if isinstance(found.value, Unknown):
            return Node(Unknown(links=tuple(dict.fromkeys((address, *found.value.links)))))
        return Node(found.value, None, found.origins | {address})

    def _has_presets(self) -> bool:
        """Whether names and triggers will be others than those that are written."""
        return self.root.get("presets") is not None or self.root.text("bundle", "mode") not in ("", "production")

    def _at(self, node: Node, steps: list[str]) -> Node:
        """The value below, with its own references resolved on the way."""
        for step in steps:
            node = self.resolved(node) if isinstance(node.value, str) else node
            below: Any = None
            if isinstance(node.value, dict):
                below = node.value.get(step)
            elif isinstance(node.value, list) and step.isdecimal() and int(step) < len(node.value):
                below = node.value[int(step)]
            if not isinstance(below, Node) or below.value is None:
                return Node(_UNKNOWN)
            node = below
        return self.resolved(node)

    def _count(self, count: int) -> None:
        self._brought += count
        if self._brought > _MOST_NODES:
            raise TooLargeError


def _links(node: Node) -> Iterable[str]:
    return node.value.links if isinstance(node.value, Unknown) else sorted(node.origins)


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
