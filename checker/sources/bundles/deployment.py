"""Reads `deployment.json`, in which the Databricks CLI keeps which files it has uploaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.bundles import resources
from checker.sources.bundles.tree import tree_of
from checker.sources.errors import UnreadableError

if TYPE_CHECKING:
    from checker.sources.document import Draft

SCHEMA = "bundle/deployment.json"
_VERSION = 1


class _File(msgspec.Struct):
    local_path: str
    is_notebook: bool | None = None


class _Top(msgspec.Struct):
    version: int
    seq: int
    cli_version: str
    files: list[_File] | None = None


def read(data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the text of a deployment's files. Raises `msgspec.ValidationError`, `UnreadableError`."""
    top = jsontext.convert(data, _Top)
    if top.version != _VERSION:
        message = f"version {top.version} of a bundle's deployment.json is not supported, only {_VERSION}"
        raise UnreadableError(message, "upgrade tfcheck, or deploy the bundle again")
    draft.set_facts(kind="bundle")
    members = {
        "source": "deployment",
        "cli_version": top.cli_version,
        "files": [file.local_path for file in top.files or ()],
    }
    resources.facts(draft, tree_of(members), Location(file=draft.file, pointer="/files"))
