"""Rules of other packages that a module names by its imports, and the rules of its own that stand for them."""

from __future__ import annotations

import re

import pytest

from checker import shipped
from checker.catalogue.modules import Module, read_library
from checker.catalogue.references import imported_rules
from checker.engines.embedded import EmbeddedEngine
from checker.engines.imported import with_own_rules
from checker.engines.protocol import Answer, Failure, Program
from checker.engines.rego.references import imports_of
from checker.engines.rego.tree import kind_of, parse, root

NO_CODE = re.compile(r'(?m)"(?:[^"\\\n]|\\.)*"|`[^`]*`|#.*$|^(?:import|package) .*$')
MODULES = read_library([(shipped.policies(), True)]).modules
BY_PACKAGE = {module.package: module for module in MODULES}
POLICY = """package p.rules.one

import data.p.lib
import data.p.lib.names as known

# lib.base in a comment, and `lib.base` in a text, stay.
deny contains {"address": "a", "path": "lib.base", "message": `lib.base`} if lib.base == known.all[0]

undecided contains {"address": lib.called("x"), "path": "", "message": ""} if false

checked contains lib.base
"""
LIBRARY = """package p.lib

base := "b"

called(name) := name

costly := 1 / input.nothing
"""
NAMES = 'package p.lib.names\n\nall := ["b"]\n'


def test_finds_what_is_named_and_no_text_comment_or_call() -> None:
    found = [(POLICY[start:end], path) for start, end, path in imported_rules(POLICY)]
    assert found == [("lib.base", "p.lib.base"), ("known.all", "p.lib.names.all"), ("lib.base", "p.lib.base")]


def test_lines_stay_where_they_are() -> None:
    text = with_own_rules(POLICY, imported_rules(POLICY))
    assert [line[:9] for line in text.splitlines()[: POLICY.count("\n")]] == [line[:9] for line in POLICY.splitlines()]
    assert with_own_rules(LIBRARY, imported_rules(LIBRARY)) == LIBRARY


@pytest.mark.parametrize("is_known", [True, False])
def test_only_the_rules_that_are_named_are_evaluated(*, is_known: bool) -> None:
    """The library has a rule that fails, which no policy asks."""
    files = {"p.rego": POLICY, "lib.rego": LIBRARY, "names.rego": NAMES}
    program = Program(
        modules=files,
        trusted=frozenset(files),
        packages=("p.rules.one",),
        needs={"p.rules.one": tuple(files)},
        data=b"{}",
        imported={"p.rego": imported_rules(POLICY)} if is_known else {},
    )
    engine = EmbeddedEngine(time_limit=20, memory_limit=4 << 30)
    try:
        engine.load(program)
        answer = engine.evaluate(b'{"nothing": 0}')["p.rules.one"]
    finally:
        engine.close()
    assert isinstance(answer, Answer if is_known else Failure)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.package)
def test_shipped_modules_name_rules_that_are_there_and_hide_no_import(module: Module) -> None:
    assert module.outline is not None
    for start, end, path in module.outline.imported:
        package, _, rule = path.rpartition(".")
        assert rule in values_of(BY_PACKAGE[package]), f"{module.text[start:end]} is no rule with a value"
    imports = imports_of(parse(module.file, module.text.encode()), module.text.encode())
    code = NO_CODE.sub("", module.text)
    assert [name for name in imports if re.search(rf"(?<![\w.]){name}\b(?!\.)", code)] == []


def values_of(module: Module) -> set[str]:
    """The names of its rules that are no functions."""
    names = set()
    for rule in parse(module.file, module.text.encode())["rules"]:
        kind, content = kind_of(rule)
        if kind == "Default":
            names |= set() if content["args"] else {kind_of(root(content["refr"]))[1]["value"]}
            continue
        head_kind, head = kind_of(content["head"])
        if head_kind != "Func":
            names.add(kind_of(root(head["refr"]))[1]["value"])
    return names
