"""Reads the comments of the YAML files of a bundle, with what they stand at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from checker.sources.remarks import MARK, Part, Remark, Remarks, remarks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*(tfcheck.*)$", re.IGNORECASE | re.MULTILINE)
_ALONE = re.compile(r"\s*#")
_RESOURCE_STEPS = 3  # resources, jobs, the name


def of_text(data: bytes | memoryview, file: str) -> Remarks:
    """The waivers in the comments of a text that was parsed before, so that it is sound."""
    if MARK not in bytes(data).lower():
        return Remarks()
    text = str(data, "utf-8")
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if root is None:
        return Remarks()
    scalars = [each for each in _scalars(root) if each.style]  # quoted, or a block: where # begins no comment
    lines = text.split("\n")
    remarks = [each for each in _remarks(lines) if not any(_holds(scalar, each) for scalar in scalars)]
    return remarks_of(file, remarks, _parts(root, ()), len(lines))


def _remarks(lines: list[str]) -> Iterator[Remark]:
    """Lines that are a comment, whatever it says, and what speaks of tfcheck behind something else."""
    for number, line in enumerate(lines, start=1):
        found = _COMMENT.search(line)
        if found:
            yield Remark(number, found.start() + 1, number, found[1].strip(), not line[: found.start()].strip())
        elif _ALONE.match(line):
            yield Remark(number, line.index("#") + 1, number, "", is_alone=True)


def _scalars(root: Any) -> Iterator[Any]:
    seen: set[int] = set()  # an alias is the node that it stands for
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        else:
            waiting += [each for item in node.value for each in (item if isinstance(item, tuple) else (item,))]


def _holds(scalar: Any, remark: Remark) -> bool:
    start, end, place = scalar.start_mark, scalar.end_mark, (remark.line - 1, remark.column - 1)
    return (start.line, start.column) <= place < (end.line, end.column)


def _parts(node: Any, path: tuple[str, ...]) -> tuple[Part, ...]:
    """What stands in a map or a list; an alias stands where its anchor does, and is passed over."""
    if isinstance(node, yaml.MappingNode):
        return tuple(_member(key, value, (*path, str(key.value))[:_RESOURCE_STEPS]) for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        items = {item.start_mark.index: item for item in node.value if item.start_mark.index > node.start_mark.index}
        return tuple(Part(item.start_mark.line + 1, ".".join(path), _parts(item, path)) for item in items.values())
    return ()


def _member(key: Any, value: Any, path: tuple[str, ...]) -> Part:
    is_here = value.start_mark.index > key.start_mark.index
    return Part(key.start_mark.line + 1, ".".join(path), _parts(value, path) if is_here else ())
