"""Puts the attributes of a bundle resource into Terraform's form: its names, and blocks as lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.providers import resource_type
from checker.sources.bundles.kinds import has_lists_of_blocks
from checker.sources.bundles.tree import Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.providers import Block

_NO_LIST = frozenset({"timeouts"})
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_TRUTHS = {"true": True, "false": False}


def in_terraform_form(node: Node, type_: str, renamed: Mapping[str, str]) -> Node:
    """A mapping of attributes as Terraform's states write it."""
    return Node(_members(node, resource_type(type_), renamed, "", lists=has_lists_of_blocks(type_)), node.place)


def _members(
    node: Node, schema: Block | None, renamed: Mapping[str, str], path: str, *, lists: bool
) -> dict[str, Node]:
    found = {}
    for key, item in node.members.items():
        below = f"{path}{key}"
        name = renamed.get(below, key)
        inner = schema.blocks.get(name) if schema else None
        typed = _typed(item, schema.attributes.get(name)) if schema else item
        found[name] = _value(typed, inner, renamed, f"{below}.", lists=lists and name not in _NO_LIST)
    return found


def _typed(node: Node, type_: Any) -> Node:
    """Text where a number or a truth value belongs is read as one, as the CLI does: values of variables are text."""
    if not isinstance(node.value, str):
        return node
    if type_ == "number" and _INTEGER.fullmatch(node.value):
        return Node(int(node.value), node.place, node.origins)
    if type_ == "bool" and node.value in _TRUTHS:
        return Node(_TRUTHS[node.value], node.place, node.origins)
    return node


def _value(node: Node, schema: Block | None, renamed: Mapping[str, str], path: str, *, lists: bool) -> Node:
    if schema is None:
        return node  # an attribute: whatever it holds is its value
    if isinstance(node.value, list):
        return Node([_block(item, schema, renamed, path, lists=lists) for item in node.value], node.place, node.origins)
    if isinstance(node.value, dict):
        block = _block(node, schema, renamed, path, lists=lists)
        return Node([block], node.place) if lists else block
    return node


def _block(node: Node, schema: Block, renamed: Mapping[str, str], path: str, *, lists: bool) -> Node:
    if not isinstance(node.value, dict):
        return node
    return Node(_members(node, schema, renamed, path, lists=lists), node.place, node.origins)
