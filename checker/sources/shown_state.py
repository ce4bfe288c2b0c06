"""Reads `terraform show -json` of a state.

Format: https://developer.hashicorp.com/terraform/internals/json-format#state-representation
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from checker.sources import checks, jsontext, values_tree
from checker.sources.jsontext import EMPTY_ARRAY
from checker.sources.paths import without_indexes
from checker.sources.resource import without_unset
from checker.sources.state_links import StateLinks

if TYPE_CHECKING:
    from checker.sources.document import Draft
    from checker.sources.jsontext import Members


class _Facts(msgspec.Struct):
    format_version: str
    terraform_version: str | None = None


_facts = msgspec.json.Decoder(_Facts)


def read(members: Members, _data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the members of a shown state. Raises `msgspec.ValidationError`, `UnreadableError`."""
    facts = _facts.decode(jsontext.part(members, _Facts.__struct_fields__))
    draft.set_facts(kind="state", format_version=facts.format_version, terraform_version=facts.terraform_version)
    values = values_tree.decode(members["values"], "/values")
    links = StateLinks()
    for _, resource, _ in values_tree.resources(values, "/values"):
        if resource.deposed_key is None:
            links.note(resource.address, without_indexes(resource.address), (resource.values or {}).get("id"))
    for module, resource, pointer in values_tree.resources(values, "/values"):
        found = links.of(resource.address, resource.depends_on, resource.values or {})
        values_tree.add(module, resource, pointer, draft, links=found)
    for name, output in values_tree.outputs(values, "/values").items():
        draft.add_output(name, without_unset(output.value), sensitive=output.sensitive)
    checks.add(members.get("checks", EMPTY_ARRAY), draft)
