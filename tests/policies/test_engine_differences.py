"""No shipped policy holds what OPA and the embedded engine evaluate differently; each check finds a bad module."""

from __future__ import annotations

import pytest

from tests.policies.engine_differences import (
    CHECKS,
    Program,
    imported_rules_in_functions,
    negated_doubts,
    shadowed_rules,
    uncertain_heads,
)
from tests.policies.modules import trees
from tests.policies.syntax import parse

LIBRARY = """package policies.lib.other

certain := "x"

uncertain := input.a

answer(x) := x
"""


def _program(text: str, package: str = "policies.rules.group.bad") -> Program:
    own = parse("bad.rego", f"package {package}\n\nimport data.policies.lib.other\n\n{text}\n")
    return Program(trees=(own, parse("other.rego", LIBRARY)))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_shipped_modules_have_none(check: object) -> None:
    program = Program(trees=trees())
    assert [found for tree in program.trees for found in check(tree, program)] == []  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "deny contains x.y if some x in input.xs",
        "deny contains [1, x.y] if some x in input.xs",
        'deny contains {"a": x.y} if some x in input.xs',
        "deny contains {x.y} if some x in input.xs",
        "deny contains f(x) if some x in input.xs\n\nf(x) := x.y",
        "deny contains _name if input.b\n\n_name := input.a if input.b",
        "deny contains other.uncertain if input.b",
        "by_name[x.y] := 1 if some x in input.xs",
        "by_name[x] := x.y if some x in input.xs",
        "by_name[x.y] contains 1 if some x in input.xs",
    ],
)
def test_finds_heads_that_may_be_undefined(text: str) -> None:
    program = _program(text)
    assert len(list(uncertain_heads(program.trees[0], program))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "deny contains x if some x in input.xs",
        'deny contains [1, {"a": x}, {"b"}] if some x in input.xs',
        "deny contains {y | y := x.y} if some x in input.xs",
        'deny contains _name if input.b\n\n_name := "x"',
        "deny contains other.certain if input.b",
        "by_name[x] := true if some x in input.xs",
        "complete := input.a",
        "f(x) := x.y",
    ],
)
def test_takes_heads_that_are_always_defined(text: str) -> None:
    program = _program(text)
    assert list(uncertain_heads(program.trees[0], program)) == []


@pytest.mark.parametrize(
    "text",
    [
        "bad if not f(input.a)\n\nf(x) if x == 1",
        "bad if not f(g(1))\n\nf(x) if x == 1\n\ng(x) := x",
        "bad if not input.a in {1}",
        "bad if not 1 in input.a",
        "bad if not input.a != 1",
        "bad if not set[input.a]\n\nset := {1}",
        "bad if not set[input.a].b\n\nset := {1}",
        'bad if not startswith(_a, "x")\n\n_a := input.a if input.b',
        "bad if count([x | some x in input.xs; not f(x.y)]) > 0\n\nf(x) if x == 1",
    ],
)
def test_finds_negations_of_what_may_be_missing(text: str) -> None:
    program = _program(text)
    assert len(list(negated_doubts(program.trees[0], program))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "good if not input.a",
        "good if not input.a == 1",
        "good if {\n\tsome x in input.xs\n\tnot f(x)\n}\n\nf(x) if x == 1",
        "good if {\n\tsome x in input.xs\n\tnot set[x]\n}\n\nset := {1}",
        'good if not startswith(_a, "x")\n\n_a := "xy"',
    ],
)
def test_takes_negations_of_what_is_bound(text: str) -> None:
    program = _program(text)
    assert list(negated_doubts(program.trees[0], program)) == []


@pytest.mark.parametrize("read", ["other.uncertain", "other.certain"])
def test_finds_imported_rules_in_functions_of_libraries(read: str) -> None:
    program = _program(f"f(_) := {read}", package="policies.lib.bad")
    assert len(list(imported_rules_in_functions(program.trees[0], program))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "f(x) := other.answer(x)",
        "f(_) := _certain\n\n_certain := other.certain",
        "f(_) := data.policies.lib.other.certain",
        "complete := other.certain",
    ],
)
def test_takes_functions_of_libraries_that_read_their_own_rules(text: str) -> None:
    program = _program(text, package="policies.lib.good")
    assert list(imported_rules_in_functions(program.trees[0], program)) == []


@pytest.mark.parametrize(
    "text",
    [
        "address := 1\n\nbad if some address in input.xs",
        "address := 1\n\nbad if some address, _ in input.xs",
        "address := 1\n\nbad := {address | some address in input.xs}",
        "address := 1\n\nbad if {\n\tsome address\n\tinput.xs[address]\n}",
        "bad if some other in input.xs",
        "address := 1\n\nbad if every address in input.xs { address == 1 }",
    ],
)
def test_finds_variables_with_the_name_of_a_rule(text: str) -> None:
    program = _program(text)
    assert len(list(shadowed_rules(program.trees[0], program))) == 1


def test_the_engine_refuses_functions_without_body_and_value() -> None:
    with pytest.raises(RuntimeError, match="rule must have a body or assignment"):
        parse("bad.rego", "package bad\n\nf(1)\n")
