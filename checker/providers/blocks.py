"""Puts what somebody wrote for a resource into the form that Terraform's plans have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.providers import resource_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.providers import Block


def as_in_a_plan(type_: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a resource with each of its blocks as plans have it: a list of objects, or one object.

    A block that is written as one object becomes a list of one, as `databricks bundle` writes
    `bundle.tf.json`; a list of one becomes the object of a block that has no list. Names that the
    schema does not know, values that are no blocks, and all of a type that is not known, stay.
    """
    block = resource_type(type_)
    return dict(values) if block is None else _members(block, values)


def _members(block: Block, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _nested(block.blocks[name], value) if name in block.blocks else value for name, value in values.items()
    }


def _nested(block: Block, value: Any) -> Any:
    if block.nesting != "single":
        items = value if isinstance(value, list) else [value] if isinstance(value, dict) else None
        return value if items is None else [_content(block, item) for item in items]
    return _content(block, value[0] if isinstance(value, list) and len(value) == 1 else value)


def _content(block: Block, value: Any) -> Any:
    return _members(block, value) if isinstance(value, dict) else value
