"""Parses JSON syntax (`.tf.json`) into the same tree: https://developer.hashicorp.com/terraform/language/syntax/json."""

from __future__ import annotations

import re
from dataclasses import dataclass
from json import JSONDecodeError
from json.decoder import py_scanstring  # type: ignore[attr-defined]  # there, but in no stubs
from typing import TYPE_CHECKING

from checker.hcl.errors import HclError
from checker.hcl.parsing import parse_expression, parse_template
from checker.hcl.templates import assemble
from checker.hcl.tree import Attribute, Block, Body, Comment, File, Holder, Literal, Number, Object, Tuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.hcl.tree import Expression

COMMENT = "//"  # what Terraform ignores as a member of a block
_SPACE = re.compile(r"[ \t\r\n]*")
# What may stand around an object on its lines without anything else being there.
_OPENING = re.compile(r'(?:[\s{\[]|"(?:[^"\\]|\\.)*"\s*:)*')
_CLOSING = re.compile(r"[ \t\r}\],]*(?:\n|\Z)")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"true|false|null")

# Block type → labels of its blocks, at the top of a file.
_LABELS = {
    "terraform": 0,
    "locals": 0,
    "variable": 1,
    "output": 1,
    "module": 1,
    "provider": 1,
    "check": 1,
    "resource": 2,
    "data": 2,
    "ephemeral": 2,
    "moved": 0,
    "removed": 0,
    "import": 0,
}
# The blocks within one that Terraform itself knows, each with its labels.
_INNER = {
    "terraform": {"backend": 1, "required_providers": 0, "cloud": 0, "provider_meta": 1},
    "resource": {"lifecycle": 0, "provisioner": 1, "connection": 0, "dynamic": 1},
    "data": {"lifecycle": 0, "dynamic": 1},
    "provider": {"dynamic": 1},
    "variable": {"validation": 0},
    "output": {"precondition": 0},
    "lifecycle": {"precondition": 0, "postcondition": 0},
    "check": {"data": 2, "assert": 0},
    "dynamic": {"content": 0},
    "content": {"dynamic": 1},
}
# Attributes whose strings are no templates, but references, types and sources as they are.
_EXPRESSIONS = {
    "variable": {"type"},
    "resource": {"depends_on", "provider"},
    "data": {"depends_on", "provider"},
    "output": {"depends_on"},
    "module": {"depends_on", "providers"},
    "lifecycle": {"ignore_changes", "replace_triggered_by"},
    "moved": {"from", "to"},
    "removed": {"from"},
    "import": {"to", "provider"},
}
_LITERAL = {"variable": {"default", "description"}, "terraform": {"required_version"}}


def parse_json(text: str, *, grammar_cache: Path | None = None) -> File:
    """The tree of a file in JSON syntax. Raises `HclError` with the place."""
    try:
        reader = _Reader(text)
        root = reader.whole()
        if not isinstance(root, Object):
            raise HclError("a .tf.json file is one JSON object", root.line, root.column)
        blocks: list[Block] = []
        for key, value in _members(root):
            if key.value == COMMENT:
                continue
            if key.value not in _LABELS:
                raise HclError(f'"{key.value}" is no block of Terraform\'s', key.line, key.column)
            blocks += _Blocks(grammar_cache).of(str(key.value), value, _LABELS[str(key.value)])
        return File(1, 1, Body(1, 1, (), tuple(blocks), is_json=True), tuple(reader.comments))
    except RecursionError as error:
        raise HclError("nested too deeply", 1, 1) from error


def parse_json_value(text: str) -> Expression:
    """JSON as an expression with places; its strings are literals. Raises `HclError`."""
    return _Reader(text).whole()


@dataclass(slots=True)
class _Blocks:
    """Makes blocks of the objects at places where Terraform expects some."""

    grammar_cache: Path | None

    def of(self, type_: str, value: Expression, labels: int, named: tuple[str, ...] = ()) -> Iterator[Block]:
        if isinstance(value, Literal) and value.value is None:
            return
        if labels:
            for member in value.items if isinstance(value, Tuple) else (value,):
                if not isinstance(member, Object):
                    raise HclError(f"{type_} must be a JSON object of names", value.line, value.column)
                for key, inner in _members(member):
                    if key.value != COMMENT:
                        yield from self.of(type_, inner, labels - 1, (*named, str(key.value)))
            return
        for item in value.items if isinstance(value, Tuple) else (value,):
            if not isinstance(item, Object):
                raise HclError(f"{type_} must be a JSON object", item.line, item.column)
            yield Block(item.line, item.column, type_, named, self._body(type_, item), item.line)

    def _body(self, type_: str, tree: Object) -> Body:
        attributes: list[Attribute] = []
        blocks: list[Block] = []
        for key, value in _members(tree):
            name = str(key.value)
            if name == COMMENT:
                continue
            if name in _INNER.get(type_, {}):
                blocks += self.of(name, value, _INNER[type_][name])
            elif name in _LITERAL.get(type_, ()):
                attributes.append(Attribute(key.line, key.column, name, value))
            elif name in _EXPRESSIONS.get(type_, ()):
                attributes.append(Attribute(key.line, key.column, name, self._references(value)))
            else:
                attributes.append(Attribute(key.line, key.column, name, self._templates(value)))
        return Body(tree.line, tree.column, tuple(attributes), tuple(blocks), is_json=True)

    def _templates(self, tree: Expression) -> Expression:
        """The tree with its strings as templates, keys too."""
        if isinstance(tree, Literal) and isinstance(tree.value, str):
            if "${" not in tree.value and "%{" not in tree.value:
                return tree
            pieces = parse_template(tree.value, tree.line, tree.column + 1, grammar_cache=self.grammar_cache)
            return assemble(pieces, tree.line, tree.column)
        if isinstance(tree, Tuple):
            return Tuple(tree.line, tree.column, tuple(map(self._templates, tree.items)))
        if isinstance(tree, Object):
            pairs = tuple((self._templates(key), self._templates(value)) for key, value in tree.items)
            return Object(tree.line, tree.column, pairs)
        return tree

    def _references(self, tree: Expression) -> Expression:
        """The tree with its strings as expressions."""
        if isinstance(tree, Literal) and isinstance(tree.value, str):
            return parse_expression(tree.value, tree.line, tree.column + 1, grammar_cache=self.grammar_cache)
        if isinstance(tree, Tuple):
            return Tuple(tree.line, tree.column, tuple(map(self._references, tree.items)))
        if isinstance(tree, Object):
            pairs = tuple((key, self._references(value)) for key, value in tree.items)
            return Object(tree.line, tree.column, pairs)
        return tree


