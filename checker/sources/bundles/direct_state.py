"""Reads `resources.json`, the state of a bundle that the direct engine deploys."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.bundles import resources, write_ahead
from checker.sources.bundles.entries import Entry  # noqa: TC001 - msgspec reads the annotations
from checker.sources.bundles.keys import Key, key_of
from checker.sources.bundles.objects import embedded, identified, object_id
from checker.sources.bundles.tree import Attributes, Node, tree_of
from checker.sources.errors import UnreadableError
from checker.sources.files import STDIN, read_bytes
from checker.sources.state_links import StateLinks

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.sources.document import Draft

SCHEMA = "bundle/state.json"
_LATEST = 3
_CLI_VERSION = re.compile(r"[0-9A-Za-z.+-]{1,60}")


class _Top(msgspec.Struct):
    state_version: int
    cli_version: str = ""
    lineage: str = ""
    serial: int = 0
    features: dict[str, Any] | None = None
    state: dict[str, Entry] | None = None


def read(data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the text of a state. Raises `msgspec.ValidationError`, `UnreadableError`."""
    top = _top(data)
    found, has_more = _with_write_ahead(top, draft.file, draft.add_problem)
    draft.set_facts(kind="state", serial=top.serial, lineage=top.lineage or None)
    members = {
        "source": "state",
        "engine": "direct",
        "state_version": top.state_version,
        "cli_version": top.cli_version,
        "interrupted": True if has_more else None,
    }
    known = {name: value for name, value in members.items() if value}
    resources.facts(draft, tree_of(known), Location(file=draft.file))
    links = StateLinks()
    for name, entry in found.items():
        key = key_of(name)
        if key is not None and not key.part:
            links.note(key.address, key.address, entry.id)
    for name, entry in found.items():
        _add(name, entry, links, draft)


def entries(data: memoryview, file: str) -> dict[str, Entry]:
    """The resources of a state by their keys. Raises as `read` does."""
    found, _ = _with_write_ahead(_top(data), file, lambda *_: None)
    return {name: entry for name, entry in found.items() if key_of(name) is not None}


def _top(data: memoryview) -> _Top:
    top = jsontext.convert(data, _Top)
    wrote = f" (written by the Databricks CLI {top.cli_version})" if _CLI_VERSION.fullmatch(top.cli_version) else ""
    if top.features:
        message = f"a state of the direct engine that needs features which are not known here{wrote}"
        raise UnreadableError(message, "upgrade tfcheck; databricks bundle plan -o json shows what is deployed, too")
    if not 1 <= top.state_version <= _LATEST:
        message = f"state version {top.state_version} of the direct engine is not supported, only 1 to {_LATEST}{wrote}"
        raise UnreadableError(message, "upgrade tfcheck")
    return top


def _with_write_ahead(top: _Top, file: str, complain: Callable[..., None]) -> tuple[dict[str, Entry], bool]:
    """The resources, as far as a deployment came that broke off."""
    found = dict(top.state or {})
    path = Path(f"{file}.wal")
    if file == STDIN or not path.is_file():
        return found, False
    place = Location(file=path.as_posix())
    try:
        text = bytes(read_bytes(path.as_posix()))
    except UnreadableError as error:
        complain(f"the write-ahead file beside the state: {error.message}", error.hint, place)
        return found, False

    def report(message: str, hint: str) -> None:
        complain(message, hint, place)

    return found, write_ahead.apply(text, found, (top.lineage, top.serial), report)


def _add(name: str, entry: Entry, links: StateLinks, draft: Draft) -> None:
    place = Location(file=draft.file, pointer=f"/state/{name.replace('~', '~0').replace('/', '~1')}")
    key = key_of(name)
    if key is None:
        draft.add_problem("a resource whose key is not known here", "upgrade tfcheck", place)
        return
    needed = [each for each in entry.depends_on or () if key_of(each.node) is not None]
    dependencies = tuple(each.address for need in needed if (each := key_of(need.node)))
    for part in parts_of(key, entry):
        values = Attributes.of(part.attributes).values
        told = links.of(part.address, dependencies, values)
        resources.add(draft, part, resources.Fate(place=place, depends_on=dependencies, links=told))


def parts_of(key: Key, entry: Entry) -> list[resources.Part]:
    """What one resource of the state is to Terraform."""
    state = tree_of(entry.state)
    if key.part == "permissions":
        reference = resources.reference_to(key.kind, key.name, object_id(entry.state.get("object_id") or entry.id))
        found = list(resources.permission_parts(key.kind, key.name, embedded(state), reference))
    elif key.part == "grants":
        written = entry.state.get("full_name")
        full_name = written if written and isinstance(written, str) else entry.id.partition("/")[2]
        reference = resources.reference_to(key.kind, key.name, full_name)
        found = list(resources.grant_parts(key.kind, key.name, embedded(state), reference))
    else:
        return [resources.itself(key.kind, key.name, identified(key.kind, state, entry.id))]
    return [_with_id(part, entry.id) for part in found]


def _with_id(part: resources.Part, id_: str) -> resources.Part:
    members = {**part.attributes.members, "id": Node(id_)}
    return resources.Part(type=part.type, name=part.name, attributes=Node(members, part.attributes.place))
