"""Tells at once that METADATA have the form of the schema: to import jsonschema takes longer than a whole check.

What is not recognised here goes to jsonschema, which decides, and says what is wrong. So this may be stricter than
`schemas/policy/metadata.json`, and never more lenient: a test holds one to the other.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_Text = Annotated[str, Meta(min_length=1)]


class _Reference(Struct, forbid_unknown_fields=True):
    ref: str
    description: str = ""


class _Parameter(Struct, forbid_unknown_fields=True):
    description: _Text
    default: Any
    schema: dict[Any, Any]


class _Custom(Struct, forbid_unknown_fields=True):
    id: Annotated[str, Meta(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$")]
    severity: Literal["info", "low", "medium", "high", "critical"]
    resource_types: Annotated[
        list[Annotated[str, Meta(pattern=r"^([a-z][a-z0-9_]*|[*])$")]],
        Meta(min_length=1),
    ]
    remediation: _Text
    sets: list[Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$")]] = []
    attributes: list[Annotated[str, Meta(pattern=r"^[a-z][A-Za-z0-9_.\[\]]*$")]] = []
    controls: dict[str, Annotated[list[_Text], Meta(min_length=1)]] = {}
    parameters: dict[Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")], _Parameter] = {}
    aliases: list[str] = []
    deprecated: str = ""


class _Metadata(Struct, forbid_unknown_fields=True):
    title: Annotated[str, Meta(min_length=1, max_length=100)]
    description: _Text
    custom: _Custom
    scope: Literal["package"] = "package"
    organizations: list[str] = []
    authors: list[Any] = []
    related_resources: list[str | _Reference] = []


def is_plain(tree: dict[str, Any], schema: Path) -> bool:
    """Whether METADATA are certainly valid; False: jsonschema has to tell."""
    try:
        custom = msgspec.convert(tree, _Metadata).custom
    except msgspec.ValidationError:
        return False
    lists: Iterable[list[str]] = (custom.sets, custom.resource_types, custom.aliases, *custom.controls.values())
    return custom.controls.keys() <= _frameworks(schema) and all(len(set(each)) == len(each) for each in lists)


@cache
def _frameworks(schema: Path) -> frozenset[str]:
    tree = msgspec.json.decode(schema.read_bytes())
    return frozenset(tree["properties"]["custom"]["properties"]["controls"]["properties"])
