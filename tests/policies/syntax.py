"""Reads Rego modules as the embedded engine parses them: its syntax tree, with the bytes that each part spans."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import regorus

if TYPE_CHECKING:
    from collections.abc import Iterator

Node = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A module: `text` in bytes, for spans count bytes; `package`, `imports` and `rules` as the engine gives them."""

    file: str
    text: bytes
    package: str
    imports: tuple[Node, ...]
    rules: tuple[Node, ...]

    def source(self, span: Node) -> str:
        """The text of a part."""
        return self.text[span["start"] : span["end"]].decode()

    def place(self, span: Node) -> str:
        """Where a part stands, as file:line."""
        return f"{self.file}:{span['line']}"


def parse(file: str, text: str) -> Tree:
    """The tree of one module. Raises RuntimeError where it is no Rego."""
    engine = regorus.Engine()
    engine.add_policy(file, text)
    (module,) = json.loads(engine.get_ast_as_json())
    ast = module["ast"]
    return Tree(
        file=file,
        text=text.encode(),
        package=path_of(ast["package"]["refr"]) or "",
        imports=tuple(ast["imports"]),
        rules=tuple(ast["rules"]),
    )


def parts(tree: Any) -> Iterator[tuple[str, Node]]:
    """All parts below a part, itself first: kind, such as Call or SomeIn, and content."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield from ((kind, inner) for kind, inner in node.items() if isinstance(inner, dict) and "span" in inner)
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def statements(tree: Any) -> Iterator[Node]:
    """All statements of bodies and comprehensions below a part."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if "literal" in node:
                yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def path_of(expression: Node) -> str | None:
    """A reference such as `data.policies.lib.target`; None for what is none, or has brackets."""
    ((kind, node),) = expression.items()
    if kind == "Var":
        return str(node["value"])
    if kind == "RefDot" and (base := path_of(node["refr"])) is not None:
        return f"{base}.{node['field'][1]}"
    return None


def name_of(rule: Node) -> str:
    """The first name in a rule's head: what else in the package refers to it by."""
    return next(str(node["value"]) for kind, node in parts_in_order(head_reference(rule)) if kind == "Var")


def head_reference(rule: Node) -> Node:
    """The reference in a rule's head."""
    if "Default" in rule:
        return dict(rule["Default"]["refr"])
    ((_, head),) = rule["Spec"]["head"].items()
    return dict(head["refr"])


def parts_in_order(tree: Any) -> list[tuple[str, Node]]:
    """As `parts`, by where they begin."""
    return sorted(parts(tree), key=lambda part: part[1]["span"]["start"])
