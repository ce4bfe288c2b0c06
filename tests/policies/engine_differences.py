"""Finds what OPA and the embedded engine (regorus 0.13) evaluate differently, in a module's syntax tree.

Each check yields the places to mend and what to write instead. (d), a function clause without body or
value, needs none: the embedded engine refuses to parse it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tests.policies.syntax import Node, Tree, name_of, parts, path_of, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LITERALS = {"String", "RawString", "Number", "Bool", "Null"}
_COMPREHENSIONS = {"ArrayCompr", "SetCompr", "ObjectCompr"}
_COLLECTIONS = {"Array": "items", "Set": "items", "Object": "fields"}


@dataclass(frozen=True, kw_only=True)
class Program:
    """Modules that refer to each other, by package."""

    trees: tuple[Tree, ...]

    @cached_property
    def _trees(self) -> Mapping[str, list[Tree]]:
        by_package: dict[str, list[Tree]] = {}
        for tree in self.trees:
            by_package.setdefault(tree.package, []).append(tree)
        return by_package

    def rules(self, package: str) -> dict[str, list[Node]]:
        """The rules of a package by name."""
        found: dict[str, list[Node]] = {}
        for tree in self._trees.get(package, ()):
            for rule in tree.rules:
                found.setdefault(name_of(rule), []).append(rule)
        return found

    def is_certain(self, package: str, name: str) -> bool:
        """Whether a rule has a value whatever the input: a default, or a clause without conditions."""
        return any(_is_unconditional(rule) for rule in self.rules(package).get(name, ()))

    def split(self, path: str) -> tuple[str, str] | None:
        """data.<package>.<rule> as package and rule; None for what is neither."""
        steps = path.removeprefix("data.").split(".")
        for end in range(len(steps) - 1, 0, -1):
            if (package := ".".join(steps[:end])) in self._trees:
                return package, steps[end]
        return None


def uncertain_heads(tree: Tree, program: Program) -> Iterator[str]:
    """(a) A head of a partial rule holds what may be undefined: then all results of the rule are lost."""
    for rule in tree.rules:
        for expression in _partial_head(rule):
            yield from (
                f"{tree.place(part['span'])}: bind {tree.source(part['span'])} in the body, the head may be undefined"
                for part in _uncertain(expression, tree, program)
            )


def negated_doubts(tree: Tree, program: Program) -> Iterator[str]:
    """(b) `not` over a call, a membership or an index that may be missing: OPA is undefined, regorus true."""
    for statement in statements(list(tree.rules)):
        ((kind, literal),) = statement["literal"].items()
        if kind != "NotExpr":
            continue
        for part in _arguments(literal["expr"], tree, program):
            text = tree.source(part["span"])
            yield f"{tree.place(statement['span'])}: bind {text} before {tree.source(statement['span'])}"


def imported_rules_in_functions(tree: Tree, program: Program) -> Iterator[str]:
    """(c) A library's function reads a rule of another package by its imported name: regorus loses it."""
    if ".lib." not in f".{tree.package}.":
        return
    imports = _imports(tree)
    for rule in tree.rules:
        if not _is_function(rule):
            continue
        for kind, part in parts(rule):
            path = path_of({kind: part}) if kind in ("Var", "RefDot") else None
            if path is None or path.split(".")[0] not in imports:
                continue
            alias, _, rest = path.partition(".")
            target = program.split(f"{imports[alias]}.{rest}" if rest else imports[alias])
            if target and _is_read(program.rules(target[0]).get(target[1], ())):
                yield f"{tree.place(part['span'])}: read {path} through a private rule of this package"


def shadowed_rules(tree: Tree, program: Program) -> Iterator[str]:
    """(e) `some x in` where x is also a rule or an import: the engines differ in which one is meant."""
    taken = set(program.rules(tree.package)) | set(_imports(tree))
    for statement in statements(list(tree.rules)):
        for name in _declared(tree, statement):
            if name in taken:
                yield f"{tree.place(statement['span'])}: {name} is a rule or an import: call it otherwise"


