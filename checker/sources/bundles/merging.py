"""Merges parts of a bundle's configuration as the Databricks CLI does.

https://github.com/databricks/cli/tree/main/libs/dyn/merge: maps are merged, lists are put one behind
the other, of anything else the second wins. Tasks, clusters and parameters of one key become one.
"""

from __future__ import annotations

from typing import Any

from checker.sources.bundles.tree import Node

_GRANTED = ("catalogs", "schemas", "external_locations", "volumes", "registered_models")
# Kind of resource → list in it → what its items are told apart by.
_KEYED = {
    "jobs": {"tasks": "task_key", "job_clusters": "job_cluster_key", "parameters": "name"},
    "pipelines": {"clusters": "label"},
    "apps": {"resources": "name"},
    **{
        key: {"grants": "principal"}
        for key in ("catalogs", "schemas", "external_locations", "volumes", "registered_models")
    },
}
_DEFAULT_LABEL = "default"  # of a pipeline's cluster


class MergeError(Exception):
    """Two values that are not of one kind; `second` is the one that came later."""

    def __init__(self, second: Node) -> None:
        super().__init__("values of two kinds cannot be merged")
        self.second = second


def merge(first: Node, second: Node) -> Node:
    """The second laid over the first. Raises `MergeError`."""
    if first.value is None:
        return second
    if second.value is None:
        return first
    one, other = first.value, second.value
    if isinstance(one, dict) and isinstance(other, dict):
        merged = {**one, **other}
        merged |= {key: merge(one[key], other[key]) for key in one.keys() & other.keys()}
        return Node(merged, first.place)
    if isinstance(one, list) and isinstance(other, list):
        return Node([*one, *other], first.place)
    if isinstance(one, (dict, list)) or isinstance(other, (dict, list)):
        raise MergeError(second)
    return second


def with_keyed_lists(kind: str, resource: Node) -> Node:
    """A resource whose tasks, clusters, parameters and grants of one key are merged."""
    lists = _KEYED.get(kind, {})
    if not any(resource.get(name) for name in lists):
        return resource
    members = {name: _by_key(item, lists[name]) if name in lists else item for name, item in resource.members.items()}
    return Node(members, resource.place)


def _by_key(node: Node, name: str) -> Node:
    if not isinstance(node.value, list):
        return node
    found: dict[Any, Node] = {}
    for index, item in enumerate(node.value):
        key = _key(item, name, index)
        found[key] = merge(found[key], item) if key in found else item
    merged = [_deduplicated(item) for item in found.values()] if name == "principal" else list(found.values())
    return Node(merged, node.place, node.origins)


def _key(item: Node, name: str, index: int) -> object:
    """What tells an item apart; one without a key, or whose key is not known, is like no other."""
    key = item.get(name)
    if key is not None and isinstance(key.value, str):
        return key.value.lower() if name == "label" else key.value
    if name == "label" and key is None:
        return _DEFAULT_LABEL
    return index


def _deduplicated(grant: Node) -> Node:
    privileges = grant.get("privileges")
    if privileges is None or not isinstance(privileges.value, list):
        return grant
    seen: dict[Any, Node] = {}
    for index, item in enumerate(privileges.value):
        seen.setdefault(item.value if isinstance(item.value, str) else index, item)
    return Node({**grant.members, "privileges": Node(list(seen.values()), privileges.place)}, grant.place)
