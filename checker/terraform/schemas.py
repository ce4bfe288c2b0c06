"""What the schemas of providers say of resource types: types of attributes, what providers fill in, blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker import shipped
from checker.providers import provider_of, resource_type
from checker.terraform.types import BOOL, DYNAMIC, NUMBER, STRING, Type, list_of, map_of, object_of, set_of, tuple_of
from checker.terraform.values import Value, of_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.providers import Block

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
    provider = provider_of(type_)
    known = resource_type(type_) if provider else None
    return None if known is None else _block(known, _planned("types").get(type_, {}), _planned("open").get(type_, ()))


@lru_cache(maxsize=2)
def _planned(part: str) -> dict[str, Any]:
    """What the provider does when it plans, which is in no schema."""
    types: dict[str, Any] = shipped.schema("providers/databricks/defaults.json")[part]
    return types


def _block(known: Block, defaults: dict[str, Any], left_open: Iterable[str] = ()) -> BlockSchema:
    return BlockSchema(
        attributes={name: type_of(each) for name, each in known.attributes.items()},
        computed=known.computed.union(left_open),
        blocks={name: _block(each, defaults.get(name, {})) for name, each in known.blocks.items()},
        defaults={name: of_json(each) for name, each in defaults.items() if name in known.attributes},
        nesting=known.nesting,
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
