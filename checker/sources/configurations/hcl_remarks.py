"""Reads the comments of `.tf` and `.tf.json` files, with what they stand at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.hcl.places import parts
from checker.hcl.tree import Object
from checker.sources.remarks import MARK, NOTHING, Lines, Part, Remark, Remarks, remarks_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.hcl.tree import Block, Body, Comment, Expression, File, Holder

_MARKS = re.compile(r"\A(?:#|//|/\*)\s*|\s*(?:\*/)?\s*\Z")
_END = 1 << 30  # the last line of a file, however long it is


def may_say(tree: File) -> bool:
    """Whether a comment of a file speaks of tfcheck; most do not."""
    mark = MARK.decode()
    return any(mark in comment.text.lower() for comment in tree.comments)


def of_file(tree: File, file: str) -> Remarks:
    """The waivers in the comments of a file."""
    objects = dict(_objects(tree.body, "")) if tree.body.is_json else {}
    remarks = [_remark(each, objects) for each in tree.comments]
    return remarks_of(file, remarks, _in_body(tree.body, ""), _END)


def _remark(comment: Comment, objects: Mapping[tuple[int, int], str]) -> Remark:
    if comment.holder is not None:
        return _in_object(comment, comment.holder, objects)
    last = comment.line + comment.text.count("\n")
    return Remark(comment.line, comment.column, last, _MARKS.sub("", comment.text), comment.alone)


def _in_object(comment: Comment, holder: Holder, objects: Mapping[tuple[int, int], str]) -> Remark:
    """A comment in JSON, which is for the object that it is in, if that is a block and has its lines to itself."""
    address = objects.get((holder.line, holder.column)) if comment.alone else None
    stands_at = Lines(holder.line, holder.last_line, address) if address is not None else NOTHING
    return Remark(comment.line, comment.column, comment.line, comment.text.strip(), is_alone=False, stands_at=stands_at)


def _objects(body: Body, address: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where the objects begin that are, or may be, blocks; with the address of the resource around each."""
    for block in body.blocks:
        whose = address or _address(block)
        yield (block.line, block.column), whose
        yield from _objects(block.body, whose)
    for attribute in body.attributes:
        yield from _objects_in(attribute.expression, address)


def _objects_in(expression: Expression, address: str) -> Iterator[tuple[tuple[int, int], str]]:
    if isinstance(expression, Object):
        yield (expression.line, expression.column), address
    for each in parts(expression).values():
        yield from _objects_in(each.expression, address)


def _in_body(body: Body, address: str) -> Iterator[Part]:
    for attribute in body.attributes:
        yield Part(attribute.line, address, tuple(_in_expression(attribute.expression, address)))
    for block in body.blocks:
        whose = address or _address(block)
        yield Part(block.line, whose, tuple(_in_body(block.body, whose)))


def _in_expression(expression: Expression, address: str) -> Iterator[Part]:
    for each in parts(expression).values():
        yield Part(each.line, address, tuple(_in_expression(each.expression, address)))


def _address(block: Block) -> str:
    return ".".join(block.labels if block.type == "resource" else (block.type, *block.labels))
