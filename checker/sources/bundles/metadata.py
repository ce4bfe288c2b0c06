"""Reads `metadata.json`, which a deployment leaves beside its state."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.bundles import companion, resources
from checker.sources.bundles.tree import tree_of
from checker.sources.errors import UnreadableError
from checker.sources.files import STDIN

if TYPE_CHECKING:
    from checker.sources.document import Draft

SCHEMA = "bundle/metadata.json"
_VERSION = 1
# The default folder of a bundle's files; with a root_path of its own nothing says the target.
_FILES = re.compile(r"/\.bundle/[^/]+/([^/]+)/files$")


class _Git(msgspec.Struct):
    branch: str | None = None
    origin_url: str | None = None
    commit: str | None = None
    bundle_root_path: str | None = None


class _Bundle(msgspec.Struct):
    name: str | None = None
    target: str | None = None
    mode: str | None = None
    git: _Git | None = None


class _Workspace(msgspec.Struct):
    file_path: str | None = None


class _Deployed(msgspec.Struct):
    id: str | None = None
    relative_path: str | None = None


class _Presets(msgspec.Struct):
    source_linked_deployment: bool | None = None


class _Config(msgspec.Struct):
    bundle: _Bundle | None = None
    workspace: _Workspace | None = None
    resources: dict[str, dict[str, _Deployed]] | None = None
    presets: _Presets | None = None


class _Top(msgspec.Struct):
    version: int
    config: _Config


def read(data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the text of a deployment's metadata. Raises `msgspec.ValidationError`, `UnreadableError`."""
    top = jsontext.convert(data, _Top)
    if top.version != _VERSION:
        message = f"version {top.version} of a bundle's metadata is not supported, only {_VERSION}"
        raise UnreadableError(message, "upgrade tfcheck, or deploy the bundle again")
    config = top.config
    bundle, workspace = config.bundle or _Bundle(), config.workspace or _Workspace()
    draft.set_facts(kind="bundle")
    draft.suggest_target(bundle.target or _target(workspace.file_path or ""))
    members = {
        "source": "metadata",
        "name": bundle.name or None,
        "target": bundle.target or None,
        "mode": bundle.mode or None,
        "git": _set(bundle.git or _Git()),
        "workspace": _set(workspace),
        "resources": {
            kind: {key: _set(deployed) for key, deployed in by_key.items()}
            for kind, by_key in (config.resources or {}).items()
        },
        "state": companion.state_beside(Path(draft.file), draft) if draft.file != STDIN else None,
    }
    known = {name: value for name, value in members.items() if value is not None}
    resources.facts(draft, tree_of(known), Location(file=draft.file, pointer="/config"))


def _set(struct: msgspec.Struct) -> dict[str, Any]:
    return {name: value for name, value in msgspec.structs.asdict(struct).items() if value}


def _target(file_path: str) -> str | None:
    found = _FILES.search(file_path)
    return found[1] if found else None
