"""What the schemas of providers say of resource types.

The files are generated from `terraform providers schema -json`: see schemas/providers/schema.json.
They are read when somebody asks, and a type is decoded when it is asked for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from checker import shipped

if TYPE_CHECKING:
    from collections.abc import Mapping

PROVIDERS = ("databricks", "azurerm")


class Block(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A block, or a whole resource type."""

    attributes: dict[str, Any] = {}  # name → type, in Terraform's JSON form: ["list", "string"]
    required: frozenset[str] = frozenset()
    computed: frozenset[str] = frozenset()  # the provider fills them in, at least when nobody sets them
    sensitive: frozenset[str] = frozenset()
    deprecated: frozenset[str] = frozenset()
    write_only: frozenset[str] = frozenset()
    blocks: dict[str, Block] = {}
    nesting: str = "list"  # list, set or single; a resource type has none
    min: int = 0
    max: int = 0  # 0: as many as one likes
    version: int = 0  # of the states of a resource type


class _Table(msgspec.Struct, frozen=True, kw_only=True):
    version: str
    is_complete: bool
    types: dict[str, msgspec.Raw]


class _Advice(msgspec.Struct, frozen=True, kw_only=True):
    types: dict[str, dict[str, str]]


_block = msgspec.json.Decoder(Block)


@cache
def resource_type(name: str) -> Block | None:
    """The schema of a resource type; None where it is not known."""
    provider = provider_of(name)
    written = _table(provider).types.get(name) if provider else None
    return None if written is None else _block.decode(written)


def provider_of(type_: str) -> str:
    """The provider whose schema is here and whose types begin so; "" for all others."""
    provider = type_.partition("_")[0]
    return provider if provider in PROVIDERS else ""


def types_of(provider: str) -> tuple[str, ...]:
    """The resource types of a provider that are known."""
    return tuple(_table(provider).types)


def is_complete(provider: str) -> bool:
    """Whether these are all resource types that the provider has."""
    return _table(provider).is_complete


def version_of(provider: str) -> str:
    """The version of the provider whose schema this is."""
    return _table(provider).version


def has_attribute(block: Block, path: str) -> bool:
    """Whether a block has an attribute such as `task[].library[].whl`; map keys and indexes do not matter."""
    inner: Any = block
    for step in path.replace("[]", "").split("."):
        inner = _inside(inner, step)
        if inner is None:
            return False
    return True


def instead_of(type_: str) -> Mapping[str, str]:
    """Path of what is deprecated in a type ("": the type itself) → what to use instead."""
    return _advice().types.get(type_, {})


def _inside(outer: Any, name: str) -> Any:
    """What a name means in a block, in an object or in a collection of objects; None: nothing."""
    if isinstance(outer, Block):
        return outer.blocks.get(name) or outer.attributes.get(name)
    while isinstance(outer, list) and outer[0] != "object":
        outer = outer[1]
    return outer[1].get(name) if isinstance(outer, list) else None


@cache
def _table(provider: str) -> _Table:
    data = (shipped.schemas() / f"providers/{provider}/resources.json").read_bytes()
    return msgspec.json.decode(data, type=_Table)


@cache
def _advice() -> _Advice:
    data = (shipped.schemas() / "providers/databricks/deprecated.json").read_bytes()
    return msgspec.json.decode(data, type=_Advice)
