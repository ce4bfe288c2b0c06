"""Prepares the modules of a program: which are loaded, with which text, and which cannot be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.engines.child import LACKED, failure_of
from checker.engines.rego.annotations import AnnotationError, Annotations, Source
from checker.engines.rego.grammar import parsed
from checker.engines.rego.meaning import MARK, Meaning, Misreading
from checker.engines.rego.references import Module, World, imports_of
from checker.engines.rego.text import Text
from checker.engines.rego.tree import Node, kind_of, parse, root, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

UNREADABLE = "mend the policy; where it is newer Rego than this engine reads, --engine opa may read it"
_PACKAGE = re.compile(r"(?m)^package\s+([\w.]+)")


class Prepared(NamedTuple):
    """What became of the modules that were given."""

    texts: dict[str, Text]  # of those that can be loaded
    broken: dict[str, dict[str, Any]]  # of the others, why not
    supplied: set[str]  # functions they call that tfcheck supplies


class _Parsed(NamedTuple):
    text: Text
    tree: Node
    package: str


def prepare(modules: Mapping[str, str], trusted: Mapping[str, str], data: str, *, is_complete: bool = True) -> Prepared:
    """Prepare the user's modules; those that tfcheck ships are only looked at, and `data` is JSON text.

    `is_complete`: whether what they refer to has to be there; tests bring some of it themselves, using `with`.
    """
    texts: dict[str, Text] = {}
    broken: dict[str, dict[str, Any]] = {}
    trees: dict[str, _Parsed] = {}
    for file, given in modules.items():
        original = Text(given.removeprefix("\ufeff").encode())  # OPA passes over a byte order mark
        try:
            text, tree = parsed(file, original)
        except RuntimeError as error:
            broken[file] = _syntax_error(file, original, error)
        except RecursionError:
            broken[file] = _too_deep(file)
        else:
            trees[file] = _Parsed(text, tree, _package_of(tree))
    rules = _rules(trees.values(), trusted)
    world = World(rules, json.loads(data), is_complete=is_complete)
    supplied: set[str] = set()
    for file, module in trees.items():
        try:
            texts[file], called = _prepared(module, rules, world, trees.values())
        except _MisreadError as error:
            broken[file] = _misread(file, module.text, error.misreading)
        except AnnotationError as error:
            broken[file] = {"message": str(error), "file": file}
        except RecursionError:
            broken[file] = _too_deep(file)
        else:
            supplied |= called
    return Prepared(texts, broken, supplied)


def placed(failure: dict[str, Any], texts: Mapping[str, Text]) -> dict[str, Any]:
    """A failure of the engine's, with the place it means in the module as it was written."""
    text = texts.get(failure["file"])
    if text is None or "line" not in failure:
        return failure
    line, column = text.place(failure["line"], failure["column"])
    return failure | {"line": line, "column": column, "message": failure["message"].replace(MARK, "")}


class _MisreadError(Exception):
    def __init__(self, misreading: Misreading) -> None:
        super().__init__(misreading.message)
        self.misreading = misreading


def _prepared(module: _Parsed, rules: _Rules, world: World, beside: Iterable[_Parsed]) -> tuple[Text, set[str]]:
    """The text to load, and the functions that it calls and tfcheck supplies; `beside`: all modules."""
    own = rules[module.package]
    imports = imports_of(module.tree, module.text.content)
    meaning = Meaning(module.text.content, module.tree, {*own, *imports}, world.builtins)
    references = Module(module.tree, imports, own, world)
    misreadings = [*references.problems(), *meaning.misreadings]
    if misreadings:
        raise _MisreadError(min(misreadings))
    edits = meaning.edits
    if references.is_annotated:
        sources = (Source(each.text.content, each.tree, tuple(each.package.split("."))) for each in beside)
        edits += Annotations(sources).edits(module.text.content)
    text = module.text.edited(edits) if edits else module.text
    return text, references.supplied


class _Rules(dict[str, set[str]]):
    """The names of the rules of each package; those of the shipped packages are read when they are asked for."""

    def __init__(self, trusted: Mapping[str, str]) -> None:
        super().__init__()
        self._trusted: dict[str, list[str]] = {}
        for text in trusted.values():
            if package := _PACKAGE.search(text):
                self._trusted.setdefault(package[1], []).append(text)
                self.setdefault(package[1], set())

    def __getitem__(self, package: str) -> set[str]:
        names = super().__getitem__(package)
        for text in self._trusted.pop(package, ()):
            names |= _names_of(parse("", text.encode()))
        return names

    def get(self, package: str, default: Any = None) -> Any:
        return self[package] if package in self else default  # noqa: SIM401 - it is what get does here


def _rules(modules: Iterable[_Parsed], trusted: Mapping[str, str]) -> _Rules:
    rules = _Rules(trusted)
    for module in modules:
        rules.setdefault(module.package, set()).update(_names_of(module.tree))
    return rules


def _names_of(tree: Node) -> set[str]:
    """The names that the rules of a module begin with."""
    names = set()
    for rule in tree["rules"]:
        kind, content = kind_of(rule)
        head = content["refr"] if kind == "Default" else kind_of(content["head"])[1]["refr"]
        names.add(kind_of(root(head))[1]["value"])
    return names


def _package_of(tree: Node) -> str:
    return ".".join(steps(tree["package"]["refr"])[0])


def _syntax_error(file: str, original: Text, error: RuntimeError) -> dict[str, Any]:
    """As the engine tells it of the module as it was given."""
    try:
        parse(file, original.content)
    except RuntimeError as first:
        error = first
    return placed(failure_of(error, file), {file: original}) | {"lacking": UNREADABLE}


def _misread(file: str, text: Text, misreading: Misreading) -> dict[str, Any]:
    line, column = text.place_at(misreading.offset)
    place = {"file": file, "line": line, "column": column}
    return {"message": misreading.message, **place, "lacking": LACKED if misreading.is_lacking else ""}


def _too_deep(file: str) -> dict[str, Any]:
    return {"message": "nested too deeply", "file": file}
