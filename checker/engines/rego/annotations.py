"""Writes what `rego.metadata.rule()` and `rego.metadata.chain()` give in their place: the METADATA of comments.

OPA knows it when it compiles, and so does this; the engine has neither function.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.engines.rego.text import Edit
from checker.engines.rego.tree import Tokens, kind_of, nodes, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.engines.rego.tree import Node

FUNCTIONS = {"rego.metadata.rule": "rule", "rego.metadata.chain": "chain"}

_BLOCK = re.compile(rb"^# METADATA[ \t]*\r?\n((?:#.*(?:\n|\Z))+)", re.MULTILINE)
_EMAIL = re.compile(r"<(\S*)>")
_KEPT = ("title", "description", "organizations", "schemas", "custom")

Annotation = dict[str, Any]
Path = tuple[str, ...]


class AnnotationError(Exception):
    """METADATA that OPA would refuse."""


class Source(NamedTuple):
    """A module whose annotations count."""

    content: bytes
    tree: Node
    package: Path


class _Rule(NamedTuple):
    path: Path
    tree: Any
    own: list[Annotation]  # those of this definition of the rule, nearest first


class Annotations:
    """The annotations of all modules together; those of a module in which some are wrong do not count."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._of_packages: dict[Path, Annotation] = {}
        self._of_subpackages: dict[Path, Annotation] = {}
        self._of_documents: dict[Path, Annotation] = {}
        self._rules: dict[bytes, list[_Rule]] = {}
        self._wrong: dict[bytes, AnnotationError] = {}
        for source in sources:
            try:
                self._rules[source.content] = list(self._read(source))
            except AnnotationError as error:
                self._wrong[source.content] = error

    def edits(self, content: bytes) -> Iterator[Edit]:
        """What to write in place of the calls of one of the modules. Raises `AnnotationError`."""
        if content in self._wrong:
            raise self._wrong[content]
        tokens = Tokens(content)
        for rule in self._rules[content]:
            for kind, node in nodes(rule.tree):
                name = ".".join(steps(node["fcn"])[0]) if kind == "Call" else ""
                if name in FUNCTIONS:
                    value = self._chain(rule) if FUNCTIONS[name] == "chain" else (rule.own or [{}])[0]
                    text = json.dumps(value, ensure_ascii=False, default=str)
                    yield Edit(*tokens.extent({"Call": node}), (text,))

    def _read(self, source: Source) -> Iterator[_Rule]:
        """The rules of a module; annotations of wider scope are noted."""
        blocks = [(match.end(), _annotation(match[1])) for match in _BLOCK.finditer(source.content)]
        package_start = source.tree["package"]["span"]["start"]
        for end, annotation in blocks:
            if end <= package_start:
                scope = annotation.setdefault("scope", "package")
                place = self._of_subpackages if scope == "subpackages" else self._of_packages
                place[source.package] = annotation
        before = package_start
        for rule in source.tree["rules"]:
            _, content = kind_of(rule)
            path = (*source.package, *_name(rule))
            start = content["span"]["start"]
            own: list[Annotation] = []
            for end, annotation in blocks:
                if before < end <= start:
                    is_whole = annotation.get("entrypoint") is True
                    if annotation.setdefault("scope", "document" if is_whole else "rule") == "document":
                        self._of_documents[path] = annotation
                    else:
                        own.insert(0, annotation)
            before = start
            yield _Rule(path, rule, own)

    def _chain(self, rule: _Rule) -> list[dict[str, Any]]:
        """The annotations of the rule, and those around it, nearest first."""
        chain: list[dict[str, Any]] = [{"path": rule.path, "annotations": each} for each in rule.own]
        package = rule.path[: self._package_length(rule)]
        wider = [(rule.path, self._of_documents), (package, self._of_packages)]
        wider += [(package[:end], self._of_subpackages) for end in range(len(package), 0, -1)]
        chain = chain or [{"path": rule.path}]
        return chain + [{"path": path, "annotations": known[path]} for path, known in wider if path in known]

    def _package_length(self, rule: _Rule) -> int:
        return len(rule.path) - len(_name(rule.tree))


def _name(rule: Node) -> list[str]:
    kind, content = kind_of(rule)
    return steps(content["refr"] if kind == "Default" else kind_of(content["head"])[1]["refr"])[0]


def _annotation(comments: bytes) -> Annotation:
    """One block, in the form that OPA gives it."""
    import yaml  # noqa: PLC0415 - seldom needed

    lines = (line[1:].removeprefix(" ") for line in comments.decode().splitlines())
    try:
        tree = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError as error:
        raise AnnotationError("METADATA is not YAML") from error
    if not isinstance(tree, dict):
        raise AnnotationError("METADATA is not an object")
    found = {name: tree[name] for name in ("scope", *_KEPT) if tree.get(name)}
    if tree.get("entrypoint") is True:
        found["entrypoint"] = True
    for name, read in (("authors", _author), ("related_resources", _resource)):
        if tree.get(name):
            found[name] = [read(each) for each in tree[name]]
    return found


def _author(given: Any) -> dict[str, str]:
    if isinstance(given, dict):
        return {name: str(given[name]).strip() for name in ("name", "email") if given.get(name)}
    *names, last = str(given).split() or [""]
    email = _EMAIL.fullmatch(last)
    return {"name": " ".join(names), "email": email[1]} if email else {"name": " ".join((*names, last))}


def _resource(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        return {"ref": str(given)}
    return {name: str(given[name]).strip() for name in ("ref", "description") if given.get(name)}