def _members(tree: Object) -> list[tuple[Literal, Expression]]:
    return [(key, value) for key, value in tree.items if isinstance(key, Literal)]


class _Reader:
    """Reads JSON with places; the standard library's reader has none, and keeps the last of equal keys."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line, self._from = 1, 0  # the line that begins at this offset; places are asked for in order
        self.comments: list[Comment] = []

    def whole(self) -> Expression:
        """All of the text as one value. Raises `HclError`."""
        value, offset = self.value(self.skip(0))
        if self.skip(offset) != len(self._text):
            raise self.error("more follows after the end", offset)
        return value

    def error(self, message: str, offset: int) -> HclError:
        return HclError(f"not valid JSON: {message}", *self.place(offset))

    def place(self, offset: int) -> tuple[int, int]:
        self._line += self._text.count("\n", self._from, offset)
        self._from = max(self._from, self._text.rfind("\n", self._from, offset) + 1)
        return self._line, offset - self._from + 1

    def skip(self, offset: int) -> int:
        match = _SPACE.match(self._text, offset)
        assert match is not None
        return match.end()

    def value(self, offset: int) -> tuple[Expression, int]:
        place, first = self.place(offset), self._text[offset : offset + 1]
        if first == "{":
            return self._object(offset, place)
        if first == "[":
            return self._array(offset, place)
        if first == '"':
            text, end = self._string(offset)
            return Literal(*place, text), end
        if match := _WORD.match(self._text, offset):
            return Literal(*place, _WORDS[match[0]]), match.end()
        if match := _NUMBER.match(self._text, offset):
            return Number(*place, match[0]), match.end()
        raise self.error("a value is missing", offset)

    def _string(self, offset: int) -> tuple[str, int]:
        try:
            text, end = py_scanstring(self._text, offset + 1, True)
        except JSONDecodeError as error:
            raise self.error("a string that never ends, or a broken escape", offset) from error
        return str(text), int(end)

    def _object(self, offset: int, place: tuple[int, int]) -> tuple[Expression, int]:
        pairs: list[tuple[Expression, Expression]] = []
        taken: set[str] = set()
        start, offset = offset, self.skip(offset + 1)
        while not (self._text.startswith("}", offset) and not pairs):
            if not self._text.startswith('"', offset):
                raise self.error("a name between quotation marks is missing", offset)
            key_place = self.place(offset)
            key, end = self._string(offset)
            if key in taken and key != COMMENT:
                raise self.error("the same name twice in one object", offset)
            taken.add(key)
            offset = self.skip(end)
            if not self._text.startswith(":", offset):
                raise self.error("a colon is missing", offset)
            value, offset = self.value(self.skip(offset + 1))
            pairs.append((Literal(*key_place, key), value))
            offset, is_last = self._after_item(offset, "}")
            if is_last:
                if COMMENT in taken:
                    self._note_comments(pairs, place, start, offset)
                return Object(*place, tuple(pairs)), offset
        return Object(*place, ()), offset + 1

    def _note_comments(
        self, pairs: list[tuple[Expression, Expression]], place: tuple[int, int], start: int, end: int
    ) -> None:
        """What an object says under "//", one text or a list of them."""
        holder = Holder(*place, self.place(end)[0])
        opens = _OPENING.fullmatch(self._text, start - place[1] + 1, start)
        is_alone = opens is not None and _CLOSING.match(self._text, end) is not None
        for key, value in pairs:
            if isinstance(key, Literal) and key.value == COMMENT:
                for each in value.items if isinstance(value, Tuple) else (value,):
                    if isinstance(each, Literal) and isinstance(each.value, str):
                        self.comments.append(Comment(key.line, key.column, each.value, is_alone, holder))

    def _array(self, offset: int, place: tuple[int, int]) -> tuple[Expression, int]:
        items: list[Expression] = []
        offset = self.skip(offset + 1)
        while not (self._text.startswith("]", offset) and not items):
            item, offset = self.value(offset)
            items.append(item)
            offset, is_last = self._after_item(offset, "]")
            if is_last:
                return Tuple(*place, tuple(items)), offset
        return Tuple(*place, ()), offset + 1

    def _after_item(self, offset: int, closing: str) -> tuple[int, bool]:
        offset = self.skip(offset)
        if self._text.startswith(",", offset):
            return self.skip(offset + 1), False
        if self._text.startswith(closing, offset):
            return offset + 1, True
        raise self.error(f"a comma or {closing} is missing", offset)
