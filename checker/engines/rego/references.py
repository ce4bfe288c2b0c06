"""Checks that what a module calls and refers to is there: the engine would find out late, or take it for undefined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.engines.builtins import SUPPLIED
from checker.engines.child import new_engine
from checker.engines.rego.annotations import FUNCTIONS
from checker.engines.rego.meaning import Misreading
from checker.engines.rego.tree import is_node, kind_of, parts, steps, variables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from checker.engines.rego.tree import Node

# A policy has no network and sees no environment; this engine answers `undefined`, or something of its own.
REFUSED = {
    "http.send": "policies have no network",
    "net.lookup_ip_addr": "policies have no network",
    "opa.runtime": "policies see no environment",
}
_CERTIFICATES = (
    "and_verify_certificates",
    "and_verify_certificates_with_options",
    "certificate_request",
    "certificates",
    "keypair",
    "rsa_private_key",
)
DEPRECATED = {
    "all": "every",
    "any": "some … in",
    "cast_array": "is_array",
    "cast_boolean": "is_boolean",
    "cast_null": "is_null",
    "cast_object": "is_object",
    "cast_set": "is_set",
    "cast_string": "is_string",
    "net.cidr_overlap": "net.cidr_contains",
    "re_match": "regex.match",
    "set_diff": "the operator -",
}
# What OPA has and this engine lacks; a test compares it with OPA's own list.
LACKING = frozenset(
    {
        *(f"crypto.x509.parse_{what}" for what in _CERTIFICATES),
        "crypto.parse_private_keys",
        *(f"graphql.{name}" for name in ("is_valid", "parse", "parse_and_verify", "parse_query", "parse_schema")),
        "graphql.schema_is_valid",
        *(f"io.jwt.{name}" for name in ("decode", "decode_verify", "encode_sign", "encode_sign_raw", "verify_eddsa")),
        *(f"io.jwt.verify_{kind}{bits}" for kind in ("es", "hs", "ps", "rs") for bits in (256, 384, 512)),
        "providers.aws.sign_req",
        "rego.parse_module",
        # Operators by their names.
        *("and", "div", "eq", "equal", "gt", "gte", "lt", "lte", "minus", "mul", "neq", "or", "plus", "rem"),
    }
)
_OURS = "tfcheck"  # below it, tfcheck knows what data there is
_LEVELS_OF_OURS = 3  # such as tfcheck.domain.privileges


class World:
    """Everything that modules can refer to."""

    def __init__(
        self, rules: Mapping[str, Collection[str]], data: Mapping[str, Any], *, is_complete: bool = True
    ) -> None:
        """Take the names of the rules of each package, and the data beside the modules.

        `is_complete`: whether a reference to something else is wrong.
        """
        self._is_complete = is_complete
        self._rules = rules
        self._data = data
        self._builtins: set[str] = set()

    @property
    def builtins(self) -> set[str]:
        """The functions that the engine has itself."""
        if not self._builtins:
            answer = new_engine().eval_query("opa.runtime().builtins")
            self._builtins = {*answer["result"][0]["expressions"][0]["value"], "print"}
        return self._builtins

    def has_rule(self, names: list[str]) -> bool:
        """Whether this path, without `data`, is a rule, or something below one."""
        if not self._is_complete:
            return True
        package, rest = self._package(names)
        return bool(rest) and rest[0] in self._rules.get(package, ())

    def missing(self, names: list[str]) -> str:
        """What is wrong with a reference to this path, without `data`; empty: nothing."""
        package, rest = self._package(names)
        if not rest or self.has_rule(names) or self._is_folder(names):
            return ""
        if not self._is_complete or self._has_data(names):
            return ""
        if package:
            return f"data.{package} has no rule {rest[0]}{_nearest(rest[0], self._rules[package])}"
        whole = ".".join(names)
        return f"data.{whole}: no package, rule or data file is loaded there{_nearest(whole, self._rules)}"

    def _package(self, names: list[str]) -> tuple[str, list[str]]:
        """The longest package that the path begins with, or an empty text, and the rest of the path."""
        for end in range(len(names), 0, -1):
            if ".".join(names[:end]) in self._rules:
                return ".".join(names[:end]), names[end:]
        return "", names

    def _is_folder(self, names: list[str]) -> bool:
        """Whether packages lie below this path."""
        return any(package.split(".")[: len(names)] == names for package in self._rules)

    def _has_data(self, names: list[str]) -> bool:
        """Whether data lies there. Of the user's own, any of it may be left out: only its beginning is asked for."""
        tree: Any = self._data
        for name in names[: _LEVELS_OF_OURS if names[0] == _OURS else 1]:
            if not isinstance(tree, dict):
                return True  # what is below a value is the policy's affair
            if name not in tree:
                return False
            tree = tree[name]
        return True


