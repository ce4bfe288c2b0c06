"""Evaluates the bodies of resources: attributes, blocks, dynamic blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.hcl.json_syntax import COMMENT
from checker.hcl.places import Written, parts, written
from checker.hcl.tree import Tuple
from checker.terraform.conversions import convert
from checker.terraform.errors import EvaluationError
from checker.terraform.types import SEQUENCES
from checker.terraform.values import (
    NULL,
    Value,
    deep_marks,
    object_value,
    open_object,
    pairs,
    tuple_value,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.hcl.tree import Block, Body, Expression
    from checker.terraform.schemas import BlockSchema
    from checker.terraform.scope import Scope
    from checker.terraform.trying import Trying

META_ARGUMENTS = frozenset({"count", "for_each", "depends_on", "provider"})
META_BLOCKS = frozenset({"lifecycle", "provisioner", "connection"})


@dataclass(slots=True)
class Content:
    """What a body says, evaluated. Blocks of one type are a list, or where their number is not known an unknown."""

    line: int
    column: int
    attributes: dict[str, Value] = field(default_factory=dict)
    blocks: dict[str, list[Content] | Value] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)  # its attributes, and what may be any number of blocks

    def value(self, schema: BlockSchema | None, marks: frozenset[str]) -> Value:
        """As references to it see it: what nobody set is null or computed; without a schema, which is not known."""
        items = {name: each.marked(marks) for name, each in self.attributes.items()}
        for name, blocks in self.blocks.items():
            inner = schema.blocks.get(name) if schema else None
            items[name] = blocks if isinstance(blocks, Value) else _blocks_value(blocks, inner, marks)
        if schema is None:
            return open_object(items, marks)
        for name, type_ in schema.attributes.items():
            if name not in items:
                items[name] = unknown(type_, marks) if name in schema.computed else Value(type_, None, marks)
        for name in schema.blocks:
            if name not in items:
                items[name] = unknown(marks=marks)  # some providers fill blocks in
        return object_value(items, marks)


def _blocks_value(blocks: list[Content], schema: BlockSchema | None, marks: frozenset[str]) -> Value:
    values = [block.value(schema, marks) for block in blocks]
    if schema is not None and schema.nesting == "single":
        return values[0]
    if schema is not None and schema.nesting == "set":
        return unknown(marks=marks.union(*map(deep_marks, values)))
    return tuple_value(values, marks)


@dataclass(frozen=True, slots=True)
class BodyReader:
    """Evaluates the bodies of one file."""

    trying: Trying
    meta: frozenset[str] = META_ARGUMENTS

    def content(self, body: Body, scope: Scope, schema: BlockSchema | None, place: tuple[int, int]) -> Content:
        """A body of a resource, or of a block in one; what goes wrong is noted and unknown."""
        content = Content(*place)
        for attribute in body.attributes:
            if attribute.name in self.meta:
                continue
            if body.is_json and _is_block(attribute.name, schema):
                self._add_json_blocks(content, attribute.name, written(attribute), scope, schema)
                continue
            value = self.trying.evaluate(attribute.expression, scope)
            content.attributes[attribute.name] = _fitted(value, attribute.name, schema)
            content.written[attribute.name] = written(attribute)
        for block in body.blocks:
            if block.type == "dynamic":
                self._add_dynamic(content, block, scope, schema)
            elif block.type not in META_BLOCKS:
                _add(content, block.type, [self._block(block.body, scope, block.type, schema, block)])
        _fill_in(content, schema)
        return content

    def _block(
        self, body: Body, scope: Scope, name: str, schema: BlockSchema | None, block: Block | Expression
    ) -> Content:
        inner = schema.blocks.get(name) if schema else None
        return BodyReader(self.trying, frozenset()).content(body, scope, inner, (block.line, block.column))

    def _add_dynamic(self, content: Content, block: Block, scope: Scope, schema: BlockSchema | None) -> None:
        name = block.labels[0] if block.labels else ""
        given = block.body.attribute("for_each")
        inner = block.body.blocks_of("content")
        if not name or given is None or not inner:
            self.trying.note("a dynamic block has a label, for_each and content", block)
            return
        items = self.trying.evaluate(given.expression, scope)
        if items.is_known and type(items.data) not in (tuple, dict):
            if items.data is not None:
                items = tuple_value(()) if items.kind == "dynamic" else unknown(marks=items.marks)
            self.trying.note("for_each of a dynamic block is a collection", given)
            items = unknown(marks=items.marks)
        if not items.is_known or items.type.is_open:
            content.blocks[name] = unknown(marks=deep_marks(items))
            content.written[name] = Written(block.line, block.column, given.expression)
            return
        iterator = _iterator(block, name)
        for key, item in pairs(items):
            scope.module.budget.spend(1, block)
            each = object_value({"key": key, "value": item.marked(items.marks)})
            _add(content, name, [self._block(inner[0].body, scope.with_names(**{iterator: each}), name, schema, block)])

    def _add_json_blocks(
        self, content: Content, name: str, node: Written, scope: Scope, schema: BlockSchema | None
    ) -> None:
        """In JSON a block is an object, or a list of objects, where the schema has a block."""
        value = self.trying.evaluate(node.expression, scope)
        if not value.is_known:
            content.blocks[name] = value
            content.written[name] = node
            return
        items = value.data if value.kind in SEQUENCES and value.data is not None else (value,)
        inner = schema.blocks.get(name) if schema else None
        _add_contents(content, name, items, inner, node)


def _add_contents(
    content: Content, name: str, items: Iterable[Value], schema: BlockSchema | None, node: Written
) -> None:
    for item, place in zip(items, _places(node), strict=False):
        if item.data is not None:
            _add(content, name, [_content_of(item, schema, place)])


def _places(node: Written) -> Iterator[Written]:
    """Where each of some blocks stands: its own place in a list that is written out, else that of all."""
    if isinstance(node.expression, Tuple):
        yield from parts(node.expression).values()
    while True:
        yield node


def _content_of(value: Value, schema: BlockSchema | None, node: Written) -> Content:
    content, members = Content(node.line, node.column), parts(node.expression)
    for name, item in value.data.items() if type(value.data) is dict else ():
        if name == COMMENT:
            continue
        place = members.get(name)
        if schema is None or name not in schema.blocks or not item.is_known:
            content.attributes[name] = _fitted(item, name, schema)
            if place is not None:
                content.written[name] = place
            continue
        items = item.data if item.kind in SEQUENCES and item.data is not None else (item,)
        _add_contents(content, name, items, schema.blocks[name], place or node)
    _fill_in(content, schema)
    return content


def _is_block(name: str, schema: BlockSchema | None) -> bool:
    return schema is not None and name in schema.blocks


def _add(content: Content, name: str, blocks: list[Content]) -> None:
    before = content.blocks.get(name, [])
    if not isinstance(before, Value):
        content.blocks[name] = [*before, *blocks]


def _fitted(value: Value, name: str, schema: BlockSchema | None) -> Value:
    """The value as the provider's schema has it; what does not fit is left as it is, for providers differ."""
    type_ = schema.attributes.get(name) if schema else None
    if type_ is None:
        return value
    try:
        return convert(value, type_)
    except EvaluationError:
        return value


def _fill_in(content: Content, schema: BlockSchema | None) -> None:
    """What the provider sets where nobody does, and what it will set."""
    if schema is None:
        return
    for name, default in schema.defaults.items():
        if content.attributes.get(name, NULL).data is None:
            content.attributes[name] = default
    for name in sorted(schema.computed):
        if name in schema.blocks:
            content.blocks.setdefault(name, unknown())
        elif content.attributes.get(name, NULL).data is None:
            content.attributes[name] = unknown(schema.attributes[name])


def _iterator(block: Block, name: str) -> str:
    given = block.body.attribute("iterator")
    named = getattr(given.expression, "name", None) or getattr(given.expression, "value", None) if given else None
    return str(named or name)
