"""Reads `terraform show -json` of a state.

Format: https://developer.hashicorp.com/terraform/internals/json-format#state-representation
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from checker.sources import checks, values_tree
from checker.sources.paths import without_indexes
from checker.sources.resource import without_unset
from checker.sources.state_links import StateLinks

if TYPE_CHECKING:
    from checker.sources.document import Draft


class _Top(msgspec.Struct):
    format_version: str
    values: msgspec.Raw
    terraform_version: str | None = None
    checks: msgspec.Raw = msgspec.Raw(b"[]")


_top = msgspec.json.Decoder(_Top)


def read(data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the text of a shown state. Raises `msgspec.ValidationError`, `UnreadableError`."""
    top = _top.decode(data)
    draft.set_facts(kind="state", format_version=top.format_version, terraform_version=top.terraform_version)
    values = values_tree.decode(top.values, "/values")
    links = StateLinks()
    for _, resource, _ in values_tree.resources(values, "/values"):
        if resource.deposed_key is None:
            links.note(resource.address, without_indexes(resource.address), (resource.values or {}).get("id"))
    for module, resource, pointer in values_tree.resources(values, "/values"):
        found = links.of(resource.address, resource.depends_on, resource.values or {})
        values_tree.add(module, resource, pointer, draft, links=found)
    for name, output in values_tree.outputs(values, "/values").items():
        draft.add_output(name, without_unset(output.value), sensitive=output.sensitive)
    checks.add(top.checks, draft)
