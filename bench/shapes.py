"""Which attributes and blocks a Databricks resource of a type has.

`shapes.json` was cut from the provider's schema (1.138): per attribute its kind (`s` string, `n`
number, `b` bool, `l` list or set, `m` map), `?` when the provider decides a value that is not
configured, `!` when it is sensitive. A block that the benchmark never writes has only the form it
has when absent: `[]`, or `null` for a single one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.expressions import UNKNOWN, references_in

if TYPE_CHECKING:
    from collections.abc import Mapping

Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A resource type or a block: its form when nothing is set, and what differs from null."""

    version: int
    empty: Values
    """Every key in the order Terraform writes them (by name)."""
    computed: frozenset[str]
    sensitive: frozenset[str]
    collections: Mapping[str, str]
    """List and map attributes, `l` or `m`."""
    blocks: Mapping[str, Shape]


@cache
def shape_of(mode: str, type_name: str) -> Shape:
    """The shape of a resource type; mode is `managed` or `data`."""
    return _shape(_table()[mode][type_name])


def filled(shape: Shape, given: Values, computed: Values | None) -> Values:
    """All attributes of a block: those given, the computed ones, null for the rest.

    `computed` holds what the provider decided; None when it has not yet: then those are unknown.
    """
    values = dict(shape.empty)
    for name in shape.computed:
        values[name] = UNKNOWN if computed is None else computed.get(name)
    return values | filled_part(shape, given, computed)


def filled_part(shape: Shape, given: Values, computed: Values | None) -> Values:
    """Only the attributes given, with all of their nested blocks."""
    unfit = given.keys() - shape.empty.keys()
    if unfit:
        message = f"no such attribute: {sorted(unfit)}"
        raise KeyError(message)
    values: Values = {}
    for name, value in given.items():
        block = shape.blocks.get(name)
        if block is not None:
            values[name] = _filled_blocks(block, value, computed)
        elif isinstance(value, dict):
            values[name] = dict(sorted(value.items()))
        else:
            values[name] = value
    return values


def known(value: Any) -> Any:
    """The values without what is unknown, as `after` and `planned_values` write them."""
    if isinstance(value, dict):
        return {name: known(part) for name, part in value.items() if part is not UNKNOWN}
    if isinstance(value, list):
        return [known(part) for part in value]
    return value


def is_known(value: Any) -> bool:
    """Whether nothing in the values is left to the apply."""
    if isinstance(value, dict):
        return all(is_known(part) for part in value.values())
    if isinstance(value, list):
        return all(is_known(part) for part in value)
    return value is not UNKNOWN


def unknown_tree(value: Any) -> Any:
    """`after_unknown`: true where unknown; objects drop false, lists keep it."""
    if value is UNKNOWN:
        return True
    if isinstance(value, dict):
        trees = ((name, unknown_tree(part)) for name, part in value.items())
        return {name: tree for name, tree in trees if tree is not False}
    if isinstance(value, list):
        return [unknown_tree(part) for part in value]
    return False


def sensitive_tree(shape: Shape, values: Values) -> Values:
    """`after_sensitive`: true where the schema says so, with the containers around it."""
    tree: Values = {}
    for name, value in values.items():
        if name in shape.sensitive:
            tree[name] = True
        elif name in shape.blocks:
            tree[name] = [sensitive_tree(shape.blocks[name], block) for block in value]
        elif value is UNKNOWN:
            if name in shape.collections:
                tree[name] = {} if shape.collections[name] == "m" else []
        elif isinstance(value, dict):
            tree[name] = {}
        elif isinstance(value, list):
            tree[name] = [False] * len(value)
    return tree


def sensitive_paths(shape: Shape, values: Values) -> list[list[dict[str, Any]]]:
    """`sensitive_attributes` of a raw state: a list of steps for each."""
    paths = [[_attribute(name)] for name in values if name in shape.sensitive]
    for name, block in shape.blocks.items():
        for index, inner in enumerate(values.get(name, ())):
            step = {"type": "index", "value": {"value": index, "type": "number"}}
            paths += [[_attribute(name), step, *path] for path in sensitive_paths(block, inner)]
    return paths


def configured(shape: Shape, given: Values) -> Values:
    """`expressions` of a configuration: constants, references, and nested blocks."""
    out: Values = {}
    for name, value in sorted(given.items()):
        block = shape.blocks.get(name)
        references = references_in(value)
        if block is not None and isinstance(value, list):
            out[name] = [configured(block, inner) for inner in value]
        elif references and block is None:
            out[name] = {"references": references}
        elif block is None:
            out[name] = {"constant_value": value}
        # A dynamic block leaves no trace in `expressions`.
    return out


def _filled_blocks(shape: Shape, blocks: Any, computed: Values | None) -> Any:
    inner: Values | None = None if computed is None else {}
    return [filled(shape, block, inner) for block in blocks]


def _attribute(name: str) -> dict[str, Any]:
    return {"type": "get_attr", "value": name}


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(Path(__file__).with_name("shapes.json").read_text("utf-8"))
    return table


def _shape(entry: Any) -> Shape:
    attributes: dict[str, str] = entry["attributes"]
    blocks: dict[str, Any] = entry.get("blocks", {})
    absent: Values = {name: None if block == "null" else [] for name, block in blocks.items()}
    return Shape(
        version=entry.get("version", 0),
        empty=dict(sorted({**dict.fromkeys(attributes), **absent}.items())),
        computed=frozenset(name for name, kind in attributes.items() if "?" in kind),
        sensitive=frozenset(name for name, kind in attributes.items() if "!" in kind),
        collections={name: kind[0] for name, kind in attributes.items() if kind[0] in "lm"},
        blocks={name: _shape(block) for name, block in blocks.items() if isinstance(block, dict)},
    )