CHECKS = (uncertain_heads, negated_doubts, imported_rules_in_functions, shadowed_rules)


def _declared(tree: Tree, statement: Node) -> Iterator[str]:
    """The variables that a `some` or `every` declares."""
    ((kind, literal),) = statement["literal"].items()
    if kind == "SomeIn":
        for each in (literal["key"], literal["value"]):
            yield from (part["value"] for inner, part in parts(each) if inner == "Var")
    elif kind == "Every":
        yield from (tree.source(span) for span in (literal["key"], literal["value"]) if span)
    elif kind == "SomeVars":
        yield from (tree.source(span) for span in literal["vars"])


def _partial_head(rule: Node) -> list[Node]:
    """What the head of a partial rule computes: keys, members and values."""
    if "Default" in rule:
        return []
    ((form, head),) = rule["Spec"]["head"].items()
    keys = [part["index"] for kind, part in parts(head["refr"]) if kind == "RefBrack"]
    if form == "Set":
        return [*keys, head["key"]]
    if form == "Compr" and keys:
        return [*keys, *([head["assign"]["value"]] if head["assign"] else [])]
    return []


def _uncertain(expression: Node, tree: Tree, program: Program) -> Iterator[Node]:
    """The parts of an expression that may be undefined."""
    ((kind, part),) = expression.items()
    if kind in _LITERALS or kind in _COMPREHENSIONS:
        return
    if kind in _COLLECTIONS:
        for item in part[_COLLECTIONS[kind]]:
            for each in item[1:] if kind == "Object" else [item]:
                yield from _uncertain(each, tree, program)
    elif not _is_certain(expression, tree, program):
        yield part


def _is_certain(expression: Node, tree: Tree, program: Program) -> bool:
    """Whether it is a variable, or a reference to a rule that always has a value."""
    path = path_of(expression)
    if path is None:
        return False
    first, _, rest = path.partition(".")
    imports = _imports(tree)
    if first in imports:
        target = program.split(f"{imports[first]}.{rest}" if rest else imports[first])
        return target is not None and program.is_certain(*target)
    if rest:
        return False
    return first not in program.rules(tree.package) or program.is_certain(tree.package, first)


def _arguments(expression: Node, tree: Tree, program: Program) -> Iterator[Node]:
    """What is evaluated before a negated expression, and may be missing."""
    ((kind, part),) = expression.items()
    if kind == "Call":
        inner = part["params"]
    elif kind == "Membership":
        inner = [each for each in (part["key"], part["value"], part["collection"]) if each]
    elif kind == "BoolExpr" and part["op"] != "Eq":
        inner = [part["lhs"], part["rhs"]]
    elif kind == "RefBrack":
        yield from _arguments(part["refr"], tree, program)
        inner = [part["index"]]
    elif kind == "RefDot":
        yield from _arguments(part["refr"], tree, program)
        return
    else:
        return
    for each in inner:
        yield from _uncertain(each, tree, program)


def _is_unconditional(rule: Node) -> bool:
    if "Default" in rule:
        return True
    ((form, head),) = rule["Spec"]["head"].items()
    if form != "Compr" or any(kind == "RefBrack" for kind, _ in parts(head["refr"])):
        return False
    if head["assign"] and (path_of(head["assign"]["value"]) or "").split(".")[0] == "input":
        return False
    bodies = rule["Spec"]["bodies"]
    return not bodies or not bodies[-1]["query"]["stmts"]


def _is_function(rule: Node) -> bool:
    return "Func" in rule["Spec"]["head"] if "Spec" in rule else bool(rule["Default"]["args"])


def _is_read(rules: Sequence[Node]) -> bool:
    """Whether these clauses are of a rule, and not of a function."""
    return bool(rules) and not any(_is_function(rule) for rule in rules)


def _imports(tree: Tree) -> dict[str, str]:
    """Imported name → what it stands for, with data. before it."""
    found = {}
    for each in tree.imports:
        path = path_of(each["refr"]) or ""
        alias = tree.source(each["as"]) if each.get("as") else path.rpartition(".")[2]
        found[alias] = path
    return found
