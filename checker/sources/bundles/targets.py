"""Chooses the target of a bundle, and lays what it overrides over the rest.

https://docs.databricks.com/en/dev-tools/bundles/settings.html#targets
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.sources.bundles.merging import merge
from checker.sources.bundles.tree import Node, with_members
from checker.sources.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MERGED = ("bundle", "workspace", "artifacts", "resources", "sync", "permissions", "presets")
_OF_BUNDLE = ("mode", "compute_id", "cluster_id")
_OF_VARIABLE = frozenset({"default", "description", "lookup", "type"})
_ONLY = "default"  # what the CLI calls the target of a bundle that has none


def targets_of(root: Node) -> Mapping[str, Node]:
    """The targets by name; `environments` is what they were called first."""
    found = root.get("targets") or root.get("environments")
    return found.members if found is not None else {}


def choose(root: Node, wanted: str | None, file: str) -> str | None:
    """The target to check: the one that is wanted, else the default one; None where the bundle has none.

    Raises `UsageError` for a target that the bundle does not have.
    """
    targets = targets_of(root)
    if not targets:
        return wanted
    if wanted is not None:
        if wanted not in targets:
            close = get_close_matches(wanted, sorted(targets), n=1, cutoff=0.4)
            hint = f"did you mean {close[0]}?" if close else f"it has {', '.join(sorted(targets))}"
            raise UsageError(f"{file}: the bundle has no target {wanted}", hint)
        return wanted
    if len(targets) == 1:
        return next(iter(targets))
    defaults = [name for name, target in targets.items() if _is_default(target)]
    if len(defaults) == 1:
        return defaults[0]
    many = "several default targets" if defaults else "several targets and no default"
    place = (root.get("targets") or root).place
    raise UnreadableError(f"a bundle with {many}", f"say which: --target {min(targets)}", place)


def with_target(root: Node, name: str | None) -> Node:
    """The configuration as it is for one target. Raises `MergeError`."""
    target = targets_of(root).get(name or "", Node(None))
    members = dict(root.members)
    for part in _MERGED:
        before, override = root.get(part), target.get(part)
        if override is not None:
            members[part] = merge(before, override) if before is not None else override
    members["variables"] = _variables(root, target)
    run_as = target.get("run_as")
    if run_as is not None:
        members["run_as"] = run_as  # of two identities only one can be: it is not merged
    return Node({**members, "bundle": _bundle(members.get("bundle"), target, name)}, root.place)


def _bundle(bundle: Node | None, target: Node, name: str | None) -> Node:
    own = {key: node for key in _OF_BUNDLE if (node := target.get(key)) is not None}
    git = target.get("git")
    if git is not None:
        before = bundle.get("git") if bundle is not None else None
        own["git"] = merge(before, git) if before is not None else git
    return with_members(bundle, {**own, "target": Node(name or _ONLY)})


def _variables(root: Node, target: Node) -> Node:
    """A target says of a variable its value, or as much as a declaration does."""
    declared = root.get("variables")
    found = dict(declared.members) if declared is not None else {}
    for name, given in (target.get("variables") or Node({})).members.items():
        override = given if _is_declaration(given) else Node({"default": given}, given.place)
        before = dict(found[name].members) if name in found else {}
        if override.get("default") is not None or override.get("lookup") is not None:
            before = {key: node for key, node in before.items() if key not in ("default", "lookup")}
        found[name] = Node({**before, **override.members}, override.place)
    return Node(found, declared.place if declared is not None else None)


def _is_declaration(node: Node) -> bool:
    return isinstance(node.value, dict) and bool(node.value) and node.value.keys() <= _OF_VARIABLE


def _is_default(target: Node) -> bool:
    node = target.get("default")
    return node is not None and node.value is True
