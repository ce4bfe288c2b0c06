"""What the schemas of providers say of resource types: types of attributes, what providers fill in, blocks."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from checker import shipped
from checker.terraform.types import BOOL, DYNAMIC, NUMBER, STRING, Type, list_of, map_of, object_of, set_of, tuple_of
from checker.terraform.values import Value, of_json

_PLAIN = {"string": STRING, "number": NUMBER, "bool": BOOL, "dynamic": DYNAMIC}
_COLLECTIONS = {"list": list_of, "set": set_of, "map": map_of}


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockSchema:
    """What stands in a block, or in a resource."""

    attributes: dict[str, Type] = field(default_factory=dict)
    computed: frozenset[str] = frozenset()  # filled in by the provider where nobody sets them
    blocks: dict[str, BlockSchema] = field(default_factory=dict)
    defaults: dict[str, Value] = field(default_factory=dict)  # known to be filled in when it is planned
    nesting: str = "list"  # list, set, map, single


_TERRAFORM_DATA = BlockSchema(
    attributes={"id": STRING, "input": DYNAMIC, "output": DYNAMIC, "triggers_replace": DYNAMIC},
    computed=frozenset({"id", "output"}),
)


@lru_cache(maxsize=512)
def schema_of(type_: str) -> BlockSchema | None:
    """The schema of a resource type; None: not known here."""
    if type_ == "terraform_data":
        return _TERRAFORM_DATA
    if not type_.startswith("databricks_"):
        return None
    written = _databricks().get(type_)
    return None if written is None else _block(written)


@lru_cache(maxsize=1)
def _databricks() -> dict[str, Any]:
    table: dict[str, Any] = json.loads((shipped.schemas() / "providers/databricks/attributes.json").read_bytes())
    types: dict[str, Any] = table["types"]
    return types


def _block(written: dict[str, Any]) -> BlockSchema:
    return BlockSchema(
        attributes={name: type_of(each) for name, each in written.get("attributes", {}).items()},
        computed=frozenset(written.get("computed", ())),
        blocks={name: _block(each) for name, each in written.get("blocks", {}).items()},
        defaults={name: of_json(each) for name, each in written.get("defaults", {}).items()},
        nesting=written.get("nesting", "list"),
    )


def type_of(written: Any) -> Type:
    """The type that Terraform's JSON form of types means."""
    if isinstance(written, str):
        return _PLAIN[written]
    if written[0] in _COLLECTIONS:
        return _COLLECTIONS[written[0]](type_of(written[1]))
    if written[0] == "tuple":
        return tuple_of(tuple(map(type_of, written[1])))
    attributes = {name: type_of(each) for name, each in written[1].items()}
    return object_of(attributes, frozenset(attributes))
