"""Reads what `databricks bundle plan -o json` prints for the direct engine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.bundles import resources
from checker.sources.bundles.direct_state import parts_of
from checker.sources.bundles.entries import Depends, Entry
from checker.sources.bundles.interpolation import addresses_in
from checker.sources.bundles.keys import Key, key_of
from checker.sources.bundles.objects import embedded, identified, object_id
from checker.sources.bundles.tree import Node, Unknown, tree_of
from checker.sources.errors import UnreadableError

if TYPE_CHECKING:
    from checker.sources.document import Draft

SCHEMA = "bundle/plan.json"
_VERSION = 2
_Action = Literal["skip", "resize", "update", "update_id", "create", "recreate", "delete", ""]
_ACTIONS = {
    "": "no-op",
    "skip": "no-op",
    "resize": "update",
    "update": "update",
    "update_id": "update",
    "create": "create",
    "recreate": "replace",
    "delete": "delete",
}
_STEPS = re.compile(r"\['((?:[^']|'')*)'\]|\[([0-9]+)\]|\.?([^.\[\]]+)")


class _NewState(msgspec.Struct):
    value: dict[str, Any] = {}
    vars: dict[str, str] | None = None


class _Planned(msgspec.Struct):
    id: str = ""
    action: _Action = ""
    gone: bool = False
    state_only: bool = False
    depends_on: list[Depends] | None = None
    new_state: _NewState | None = None
    remote_state: dict[str, Any] | None = None


class _Top(msgspec.Struct):
    plan_version: int = 0
    cli_version: str = ""
    lineage: str = ""
    serial: int = 0
    plan: dict[str, _Planned] | None = None
    not_selected: int = 0


def read(data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the text of a bundle's plan. Raises `msgspec.ValidationError`, `UnreadableError`."""
    top = jsontext.convert(data, _Top)
    _refuse_unknown(top)
    draft.set_facts(kind="plan", complete=not top.not_selected, errored=False)  # a plan that failed prints nothing
    members = {"source": "plan", "engine": "direct", "cli_version": top.cli_version}
    known = {name: value for name, value in members.items() if value}
    resources.facts(draft, tree_of(known), Location(file=draft.file))
    if top.not_selected:
        hint = "plan without --select"
        draft.add_problem(f"the plan leaves out {top.not_selected} resources: made with --select", hint)
    for name, planned in (top.plan or {}).items():
        _add(name, planned, draft)


def _refuse_unknown(top: _Top) -> None:
    if not top.plan_version:
        raise UnreadableError(
            "a bundle plan of the Terraform engine, which says what is done and not what resources will be",
            "terraform show -json .databricks/bundle/TARGET/terraform/plan > plan.json, or name the bundle's folder",
        )
    if top.plan_version != _VERSION:
        message = f"version {top.plan_version} of a bundle plan is not supported, only {_VERSION}"
        raise UnreadableError(message, "plan again with a Databricks CLI of this year; or upgrade tfcheck")


def _add(name: str, planned: _Planned, draft: Draft) -> None:
    place = Location(file=draft.file, pointer=f"/plan/{name.replace('~', '~0').replace('/', '~1')}")
    key = key_of(name)
    if key is None:
        draft.add_problem("a resource whose key is not known here", "upgrade tfcheck", place)
        return
    # Of what is gone already, and of what has nothing to delete, only the state forgets.
    action = "forget" if planned.gone or planned.state_only else _ACTIONS[planned.action]
    is_going = action in ("delete", "forget")
    before = _before(key, planned) if action not in ("no-op", "create") else {}
    # What the plan skips will be what it is; of all else only the plan says what it will be.
    if not is_going and planned.new_state is None and (action != "no-op" or planned.remote_state is None):
        hint = "plan again with the direct engine; this entry may have been cut"
        draft.add_problem(f"nothing says what {key.address} will be", hint, place)
        return
    needed = (key_of(each.node) for each in planned.depends_on or ())
    dependencies = tuple(each.address for each in needed if each is not None)
    for part in _going(key, before) if is_going else _staying(key, planned):
        fate = resources.Fate(place=place, action=action, before=before.get(part.address), depends_on=dependencies)
        resources.add(draft, part, fate)


def _before(key: Key, planned: _Planned) -> dict[str, dict[str, Any]]:
    """What is deployed now, by address."""
    if planned.remote_state is None:
        return {}
    entry = Entry(id=planned.id, state=planned.remote_state)
    return {part.address: resources.unset(part.attributes) for part in parts_of(key, entry)}


def _going(key: Key, before: dict[str, Any]) -> list[resources.Part]:
    """What goes away has no values; nothing may be known of it but its name."""
    addresses = list(before) or [key.address]
    steps = (address.partition(".") for address in addresses)
    return [resources.Part(type=type_, name=name, attributes=Node({})) for type_, _, name in steps]


def _staying(key: Key, planned: _Planned) -> list[resources.Part]:
    """What a resource will be; of one that the plan skips, what it is."""
    if planned.new_state is None:
        return parts_of(key, Entry(id=planned.id, state=planned.remote_state or {}))
    state = _with_unknowns(tree_of(planned.new_state.value), planned.new_state.vars or {})
    id_ = planned.id if planned.action not in ("create", "recreate", "update_id") and planned.id else None
    if key.part:
        reference = _reference(key, state)
        make = resources.grant_parts if key.part == "grants" else resources.permission_parts
        return list(make(key.kind, key.name, embedded(state), reference))
    return [resources.itself(key.kind, key.name, identified(key.kind, state, id_))]


def _reference(key: Key, state: Node) -> Node:
    """The object that permissions or grants are for."""
    named = state.get("full_name" if key.part == "grants" else "object_id") or Node("")
    if not isinstance(named.value, str) or not named.value:
        return resources.reference_to(key.kind, key.name, None)
    full = named.value if key.part == "grants" else object_id(named.value)
    return resources.reference_to(key.kind, key.name, full)


def _with_unknowns(state: Node, unknown: dict[str, str]) -> Node:
    """The values whose references are known only when they are deployed, taken out."""
    for path, template in unknown.items():
        steps = [name.replace("''", "'") or index or plain for name, index, plain in _STEPS.findall(path)]
        state = _replaced(state, steps, Node(Unknown(links=tuple(addresses_in(template)))))
    return state


def _replaced(node: Node, steps: list[str], leaf: Node) -> Node:
    if not steps:
        return leaf
    step, rest = steps[0], steps[1:]
    if isinstance(node.value, list) and step.isdecimal():
        items = list(node.value)
        items += [Node(None)] * (min(int(step), len(items) + 1) + 1 - len(items))
        index = min(int(step), len(items) - 1)
        items[index] = _replaced(items[index], rest, leaf)
        return Node(items, node.place)
    members = dict(node.members)
    members[step] = _replaced(members.get(step, Node(None)), rest, leaf)
    return Node(members, node.place)
