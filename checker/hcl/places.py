"""Tells where the parts of an expression stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.hcl.tree import Literal, Number, Object, Tuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.hcl.tree import Attribute, Expression


class Written(NamedTuple):
    """An attribute, a member of an object or an item of a list, as it is written."""

    line: int
    column: int
    expression: Expression


def written(attribute: Attribute) -> Written:
    """An attribute."""
    return Written(attribute.line, attribute.column, attribute.expression)


def parts(expression: Expression) -> Mapping[str | int, Written]:
    """What stands in an object by its keys, in a list by its indexes; in anything else nothing is told apart."""
    if isinstance(expression, Object):
        return dict(_members(expression))
    if isinstance(expression, Tuple):
        return {index: Written(item.line, item.column, item) for index, item in enumerate(expression.items)}
    return {}


def _members(tree: Object) -> Iterator[tuple[str | int, Written]]:
    """Those whose keys are written out."""
    for key, value in tree.items:
        if isinstance(key, Literal) and isinstance(key.value, str):
            yield key.value, Written(key.line, key.column, value)
        elif isinstance(key, Number):
            yield key.text, Written(key.line, key.column, value)
