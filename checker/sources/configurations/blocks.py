"""Finds where in a block an attribute is written, without evaluating anything.

A path such as `access_control[1].group_name` counts the blocks as the plan or the state has them. That
is their order in the source only where the provider's schema says list: sets are sorted, and a dynamic
block stands for any number. Elsewhere a block is taken only when it alone can be meant, by what is
written out in it. Where that cannot be told, what holds it has to do: a line less exact, never a wrong one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.hcl.json_syntax import COMMENT
from checker.hcl.places import Written, parts, written
from checker.hcl.tree import Literal, Number, Object, Tuple
from checker.providers import Block as Schema
from checker.sources.agreement import UNSET, Answer, of_all, of_items, of_scalar, which_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.hcl.tree import Block, Body, Expression

Place = tuple[int, int]  # line and column
Kind = Schema | list[Any] | str | None  # a block's schema, a type in Terraform's JSON form; None: not known


def place_in(body: Body, steps: Sequence[str | int], values: Any, kind: Kind) -> Place | None:
    """Where the path leads, or as far as it can be followed; None: not beyond the block itself.

    `values` are those of the block in the plan or state, `kind` is what the provider's schema says of it.
    """
    if not steps or not isinstance(name := steps[0], str):
        return None
    inner, value = _kind_inside(kind, name), _inside(values, name)
    attribute = body.attribute(name)
    if attribute is not None:
        return _in_expression(written(attribute), steps[1:], value, inner)
    blocks = [block for block in body.blocks if _type_of(block) == name]
    index, rest = (steps[1], steps[2:]) if len(steps) > 1 and isinstance(steps[1], int) else (None, steps[1:])
    chosen = _block(blocks, index, value, inner)
    if chosen is None:
        return None
    deeper = place_in(_content(chosen), rest, _inside(value, index or 0), inner)
    return deeper or (chosen.line, chosen.column)


def _block(blocks: list[Block], index: int | None, values: Any, kind: Kind) -> Block | None:
    """The block that is meant by an index."""
    if index is None or not blocks:
        return blocks[0] if len(blocks) == 1 else None
    value = _inside(values, index)
    agreeing = [_agrees_with_body(_content(block), value) for block in blocks]
    dynamic = next((at for at, block in enumerate(blocks) if block.type == "dynamic"), len(blocks))
    if dynamic == len(blocks) - 1 and (index >= dynamic and (_is_list(kind) or not dynamic)):
        return blocks[dynamic] if agreeing[dynamic] is not False else None
    is_counted = _is_list(kind) or len(blocks) == 1
    at = which_of(agreeing, index if is_counted and index < dynamic else None)
    return None if at is None or (is_counted and dynamic == len(blocks) and index >= dynamic) else blocks[at]


def _in_expression(node: Written, steps: Sequence[str | int], value: Any, kind: Kind) -> Place:
    for step in steps:
        inner = _part(node, step, value, kind)
        if inner is None:
            break
        node, value, kind = inner, _inside(value, step), _kind_inside(kind, step)
    return node.line, node.column


def _part(node: Written, step: str | int, value: Any, kind: Kind) -> Written | None:
    items = parts(node.expression)
    if isinstance(step, str):
        return items.get(step)
    if isinstance(node.expression, Object):  # JSON syntax writes one block without brackets
        return node if step == 0 else None
    agreeing = [_agrees(item.expression, _inside(value, step)) for item in items.values()]
    at = which_of(agreeing, step if _is_list(kind) or len(items) == 1 else None)
    return None if at is None else items[at]


def _agrees_with_body(body: Body, value: Any) -> Answer:
    """Whether a block may mean a value; None: nothing speaks for it, and nothing against it."""
    if not isinstance(value, dict):
        return None
    return of_all([_agrees(each.expression, value.get(each.name, UNSET)) for each in body.attributes])


def _agrees(expression: Expression, value: Any) -> Answer:
    """Whether an expression may mean a value; None: it is not written out, or the value is not known."""
    if value is None:
        return None
    if isinstance(expression, (Literal, Number)):
        return of_scalar(expression.text if isinstance(expression, Number) else expression.value, value)
    if isinstance(expression, Tuple) and isinstance(value, list):
        return of_items(expression.items, value, _agrees)
    if isinstance(expression, Object) and isinstance(value, dict):
        items = [(key, each) for key, each in parts(expression).items() if key != COMMENT]
        return of_all([_agrees(each.expression, value.get(key, UNSET)) for key, each in items])
    return None


def _type_of(block: Block) -> str:
    return block.labels[0] if block.type == "dynamic" and block.labels else block.type


def _content(block: Block) -> Body:
    """What stands in a block, or in each that a dynamic block makes."""
    inner = block.body.blocks_of("content") if block.type == "dynamic" else ()
    return inner[0].body if inner else block.body


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _is_list(kind: Kind) -> bool:
    if isinstance(kind, Schema):
        return kind.nesting == "list"
    return isinstance(kind, list) and kind[0] in ("list", "tuple")


def _kind_inside(kind: Kind, step: str | int) -> Kind:
    if isinstance(kind, Schema):
        return kind if isinstance(step, int) else kind.blocks.get(step) or kind.attributes.get(step)
    if not isinstance(kind, list):
        return None
    inner: Kind = kind[1].get(step) if kind[0] == "object" else None if kind[0] == "tuple" else kind[1]
    return inner
