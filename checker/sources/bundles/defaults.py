"""Adds to the resources of a bundle what the Databricks CLI adds when it deploys them.

https://docs.databricks.com/en/dev-tools/bundles/deployment-modes.html (modes and presets),
https://github.com/databricks/cli/tree/main/bundle/config/mutator/resourcemutator (all of it).
Not added: the rights of whoever deploys, which the CLI writes into all permissions that there are;
nothing in the files says who that will be.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker.sources.bundles.kinds import kind_of
from checker.sources.bundles.tree import Node, Unknown, tree_of, with_members

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PREFIXED = {
    "jobs": "name",
    "pipelines": "name",
    "models": "name",
    "clusters": "cluster_name",
    "dashboards": "display_name",
    "genie_spaces": "title",
    "alerts": "display_name",
    "sql_warehouses": "name",
}
_PREFIXED_PLAINLY = ("model_serving_endpoints", "registered_models", "schemas")
_WITH_RUN_AS = ("jobs", "pipelines", "alerts")
_TAGGED_BY_MAP = {"jobs": "tags", "pipelines": "tags", "clusters": "custom_tags"}
_TAGGED_BY_LIST = ("models", "experiments")
_TRIGGERS = ("schedule", "continuous", "trigger")
_DEVELOPMENT = {"name_prefix": Unknown(), "trigger_pause_status": "PAUSED", "jobs_max_concurrent_runs": 4}
_DEFAULTS: dict[str, dict[str, Any]] = {
    "jobs": {
        "name": "Untitled",
        "max_concurrent_runs": 1,
        "queue": {"enabled": True},
        "format": "MULTI_TASK",
        "edit_mode": "UI_LOCKED",
    },
    "pipelines": {"edition": "ADVANCED", "channel": "CURRENT"},
    "volumes": {"volume_type": "MANAGED"},
    "sql_warehouses": {
        "auto_stop_mins": 120,
        "enable_photon": True,
        "max_num_clusters": 1,
        "spot_instance_policy": "COST_OPTIMIZED",
    },
    "clusters": {"autotermination_minutes": 60},
}
_FOLDERS = {"file_path": "files", "artifact_path": "artifacts", "state_path": "state", "resource_path": "resources"}
_HOME = "/Workspace/Users/${workspace.current_user.userName}"
_OF_DEPLOYER = re.compile(r"(?:/Workspace)?/Users/\$\{workspace\.current_user\.(?:userName|user_name)\}(?:/|$)")
_PRINCIPALS = ("group_name", "user_name", "service_principal_name")


def with_folders(root: Node) -> Node:
    """The configuration with the folders of the workspace that it does not name itself."""
    workspace = root.get("workspace")
    root_path = (workspace.get("root_path") if workspace is not None else None) or Node(
        "~/.bundle/${bundle.name}/${bundle.target}"
    )
    if isinstance(root_path.value, str) and root_path.value.startswith("~/"):
        root_path = Node(f"{_HOME}/{root_path.value[2:]}", root_path.place)
    folders = {"root_path": _in_workspace(root_path)}
    if isinstance(root_path.value, str) and _OF_DEPLOYER.match(root_path.value):
        folders["in_home_of_deployer"] = Node(True, root_path.place)
    for name, folder in _FOLDERS.items():
        given = workspace.get(name) if workspace is not None else None
        folders[name] = _in_workspace(given) if given is not None else Node(f"${{workspace.root_path}}/{folder}")
    return Node({**root.members, "workspace": with_members(workspace, folders)}, root.place)


def _in_workspace(node: Node) -> Node:
    """Folders of the workspace begin with /Workspace, whether it is written or not."""
    if isinstance(node.value, str) and node.value.startswith(("/Users/", "/Shared/", "/Repos/")):
        return Node(f"/Workspace{node.value}", node.place, node.origins)
    return node


class Defaults(Struct, frozen=True, kw_only=True):
    """What one configuration, with all references resolved, adds to each of its resources."""

    root: Node

    @property
    def is_development(self) -> bool:
        """Whether the target says `mode: development`."""
        return self.root.text("bundle", "mode") == "development"

    def preset(self, name: str) -> Node | None:
        """A preset, as it is written or as development mode has it."""
        given = self.root.get("presets", name)
        if given is not None or name not in _DEVELOPMENT:
            return given
        mode = self.root.get("bundle", "mode") or Node("")
        if isinstance(mode.value, Unknown):
            return mode
        return Node(_DEVELOPMENT[name]) if self.is_development else None

    def added_to(self, kind: str, resource: Node) -> Node:
        """A resource of this kind as it is deployed."""
        steps: tuple[Callable[[str, Node], Node], ...] = (
            self._with_run_as,
            self._with_prefix,
            self._with_tags,
            self._with_triggers,
            self._with_defaults,
            self._with_deployment,
            self._with_permissions,
        )
        for step in steps:
            resource = step(kind, resource)
        return resource

    def _with_run_as(self, kind: str, resource: Node) -> Node:
        run_as = self.root.get("run_as")
        if kind not in _WITH_RUN_AS or run_as is None or resource.get("run_as") is not None:
            return resource
        return with_members(resource, {"run_as": run_as})

    def _with_prefix(self, kind: str, resource: Node) -> Node:
        prefix = self.preset("name_prefix")
        if prefix is None or prefix.value == "":
            return resource
        if kind in _PREFIXED:
            attribute = _PREFIXED[kind]
            return _renamed(resource, attribute, prefix, lambda before, name: before + name)
        if kind == "experiments":
            return _renamed(resource, "name", prefix, _prefixed_path)
        if kind in _PREFIXED_PLAINLY and not self._skips(kind):
            return _renamed(resource, "name", prefix, lambda before, name: _plain_prefix(before) + name)
        return resource

    def _skips(self, kind: str) -> bool:
        node = self.root.get("experimental", "skip_name_prefix_for_schema")
        return kind == "schemas" and node is not None and node.value is True

    def _with_tags(self, kind: str, resource: Node) -> Node:
        presets = self.preset("tags")
        tags = dict(presets.members) if presets is not None else {}
        if self.is_development:
            tags.setdefault("dev", Node(Unknown()))
        if not tags:
            return resource
        if kind in _TAGGED_BY_MAP:
            attribute = _TAGGED_BY_MAP[kind]
            own = resource.get(attribute)
            if own is not None and isinstance(own.value, Unknown):
                return resource
            merged = {**tags, **(own.members if own is not None else {})}
            return with_members(resource, {attribute: Node(merged, own.place if own is not None else None)})
        if kind in _TAGGED_BY_LIST:
            return with_members(resource, {"tags": _listed_tags(resource.get("tags"), tags)})
        if kind == "sql_warehouses":
            listed = _listed_tags(resource.get("tags", "custom_tags"), tags)
            return with_members(resource, {"tags": with_members(resource.get("tags"), {"custom_tags": listed})})
        return resource

    def _with_triggers(self, kind: str, resource: Node) -> Node:
        status = self.preset("trigger_pause_status")
        if kind == "jobs":
            status = status if status is not None else Node("UNPAUSED")
            triggers = {name: node for name in _TRIGGERS if (node := resource.get(name)) is not None}
            paused = {
                name: with_members(node, {"pause_status": status})
                for name, node in triggers.items()
                if isinstance(node.value, dict) and node.get("pause_status") is None
            }
            return with_members(resource, paused)
        if kind == "pipelines" and status is not None and status.value == "PAUSED":
            return with_members(resource, {"continuous": Node(False)})
        return resource

    def _with_defaults(self, kind: str, resource: Node) -> Node:
        added = {name: tree_of(value) for name, value in _DEFAULTS.get(kind, {}).items()}
        runs = self.preset("jobs_max_concurrent_runs")
        if kind == "jobs" and runs is not None:
            added["max_concurrent_runs"] = runs
        if kind == "pipelines" and self._develops_pipelines():
            added["development"] = Node(True)
        return with_members(resource, {name: node for name, node in added.items() if resource.get(name) is None})

    def _develops_pipelines(self) -> bool:
        node = self.preset("pipelines_development")
        return self.is_development if node is None else node.value is True

    def _with_deployment(self, kind: str, resource: Node) -> Node:
        """Jobs and pipelines say which bundle they are of."""
        if kind not in ("jobs", "pipelines"):
            return resource
        state_path = self.root.get("workspace", "state_path") or Node(Unknown())
        path = f"{state_path.value}/metadata.json" if isinstance(state_path.value, str) else Unknown()
        place = self.root.get("workspace", "root_path")
        deployment = {"kind": Node("BUNDLE"), "metadata_file_path": Node(path, place.place if place else None)}
        return with_members(resource, {"deployment": Node(deployment)})

    def _with_permissions(self, kind: str, resource: Node) -> Node:
        """The permissions of the bundle hold for each resource that has such a level."""
        given, levels = self.root.get("permissions"), kind_of(kind).levels
        if given is None or not levels:
            return resource
        own = resource.get("permissions")
        if isinstance(given.value, Unknown) or (own is not None and isinstance(own.value, Unknown)):
            return with_members(resource, {"permissions": Node(Unknown(), given.place)})
        entries = own.items if own is not None else []
        mapped = [_with_level(entry, levels) for entry in given.items]
        added = [each for each in mapped if each is not None and not any(_is_of_same(each, other) for other in entries)]
        place = own.place if own is not None else given.place
        return with_members(resource, {"permissions": Node([*entries, *added], place)}) if added else resource


def _renamed(resource: Node, attribute: str, prefix: Node, join: Callable[[str, str], str]) -> Node:
    name = resource.get(attribute) or Node("")
    if isinstance(prefix.value, str) and isinstance(name.value, str):
        return with_members(resource, {attribute: Node(join(prefix.value, name.value), name.place, name.origins)})
    links = name.value.links if isinstance(name.value, Unknown) else tuple(name.origins)
    return with_members(resource, {attribute: Node(Unknown(links=links), name.place)})


def _prefixed_path(prefix: str, name: str) -> str:
    folder, base = posixpath.split(name)
    return f"{folder}/{prefix}{base}" if folder else f"{prefix}{base}"


def _plain_prefix(prefix: str) -> str:
    """Such as dev_ann_ for "[dev ann] ": names of these may hold no brackets."""
    bare = prefix.replace("[", "").strip(" ")
    ending = "_" if bare.endswith("]") else ""
    return re.sub(r"[^\w]+", "_", bare).strip("_").lower() + ending


def _with_level(entry: Node, levels: Mapping[str, str]) -> Node | None:
    """A permission of the bundle as it is for one kind of resources; None where it means nothing for them."""
    level = entry.get("level") or Node("", entry.place)
    if isinstance(level.value, Unknown):
        return entry
    known = levels.get(level.value) if isinstance(level.value, str) else None
    return None if known is None else with_members(entry, {"level": Node(known, level.place)})


def _listed_tags(own: Node | None, tags: dict[str, Node]) -> Node:
    if own is not None and isinstance(own.value, Unknown):
        return own
    items = own.items if own is not None else []
    keys = {item.text("key") for item in items}
    added = [Node({"key": Node(key), "value": value}) for key, value in sorted(tags.items()) if key not in keys]
    return Node([*items, *added], own.place if own is not None else None)


def _is_of_same(entry: Node, other: Node) -> bool:
    return any(entry.text(name) and entry.text(name) == other.text(name) for name in _PRINCIPALS)
