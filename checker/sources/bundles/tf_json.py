"""Reads `bundle.tf.json`, which the Terraform engine generates of a bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.bundles import resources
from checker.sources.bundles.blocks import in_terraform_form
from checker.sources.bundles.interpolation import interpolated
from checker.sources.bundles.tree import Node, Unknown, with_members

if TYPE_CHECKING:
    from checker.sources.document import Draft

SCHEMA = "bundle/terraform.json"
_MEMBERS = frozenset({"//", "terraform", "provider", "resource"})


class _Provider(msgspec.Struct):
    source: str
    version: str = ""


class _Required(msgspec.Struct):
    databricks: _Provider


class _Terraform(msgspec.Struct):
    required_providers: _Required


class _Top(msgspec.Struct):
    terraform: _Terraform
    resource: dict[str, dict[str, dict[str, Any]]] = {}


_top = msgspec.json.Decoder(_Top)


def is_generated(members: dict[str, msgspec.Raw]) -> bool:
    """Whether a file with these members is what a bundle generates: nothing but provider and resources."""
    if not {"terraform", "resource"} <= members.keys() or members.keys() - _MEMBERS:
        return False
    terraform = jsontext.value(members["terraform"], "/terraform")
    required = terraform.get("required_providers") if isinstance(terraform, dict) else None
    return isinstance(required, dict) and "databricks" in required


def read(data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the text of a generated configuration. Raises `msgspec.ValidationError`, `UnreadableError`."""
    top = jsontext.convert(data, _Top)
    provider = top.terraform.required_providers.databricks
    draft.set_facts(kind="bundle")
    draft.providers["databricks"] = {"name": "databricks", "full_name": provider.source} | (
        {"version_constraint": provider.version} if provider.version else {}
    )
    here = Location(file=draft.file)
    resources.facts(draft, Node({"source": Node("terraform"), "engine": Node("terraform")}), here)
    for type_, by_name in top.resource.items():
        for name, attributes in by_name.items():
            place = Location(file=draft.file, pointer=f"/resource/{type_}/{name}")
            known = in_terraform_form(interpolated(attributes), type_, {})
            part = resources.Part(type=type_, name=name, attributes=with_members(known, {"id": Node(Unknown())}))
            resources.add(draft, part, resources.Fate(place=place))
