"""Puts the attributes of a bundle resource into Terraform's form: its names, and blocks as lists."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checker import shipped
from checker.sources.bundles.kinds import has_lists_of_blocks
from checker.sources.bundles.tree import Node

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_LIST = frozenset({"timeouts"})


def in_terraform_form(node: Node, type_: str, renamed: Mapping[str, str], types: Mapping[str, Any]) -> Node:
    """A mapping of attributes as Terraform's states write it. `types` are the names in the provider's schema."""
    return Node(_members(node, types.get(type_, {}), renamed, "", lists=has_lists_of_blocks(type_)), node.place)


def _members(node: Node, names: Any, renamed: Mapping[str, str], path: str, *, lists: bool) -> dict[str, Node]:
    found = {}
    for key, item in node.members.items():
        below = f"{path}{key}"
        name = renamed.get(below, key)
        inner = names.get(name, 0) if isinstance(names, dict) else 0
        found[name] = _value(item, inner, renamed, f"{below}.", lists=lists and name not in _NO_LIST)
    return found


def _value(node: Node, names: Any, renamed: Mapping[str, str], path: str, *, lists: bool) -> Node:
    if not isinstance(names, dict):
        return node  # an attribute: whatever it holds is its value
    if isinstance(node.value, list):
        return Node([_block(item, names, renamed, path, lists=lists) for item in node.value], node.place, node.origins)
    if isinstance(node.value, dict):
        block = _block(node, names, renamed, path, lists=lists)
        return Node([block], node.place) if lists else block
    return node


def _block(node: Node, names: Any, renamed: Mapping[str, str], path: str, *, lists: bool) -> Node:
    if not isinstance(node.value, dict):
        return node
    return Node(_members(node, names, renamed, path, lists=lists), node.place, node.origins)


@cache
def provider_types() -> Mapping[str, Any]:
    """The names of attributes and blocks by resource type."""
    types: dict[str, Any] = shipped.schema("providers/databricks/types.json")["types"]
    return types
