"""Reads one YAML file of a bundle as the Databricks CLI does, with the place of each value.

The CLI reads YAML with Go's yaml.v3 (https://github.com/databricks/cli/tree/main/libs/dyn/yamlloader):
`on` and `yes` are text, anchors, aliases and merge keys are followed, tags of one's own are refused.
It takes the last of equal keys, in silence; here they are refused, for they hide what stands above.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct, field

from checker.model import Location
from checker.sources.bundles import go_scalars
from checker.sources.bundles.tree import Node
from checker.sources.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 100  # levels of maps and lists; a bundle needs ten
_MOST_BYTES = 16 << 20
_MOST_NODES = 300_000  # with aliases written out: a bundle of a thousand jobs has a tenth
_TAG = "tag:yaml.org,2002:"
_TYPES: dict[str, tuple[type, ...]] = {"int": (int,), "float": (int, float), "bool": (bool,), "null": (type(None),)}
_KNOWN_TAGS = ("str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge")
_QUOTED = re.compile(r"'[^']{2,}'|\"[^\"]{2,}\"")
_KEY = re.compile(r"\s*(?:- )*[A-Za-z_][\w.-]*\s*:")


class YamlError(UnreadableError):
    """A file of a bundle that is no YAML, or more than the CLI reads; it always has a place."""


def parse(data: bytes | memoryview, file: str) -> Node:
    """The document in a UTF-8 text; a `Node` of None for an empty one. Raises `YamlError`."""
    if len(data) > _MOST_BYTES:
        raise YamlError("a YAML file of more than 16 MiB", "split it, and name the parts under include", _at(file))
    text = str(data, "utf-8")
    try:
        return _Parser(file).document(yaml.parse(text, Loader=_loader()))
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, file) from None
    except yaml.YAMLError as error:  # a character that YAML does not allow
        raise YamlError(_first_line(error), "remove the character", _at(file)) from None


class _Parser(Struct):
    """Turns the events of the parser into nodes."""

    file: str
    _events: Iterator[Any] = field(default_factory=lambda: iter(()))
    _anchors: dict[str, Node] = {}
    _sizes: dict[int, int] = {}  # nodes below each anchored node, aliases written out
    _count: int = 0

    def document(self, events: Iterator[Any]) -> Node:
        self._events = events
        found: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if found is not None:
                    raise self._error("a second YAML document in one file", "keep one", event)
                found = self._node(next(events), 0)
        return found if found is not None else Node(None, _at(self.file, 1, 1))

    def _node(self, event: Any, depth: int, key: Any = None) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if depth > _DEEPEST:
            raise self._error(f"nested deeper than {_DEEPEST} levels", "write it flatter", event)
        before = self._count
        self._grow(1, event)
        self._refuse_tag(event)
        node = Node(self._value(event, depth), self._place(_beginning(key, event)))
        if event.anchor is not None:
            self._anchors[event.anchor] = node
            self._sizes[id(node)] = self._count - before
        return node

    def _value(self, event: Any, depth: int) -> Any:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(depth)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(inner, depth + 1))
            return items
        return self._scalar(event) if event.implicit[0] else self._tagged(event)

    def _scalar(self, event: Any) -> Any:
        try:
            return go_scalars.meaning(event.value)
        except go_scalars.ScalarError as error:
            raise self._error(error.message, "put it in quotes if it is text", event) from None

    def _alias(self, event: Any) -> Node:
        node = self._anchors.get(event.anchor)
        if node is None:
            raise self._error("an alias of an anchor that does not stand above it", "define the anchor first", event)
        self._grow(self._sizes[id(node)], event)
        return node

    def _mapping(self, depth: int) -> dict[str, Node]:
        members: dict[str, Node] = {}
        merged: Node | None = None
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error("a key that is no text", "put it in quotes", event)
            is_merge = event.value == "<<" and event.implicit[0]
            if event.value in members or (is_merge and merged is not None):
                raise self._error("a key that stands twice in one map", "remove one of the two", event)
            node = self._node(next(self._events), depth + 1, event)
            if is_merge:
                merged = node
            else:
                members[event.value] = node
        return members if merged is None else self._merged(merged) | members

    def _merged(self, node: Node) -> dict[str, Node]:
        """What a merge key brings; of several maps the CLI lets the last win."""
        found: dict[str, Node] = {}
        for each in node.value if isinstance(node.value, list) else [node]:
            if not isinstance(each.value, dict):
                place = node.place or _at(self.file)
                raise YamlError("a merge key whose value is neither a map nor a list of maps", "merge a map", place)
            found |= each.value
        return found

    def _tagged(self, event: Any) -> Any:
        """A scalar in quotes is text; one with a tag is what the tag says."""
        tag = event.tag.removeprefix(_TAG) if event.tag and event.tag != "!" else "str"
        value = event.value if tag in ("str", "timestamp") else self._scalar(event)
        if type(value) not in _TYPES.get(tag, (type(value),)):
            raise self._error(f"a value that is not what its tag !!{tag} says", "leave the tag out", event)
        return value

    def _refuse_tag(self, event: Any) -> None:
        tag = event.tag
        if tag and tag != "!" and tag.removeprefix(_TAG) not in _KNOWN_TAGS:
            raise self._error("a tag that the Databricks CLI does not know", "leave the tag out", event)

    def _grow(self, count: int, event: Any) -> None:
        self._count += count
        if self._count > _MOST_NODES:
            message = f"more than {_MOST_NODES:,} values, with its aliases written out"
            raise self._error(message, "an alias inside of an alias multiplies; write it out where it is needed", event)

    def _place(self, event: Any) -> Location:
        return _at(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _error(self, message: str, hint: str, event: Any) -> YamlError:
        return YamlError(message, hint, self._place(event))


def _beginning(key: Any, value: Any) -> Any:
    """What a value begins with: of a map or list below its key the key, for the first line of it is that of an item."""
    is_below = key is not None and isinstance(value, yaml.CollectionStartEvent) and not value.flow_style
    return key if is_below and value.start_mark.line > key.start_mark.line else value


def _at(file: str, line: int | None = None, column: int | None = None) -> Location:
    return Location(file=file, line=line, column=column)


def _syntax_error(error: yaml.MarkedYAMLError, text: str, file: str) -> YamlError:
    mark = error.problem_mark or error.context_mark
    reason = _first_line(error.problem or error.context or "")
    if mark is None:
        return YamlError(f"not YAML: {reason}", "mend the file", _at(file))
    excerpt = _excerpt(text, mark.line, mark.column)
    return YamlError(f"not YAML: {reason}{excerpt}", "mend the line, or the one above it", _at_mark(file, mark))


def _at_mark(file: str, mark: Any) -> Location:
    return _at(file, mark.line + 1, mark.column + 1)


def _excerpt(text: str, line: int, column: int) -> str:
    """The line with a caret below, without what may be a secret: any value."""
    lines = text.splitlines()
    if line >= len(lines):
        return "; the file ends there"
    key = _KEY.match(lines[line])
    shown = f"{key[0].strip()} …" if key else "…"
    indent = len(lines[line]) - len(lines[line].lstrip())
    caret = min(max(column - indent, 0), len(shown) - 1)
    return f"\n  {shown}\n  {'':{caret}}^"


def _first_line(message: object) -> str:
    """The parser's words, without what it may quote of the file."""
    return _QUOTED.sub("(not shown)", str(message).partition("\n")[0]).strip() or "it cannot be understood"


def _loader() -> Any:
    """The C parser, 10 times faster, except where PyYAML was built without it."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
