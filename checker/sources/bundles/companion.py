"""Finds the state beside a deployment's metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.bundles import direct_state
from checker.sources.bundles.kinds import KINDS
from checker.sources.errors import UnreadableError
from checker.sources.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.sources.document import Draft

_METADATA = "metadata.json"
_STATES = ("resources.json", "terraform.tfstate")  # of a migrated bundle the first is in use
_COMPARED = ("jobs", "pipelines", "dashboards")


class _Instance(msgspec.Struct):
    attributes: dict[str, Any] = {}


class _Resource(msgspec.Struct):
    mode: str
    type: str
    name: str
    instances: list[_Instance] = []


class _State(msgspec.Struct):
    resources: list[_Resource]


def state_beside(metadata: Path, draft: Draft) -> dict[str, Any] | None:
    """What the state that lies beside this file knows; None where there is none."""
    if not metadata.name.endswith(_METADATA):
        return None
    for name in _STATES:
        path = metadata.with_name(metadata.name.removesuffix(_METADATA) + name)
        if path.is_file():
            return _read(path, draft)
    return None


def _read(path: Path, draft: Draft) -> dict[str, Any] | None:
    try:
        data = read_bytes(path.as_posix())
        found = list(_direct(data, path) if "state_version" in jsontext.members(data) else _terraform(data))
    except (UnreadableError, msgspec.ValidationError):
        hint = "name it too, to be told what is wrong with it"
        draft.add_problem("the state beside the metadata cannot be read", hint, Location(file=path.as_posix()))
        return None
    known: dict[str, Any] = {"file": path.name}
    for kind, key, resource in found:
        known.setdefault(kind, {})[key] = resource
    return known


def _direct(data: memoryview, path: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, entry in direct_state.entries(data, path.as_posix()).items():
        _, kind, key, *below = name.split(".")
        if not below:
            yield kind, key, _known(entry.id, entry.state)


def _terraform(data: memoryview) -> Iterator[tuple[str, str, dict[str, Any]]]:
    kinds = {KINDS[kind].type: kind for kind in _COMPARED}
    for resource in jsontext.convert(data, _State).resources:
        if resource.mode == "managed" and resource.type in kinds and resource.instances:
            attributes = resource.instances[0].attributes
            yield kinds[resource.type], resource.name, _known(str(attributes.get("id") or ""), attributes)


def _known(id_: str, attributes: dict[str, Any]) -> dict[str, Any]:
    """Of a resource its id, and the commit that its code comes from, where it says one."""
    git = attributes.get("git_source")
    source = git[0] if isinstance(git, list) and git else git
    commit = (source.get("git_commit") or source.get("commit")) if isinstance(source, dict) else None
    url = (source.get("git_url") or source.get("url")) if isinstance(source, dict) else None
    return {"id": id_} | ({"commit": commit, "url": url} if commit and url else {})
