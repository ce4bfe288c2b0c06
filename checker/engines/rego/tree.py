"""The syntax tree that the engine gives: which nodes it has, and which bytes of the module each one covers."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from checker.engines.child import new_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.engines.rego.text import Range

Node = dict[str, Any]

LITERALS = frozenset({"String", "RawString", "Number", "Bool", "True", "False", "Null"})
COMPREHENSIONS = frozenset({"ArrayCompr", "SetCompr", "ObjectCompr"})

_BRACE = ord("{")
_TOKEN = re.compile(rb'"(?:[^"\\\n]|\\.)*"|`[^`]*`|#[^\n]*|[][(){}]')


def parse(file: str, content: bytes, *, is_v0: bool = False) -> Node:
    """The syntax tree of a module. Raises the engine's `RuntimeError`, with a place, where it is none."""
    engine = new_engine()
    engine.set_rego_v0(is_v0)
    engine.add_policy(file, content.decode())
    tree: Node = json.loads(engine.get_ast_as_json())[0]["ast"]
    return tree


def kind_of(node: Node) -> tuple[str, Any]:
    """Of `{"Var": {…}}`: the name of the node's kind, and what it holds."""
    ((kind, content),) = node.items()
    return kind, content


def is_node(value: Any) -> bool:
    """Whether this part of the tree is a node with a kind."""
    return isinstance(value, dict) and len(value) == 1 and next(iter(value))[:1].isupper()


def parts(content: Any) -> list[Any]:
    """What a part of the tree is made of; places and plain values aside."""
    if isinstance(content, dict):
        return [part for key, part in content.items() if key != "span" and isinstance(part, dict | list)]
    return [part for part in content if isinstance(part, dict | list)] if isinstance(content, list) else []


def nodes(tree: Any) -> Iterator[tuple[str, Any]]:
    """All nodes in a part of the tree, outer ones first."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if is_node(part):
            yield kind_of(part)
        waiting += parts(part)


def variables(tree: Any) -> Iterator[Node]:
    """All variables in a part of the tree; each has `value`, its name, and `span`."""
    return (node for kind, node in nodes(tree) if kind == "Var")


def steps(node: Node) -> tuple[list[str], bool]:
    """The names in a reference such as `data.lib.jobs["x"]`, and whether these are all of it."""
    kind, content = kind_of(node)
    if kind == "Var":
        return [content["value"]], True
    if kind == "RefDot":
        names, is_whole = steps(content["refr"])
        return ([*names, content["field"][1]], True) if is_whole else (names, False)
    if kind == "RefBrack":
        names, is_whole = steps(content["refr"])
        index, value = kind_of(content["index"])
        return ([*names, value["value"]], True) if is_whole and index in {"String", "RawString"} else (names, False)
    return [], False


def root(node: Node) -> Node:
    """What a reference begins with; of anything else, itself."""
    kind, content = kind_of(node)
    return root(content["refr"]) if kind in {"RefDot", "RefBrack"} else node


class Tokens:
    """Finds the whole extent of a node: the engine's spans leave out quotation marks and some brackets."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._texts: list[Range] = []
        self._comments: list[int] = []
        self._brackets: list[tuple[int, int]] = []  # offset, and 1 where it opens, -1 where it closes
        for match in _TOKEN.finditer(content):
            first = match[0][:1]
            if first in b'"`':
                self._texts.append(match.span())
            elif first == b"#":
                self._comments.append(match.start())
            else:
                self._brackets.append((match.start(), 1 if first in b"[({" else -1))
        self._text_starts = [start for start, _ in self._texts]
        self._bracket_starts = [start for start, _ in self._brackets]

    def extent(self, node: Any) -> Range:
        """The bytes of an expression, a statement or a rule."""
        kind = ""
        while is_node(node):
            kind, node = kind_of(node)
        span = node.get("span", node)
        start, end = self._whole(span["start"])[0], self._whole(span["end"])[1]
        if kind == "Object" and node["fields"]:  # the engine takes the last field for the whole
            start = self._opening(self.extent(node["fields"][0][1])[0])
        elif kind == "Set" and not node["items"] and self._content.startswith(b"set", start):  # and goes too far here
            end = self._content.index(b"(", start) + 1
        return self._balanced(start, end)

    def _opening(self, offset: int) -> int:
        """Where the braces around a place open."""
        depth = 0
        index = bisect_left(self._bracket_starts, offset) - 1
        while depth < 0 or self._content[self._brackets[index][0]] != _BRACE or self._brackets[index][1] < 0:
            depth = min(depth + self._brackets[index][1], 0)
            index -= 1
        return self._brackets[index][0]

    def comment_in(self, start: int, end: int) -> int | None:
        """Where a comment begins in this range; None: it has none."""
        return next((offset for offset in self._comments if start <= offset < end), None)

    def _whole(self, offset: int) -> Range:
        """The text literal that the offset is in; else the offset itself, twice."""
        index = bisect_left(self._text_starts, offset) - 1
        if index >= 0 and offset < self._texts[index][1]:
            return self._texts[index]
        return offset, offset

    def _balanced(self, start: int, end: int) -> Range:
        depth = 0
        index = bisect_left(self._bracket_starts, start)
        while index < len(self._brackets) and (self._brackets[index][0] < end or depth > 0):
            offset, change = self._brackets[index]
            depth += change
            end = max(end, offset + 1)
            index += 1
        return start, end