def imports_of(tree: Node, content: bytes) -> dict[str, list[str]]:
    """The names that imports give, and the path of each."""
    found = {}
    for each in tree["imports"]:
        path, _ = steps(each["refr"])
        alias = each.get("as")
        name = content[alias["start"] : alias["end"]].decode() if alias else path[-1]
        if path[0] in {"data", "input"}:
            found[name] = path
    return found


class Module:
    """What one module refers to."""

    def __init__(self, tree: Node, imports: Mapping[str, list[str]], rules: Collection[str], world: World) -> None:
        self._tree = tree
        self._imports = imports
        self._rules = rules  # of its package
        self._world = world
        self.supplied: set[str] = set()  # the functions it calls that tfcheck supplies
        self.is_annotated = False  # whether it asks for annotations

    def problems(self) -> Iterator[Misreading]:
        """Everything that is not there."""
        for each in self._tree["imports"]:
            path, _ = steps(each["refr"])
            if path[0] == "data" and (message := self._world.missing(path[1:]) if len(path) > 1 else ""):
                yield Misreading(each["span"]["start"], message)
        for rule in self._tree["rules"]:
            hidden = _arguments_of(rule)
            yield from self._problems_in(
                rule, {name: path for name, path in self._imports.items() if name not in hidden}
            )

    def _problems_in(self, rule: Node, imports: Mapping[str, list[str]]) -> Iterator[Misreading]:
        waiting: list[Any] = [rule]
        while waiting:
            part = waiting.pop()
            if is_node(part):
                kind, content = kind_of(part)
                if kind == "Call":
                    yield from self._call(content, imports)
                    waiting += content["params"]
                    continue
                if kind in {"RefDot", "RefBrack"}:
                    yield from _reference(part, content, imports, self._world)
                    waiting += _indexes(part)
                    continue
            waiting += parts(part)

    def _call(self, call: dict[str, Any], imports: Mapping[str, list[str]]) -> Iterator[Misreading]:
        path, is_whole = steps(call["fcn"])
        if not is_whole:
            return
        name = ".".join(path)
        if path[0] in self._rules and path[0] not in imports:
            return
        path = [*imports.get(path[0], path[:1]), *path[1:]]
        if path[0] == "data":
            if not self._world.has_rule(path[1:]):
                message = self._world.missing(path[1:]) or f"data.{'.'.join(path[1:])} is no function"
                yield _at(call, message)
        elif name in SUPPLIED:
            self.supplied.add(name)
        elif name in FUNCTIONS:
            self.is_annotated = True
        elif name in REFUSED or name not in self._world.builtins:
            yield Misreading(call["span"]["start"], self._why_not(name), is_lacking=name in LACKING)

    def _why_not(self, name: str) -> str:
        if name in REFUSED:
            return f"{name}: {REFUSED[name]}"
        if name in DEPRECATED:
            return f"{name} is deprecated, and OPA refuses it too: use {DEPRECATED[name]}"
        if name in LACKING:
            return f"{name}: the embedded engine lacks this function"
        return f"{name}: no such function{_nearest(name, {*self._world.builtins, *SUPPLIED, *self._rules})}"


def _reference(
    node: Node, content: dict[str, Any], imports: Mapping[str, list[str]], world: World
) -> Iterator[Misreading]:
    path, _ = steps(node)
    if not path:
        return
    path = [*imports.get(path[0], path[:1]), *path[1:]]
    if path[0] == "data" and len(path) > 1 and (message := world.missing(path[1:])):
        yield _at(content, message)


def _arguments_of(rule: Node) -> set[str]:
    """The names of a function's arguments, which hide imports of the same name."""
    kind, content = kind_of(rule)
    _, head = kind_of(content["head"]) if kind == "Spec" else ("", {})
    return {variable["value"] for variable in variables(head.get("args") or [])}


def _indexes(reference: Node) -> Iterator[Any]:
    """The expressions in brackets of a reference, and what it begins with unless that is a name."""
    kind, content = kind_of(reference)
    if kind == "RefBrack":
        yield content["index"]
    if kind in {"RefDot", "RefBrack"}:
        yield from _indexes(content["refr"])
    elif kind != "Var":
        yield reference


def _at(content: dict[str, Any], message: str) -> Misreading:
    return Misreading(content["span"]["start"], message)


def _nearest(name: str, names: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - seldom needed, and slow to import

    close = get_close_matches(name, sorted(names), n=1, cutoff=0.7)
    return f"; did you mean {close[0]}?" if close else ""
