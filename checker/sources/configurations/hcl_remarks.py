"""Reads the comments of `.tf` files, with what they stand at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.hcl.places import parts
from checker.sources.remarks import MARK, Part, Remark, Remarks, remarks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.hcl.tree import Block, Body, Comment, Expression, File

_MARKS = re.compile(r"\A(?:#|//|/\*)\s*|\s*(?:\*/)?\s*\Z")
_END = 1 << 30  # the last line of a file, however long it is


def may_say(tree: File) -> bool:
    """Whether a comment of a file speaks of tfcheck; most do not."""
    mark = MARK.decode()
    return any(mark in comment.text.lower() for comment in tree.comments)


def of_file(tree: File, file: str) -> Remarks:
    """The waivers in the comments of a file."""
    return remarks_of(file, [_remark(each) for each in tree.comments], _in_body(tree.body, ""), _END)


def _remark(comment: Comment) -> Remark:
    last = comment.line + comment.text.count("\n")
    return Remark(comment.line, comment.column, last, _MARKS.sub("", comment.text), comment.alone)


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
