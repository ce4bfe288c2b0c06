"""Reads `databricks.yml`, with what it includes, as it would be deployed to one target."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.bundles import resources
from checker.sources.bundles.code_paths import with_code_paths
from checker.sources.bundles.defaults import Defaults, with_folders
from checker.sources.bundles.given import with_given
from checker.sources.bundles.merging import MergeError, with_keyed_lists
from checker.sources.bundles.project import load
from checker.sources.bundles.references import References, TooLargeError
from checker.sources.bundles.targets import choose, targets_of, with_target
from checker.sources.bundles.tree import Node, Unknown, plain, with_members
from checker.sources.errors import MalformedError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.sources.bundles.project import Project
    from checker.sources.document import Draft

SCHEMA = "bundle/configuration.json"
_Map = dict[str, Any]
_Entries = list[dict[str, Any]] | str  # text: a reference to a complex variable
_OF_TARGET = ("mode", "default", "workspace", "run_as", "git", "permissions", "presets", "artifacts")


class _Resource(msgspec.Struct):
    permissions: _Entries | None = None
    grants: _Entries | None = None


class _Target(msgspec.Struct):
    bundle: _Map | None = None
    workspace: _Map | None = None
    resources: dict[str, dict[str, _Resource | None] | None] | None = None
    variables: _Map | None = None
    permissions: _Entries | None = None
    run_as: _Map | str | None = None
    presets: _Map | None = None
    artifacts: _Map | None = None
    git: _Map | None = None
    mode: str | None = None
    default: bool | None = None


class _Variable(msgspec.Struct):
    lookup: _Map | None = None


class _Root(msgspec.Struct):
    bundle: _Map | None = None
    include: list[str] | None = None
    workspace: _Map | None = None
    resources: dict[str, dict[str, _Resource | None] | None] | None = None
    variables: dict[str, _Variable | None] | None = None
    permissions: _Entries | None = None
    run_as: _Map | str | None = None
    presets: _Map | None = None
    artifacts: _Map | None = None
    experimental: _Map | None = None
    targets: dict[str, _Target | None] | None = None
    environments: dict[str, _Target | None] | None = None


def read(data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the text of `databricks.yml`. Raises `UnreadableError`, `MalformedError`, `UsageError`."""
    fill(load(data, draft.file), draft)


def fill(project: Project, draft: Draft) -> None:
    """Fill `draft` from a bundle whose files were read. Raises as `read` does."""
    _refuse_malformed(project.root)
    target = choose(project.root, draft.target, draft.file)
    try:
        merged = with_given(with_target(project.root, target), project, draft.file, draft.given)
        root, references = _resolved(merged)
    except MergeError as error:
        hint = "a list cannot be merged with a map, nor either with a plain value"
        raise UnreadableError("a target that cannot be merged with the rest", hint, error.second.place) from None
    except TooLargeError:
        hint = "a variable that holds another many times multiplies; write it out where it is needed"
        raise UnreadableError("references that make more than 300,000 values", hint) from None
    draft.set_facts(kind="bundle")
    draft.suggest_target(target)
    for complaint in project.complaints:
        draft.add_problem(complaint.message, complaint.hint, complaint.place)
    for remarks in project.remarks:
        draft.add_remarks(remarks)
    _note_references(references, draft)
    place = (root.get("bundle") or root).place or Location(file=draft.file)
    resources.facts(draft, _facts(root, project.root), place)
    _add_resources(root, draft, place)


def _resolved(root: Node) -> tuple[Node, References]:
    """The configuration for one target with all references resolved. Raises `MergeError`, `TooLargeError`."""
    merged = with_folders(root)
    references = References(merged)
    names = [name for name in merged.members if name not in ("targets", "environments", "include")]
    return Node({name: references.resolved(merged.members[name]) for name in names}, merged.place), references


def _refuse_malformed(root: Node) -> None:
    """Raise `MalformedError` where the structure is not that of a bundle."""
    tree = plain(root)
    try:
        msgspec.convert(tree, _Root)
    except msgspec.ValidationError as error:
        raise MalformedError(str(error), schema=SCHEMA, data=jsontext.text(tree), places=_places(root)) from None


def _places(node: Node, pointer: str = "") -> dict[str, Location]:
    """JSON pointer → place, of everything in the configuration."""
    found = {pointer: node.place} if node.place is not None else {}
    pairs: list[tuple[Any, Node]] = [*node.members.items(), *enumerate(node.items)]
    for step, item in pairs:
        found |= _places(item, f"{pointer}/{str(step).replace('~', '~0').replace('/', '~1')}")
    return found


def _note_references(references: References, draft: Draft) -> None:
    for reference in sorted(references.cyclic):
        draft.add_problem(f"the reference ${{{reference}}} leads back to itself", "break the circle")
    for name in sorted(references.missing):
        draft.add_problem(f"the variable {name} is not declared", f"declare it under variables: {name}")


def _facts(root: Node, written: Node) -> Node:
    """What the bundle says about itself, for the target and, in short, for every target."""
    bundle, workspace = root.get("bundle") or Node({}), root.get("workspace") or Node({})
    members: dict[str, Node] = {
        "source": Node("configuration"),
        "workspace": Node({key: node for key, node in workspace.members.items() if key != "current_user"}),
        "variables": Node({key: _value(node) for key, node in _members(root, "variables").items()}),
        "targets": Node({name: _target(node) for name, node in targets_of(written).items()}),
    }
    for name in ("name", "mode", "git", "engine", "databricks_cli_version"):
        members |= {name: node} if (node := bundle.get(name)) is not None else {}
    for name in ("run_as", "permissions", "presets", "artifacts"):
        members |= {name: node} if (node := root.get(name)) is not None else {}
    return Node(members, bundle.place)


def _members(root: Node, *names: str) -> Mapping[str, Node]:
    node = root.get(*names)
    return node.members if node is not None else {}


def _value(variable: Node) -> Node:
    """What a variable is unless somebody sets it when deploying; lookups ask the workspace."""
    default = variable.get("default")
    return default if default is not None else Node(Unknown(), variable.place)


def _target(target: Node) -> Node:
    """What a target says itself, references to the chosen target's values left out."""
    known = {name: node for name in _OF_TARGET if (node := target.get(name)) is not None}
    given = {name: node.get("default") or node for name, node in _members(target, "variables").items()}
    known |= {"variables": Node(given)} if given else {}
    return Node({name: _own(node) for name, node in known.items()}, target.place)


def _own(node: Node) -> Node:
    """A value of a target that may not be the chosen one: what refers to anything is not known."""
    if isinstance(node.value, str) and "${" in node.value:
        return Node(Unknown(), node.place)
    if isinstance(node.value, dict):
        return Node({key: _own(item) for key, item in node.members.items()}, node.place)
    if isinstance(node.value, list):
        return Node([_own(item) for item in node.items], node.place)
    return node


def _add_resources(root: Node, draft: Draft, place: Location) -> None:
    defaults = Defaults(root=root)
    for kind, listed in _members(root, "resources").items():
        for key, resource in listed.members.items():
            placed = with_code_paths(kind, with_keyed_lists(kind, resource), root, posixpath.dirname(draft.file))
            whole = defaults.added_to(kind, placed)
            identified = with_members(whole, {"id": Node(Unknown())})
            for part in resources.parts(kind, key, identified, resources.reference_to(kind, key, None)):
                resources.add(draft, part, resources.Fate(place=resource.place or place))
