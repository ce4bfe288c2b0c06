"""Writes what this engine cannot parse in a way that it can.

OPA takes a rule with several bodies, `deny contains x if { … } { … }`, imports after the first rule, and
functions that are nothing but a head, `_any(_)`. Each is found by the engine's own complaint.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.engines.rego.text import Edit, Text
from checker.engines.rego.tree import Node, Tokens, parse
from checker.engines.rego.version import MOST_EDITS, PLACE, as_v1, is_further_body

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(rb"[A-Za-z_][A-Za-z0-9_.]*\(")


def parsed(file: str, text: Text) -> tuple[Text, Node]:
    """The module as the engine takes it, and its syntax tree. Raises its `RuntimeError` where there is none."""
    is_v0 = False
    for _ in range(MOST_EDITS):
        try:
            tree = parse(file, text.content)
        except RuntimeError as error:
            edits = list(_mended(file, text, str(error)))
            if not edits:
                of_v0 = None if is_v0 else as_v1(file, text)
                if of_v0 is None:
                    raise
                text, is_v0 = of_v0, True
                continue
        else:
            edits = list(_single_bodies(tree))
            if not edits:
                return text, tree
        text = text.edited(edits)
    return text, parse(file, text.content)


def _mended(file: str, text: Text, message: str) -> Iterable[Edit]:
    place = PLACE.search(message)
    if place is None:
        return ()
    offset = text.offset(int(place[1]), int(place[2]))
    if "unexpected keyword `import`" in message:
        return _import_moved(file, text, offset)
    if is_further_body(text.content, offset):
        return _body_of_its_own(file, text, offset)
    if "rule must have a body or assignment" in message:
        return _function_given_value(text, offset)
    return ()


def _import_moved(file: str, text: Text, offset: int) -> Iterable[Edit]:
    """The import, put behind the package."""
    above = parse(file, text.content[:offset])
    tokens = Tokens(text.content)
    last = above["imports"][-1] if above["imports"] else above["package"]["refr"]
    _, behind = tokens.extent(last)
    line_end = text.content.find(b"\n", offset)
    end = line_end if line_end >= 0 else len(text.content)
    comment = tokens.comment_in(offset, end)
    moved = (offset, end if comment is None else comment)
    return Edit(behind, behind, ("\n", moved)), Edit(*moved, (), takes_away=True)


def _body_of_its_own(file: str, text: Text, offset: int) -> Iterable[Edit]:
    """The head of the last rule above, repeated before a further body."""
    rule = parse(file, text.content[:offset])["rules"][-1].get("Spec")
    return (_head_repeated(rule, offset),) if rule and rule["bodies"] else ()  # else it was a value that ended in }


def _single_bodies(tree: Node) -> Iterable[Edit]:
    """The same for further bodies that the engine does parse."""
    for rule in tree["rules"]:
        for body in rule.get("Spec", {"bodies": ()})["bodies"][1:]:
            if not body["is_else"]:
                yield _head_repeated(rule["Spec"], body["span"]["start"])


def _head_repeated(rule: dict[str, Any], offset: int) -> Edit:
    head = (rule["span"]["start"], rule["bodies"][0]["span"]["start"])
    return Edit(offset, offset, ("\n", head, " if "))


def _function_given_value(text: Text, offset: int) -> Iterable[Edit]:
    """`true`, which is the value of a function that is nothing but a head."""
    start = text.content.rfind(b"\n", 0, offset) + 1
    name = _NAME.match(text.content, start)
    if name is None:
        return ()
    _, end = Tokens(text.content).extent({"start": start, "end": name.end()})
    return (Edit(end, end, (" := true",)),)
