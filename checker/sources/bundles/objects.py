"""Reads what the direct engine keeps of a resource: ids, and lists of permissions and grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.sources.bundles.tree import Node, Unknown, tree_of, with_members

if TYPE_CHECKING:
    from collections.abc import Mapping

# Where the list of permissions or grants stands; what it was called changed with versions of the CLI.
_LISTS = ("__embed__", "_", "permissions", "grants")
# Attributes in which Terraform's states hold the id once more.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "experiments": ("experiment_id",),
    "registered_models": ("full_name",),
    "schemas": ("schema_id",),
    "dashboards": ("dashboard_id",),
    "models": ("registered_model_id",),
}
# What the workspace sets where nobody does, and the engine does not keep.
_NOT_KEPT: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    ("catalogs", "external_locations", "registered_models", "schemas", "volumes"), ("owner",)
)
_NAMED = {"model_serving_endpoints": ("endpoint_id", "serving_endpoint_id")}


def embedded(state: Node) -> Node:
    """The entries of permissions or grants."""
    for name in _LISTS:
        node = state.get(name)
        if node is not None:
            return node
    return tree_of([])


def identified(kind: str, state: Node, id_: str | None) -> Node:
    """A resource with its id where Terraform has it; `id_` None: not known before it is deployed."""
    id_node = Node(Unknown() if id_ is None else id_)
    members = {"id": id_node}
    members |= {name: id_node for name in _ALSO.get(kind, ()) if state.get(name) is None}
    members |= {name: Node(Unknown()) for name in _NOT_KEPT.get(kind, ()) if state.get(name) is None}
    if kind in _NAMED:
        given, wanted = _NAMED[kind]
        known = state.get(given)
        members |= {wanted: known} if known is not None else {}
    return with_members(state, members)


def object_id(path: object) -> str:
    """`123` of `/jobs/123`."""
    return str(path).rpartition("/")[2]
