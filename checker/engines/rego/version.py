"""Writes modules of Rego v0, which was the default before OPA 1.0, as Rego v1.

A module is v0 where it cannot be read as v1 and can be as v0, and does not import `rego.v1`; each module is looked
at by itself.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from checker.engines.rego.text import Edit
from checker.engines.rego.tree import Tokens, kind_of, nodes, parse, steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.engines.rego.text import Text
    from checker.engines.rego.tree import Node

PLACE = re.compile(r"--> (?:.+?):(\d+):(\d+)")
MOST_EDITS = 1000  # of one module; each costs parsing it again

_IMPORT = re.compile(rb"^import\s+future\.keywords(?:\.(?:if|contains))?\b", re.MULTILINE)
_KEYWORDS = frozenset({b"if", b"every", b"contains"})
_CONTAINS = re.compile(rb"[\w\]\"] +contains +\S")
_ELSE = re.compile(rb"else\s*")
_SPACE = re.compile(rb"\s*")
_RENAMED = {"re_match": "regex.match", "net.cidr_overlap": "net.cidr_contains"}
# Functions that v1 has no more, as expressions of their arguments.
_REWRITTEN = {
    "any": ("(true in ", ")"),
    "all": ("(count({value__tfcheck | some value__tfcheck in ", "} - {true}) == 0)"),
    "set_diff": ("(", " - ", ")"),
}


def as_v1(file: str, text: Text) -> Text | None:
    """The module in Rego v1; None where it is not v0, or cannot be written so."""
    try:
        text, tree = _parsed(file, text)
    except RuntimeError:
        return None
    is_imported = bool(_IMPORT.search(text.content))
    if any(_is_misread(rule, text.content, is_imported=is_imported) for rule in tree["rules"]):
        return None
    written = text.edited(_Version(text.content, tree).edits())
    try:
        parse(file, written.content)
    except RuntimeError as error:
        # Rules with several bodies are still to be taken apart; what else is wrong was no v0.
        return written if "unexpected" in str(error) or "expecting" in str(error) else None
    return written


def _parsed(file: str, text: Text) -> tuple[Text, Node]:
    """The module as v0, and its syntax tree; further bodies of a set, which this engine does not take, are rules."""
    for _ in range(MOST_EDITS):
        try:
            return text, parse(file, text.content, is_v0=True)
        except RuntimeError as error:
            place = PLACE.search(str(error))
            if place is None or not is_further_body(text.content, offset := text.offset(int(place[1]), int(place[2]))):
                raise
        rule = parse(file, text.content[:offset], is_v0=True)["rules"][-1].get("Spec")
        if not rule or not rule["bodies"]:
            break
        head = (rule["span"]["start"], rule["bodies"][0]["span"]["start"])
        text = text.edited([Edit(offset, offset, ("\n", head, " "))])
    return text, parse(file, text.content, is_v0=True)


def is_further_body(content: bytes, offset: int) -> bool:
    """Whether a body begins here, right behind another."""
    return content[offset : offset + 1] == b"{" and content[:offset].rstrip().endswith(b"}")


def _is_misread(rule: Node, content: bytes, *, is_imported: bool) -> bool:
    """Whether the rule is one of v1, of which `if` and `contains` are keywords; v0 has them where they are imported."""
    kind, spec = kind_of(rule)
    if kind != "Spec":
        return False
    _, head = kind_of(spec["head"])
    start, end = head["span"]["start"], head["span"]["end"]
    return content[start:end] in _KEYWORDS or (not is_imported and bool(_CONTAINS.search(content[start:end])))


class _Version:
    def __init__(self, content: bytes, tree: Node) -> None:
        self._content = content
        self._tree = tree
        self._tokens = Tokens(content)

    def edits(self) -> Iterator[Edit]:
        for rule in self._tree["rules"]:
            kind, spec = kind_of(rule)
            if kind == "Spec":
                yield from self._head(spec["head"])
                for number, body in enumerate(spec["bodies"]):
                    if number == 0 or body["is_else"]:
                        yield from self._body(body)
        for kind, node in nodes(self._tree["rules"]):
            if kind == "Call":
                yield from self._call(node)

    def _head(self, head: Node) -> Iterator[Edit]:
        """`deny[x]` is a set with the member x, and so are `a.b` and `a["b"]`, unless they are given a value."""
        kind, content = kind_of(head)
        if kind != "Set":
            return
        reference, end = content["refr"], content["span"]["end"]
        if content.get("key"):
            start, key = self._tokens.extent(reference)[1], self._tokens.extent(content["key"])
            if self._content[start : key[0]].strip() == b"[":
                close = self._content.index(b"]", key[1]) + 1
                yield Edit(start, key[0], (" contains ",))
                yield Edit(key[1], close, ())
            return
        names, is_whole = steps(reference)
        if is_whole and len(names) > 1:
            _, inner = kind_of(reference)
            start = self._tokens.extent(inner["refr"])[1]
            yield Edit(start, end, (f" contains {json.dumps(names[-1])}",))

    def _body(self, body: dict[str, Any]) -> Iterator[Edit]:
        start = body["span"]["start"]
        if body["is_else"]:
            if body.get("assign"):
                start = self._tokens.extent(body["assign"]["value"])[1]
            elif behind := _ELSE.match(self._content, start):
                start = behind.end()
            start = self._after_space(start)
        if self._content[start : start + 1] == b"{":
            yield Edit(start, start, ("if ",))

    def _after_space(self, offset: int) -> int:
        space = _SPACE.match(self._content, offset)
        return space.end() if space else offset

    def _call(self, call: dict[str, Any]) -> Iterator[Edit]:
        name = ".".join(steps(call["fcn"])[0])
        if name in _RENAMED:
            yield Edit(*self._tokens.extent(call["fcn"]), (_RENAMED[name],))
        elif name in _REWRITTEN and len(call["params"]) == len(_REWRITTEN[name]) - 1:
            before, *between = _REWRITTEN[name]
            parts: list[Any] = [before]
            for argument, text in zip(call["params"], between, strict=True):
                parts += [self._tokens.extent(argument), text]
            yield Edit(*self._tokens.extent({"Call": call}), tuple(parts))
