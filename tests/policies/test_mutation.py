"""The tool behind `make mutants` breaks what it is meant to break, and its list of exceptions is in order."""

from __future__ import annotations

import pytest

from tests.policies.modules import modules
from tests.policies.mutation import listed_as, mutants, mutated, read_equivalent
from tests.policies.syntax import parse

MUTANTS = {
    "lines": ("allow if {\n\tf(input.a)\n\tinput.b\n}", ["f(input.a) -> true", "input.b -> true"]),
    "conditions": ("allow if f(input.a)", ["f(input.a) -> not f(input.a)"]),
    "negations": ("allow if not f(input.a)", ["not f(input.a) -> f(input.a)"]),
    "equality": ("allow if input.a == input.b", ["input.a == input.b -> input.a != input.b"]),
    "order": (
        "allow if input.a < input.b",
        ["input.a < input.b -> input.a >= input.b", "input.a < input.b -> input.a <= input.b"],
    ),
    "text": ('name := "x"', ["x -> xX"]),
    "text beside an operator": ('allow if input.a == "x"', ['input.a == "x" -> input.a != "x"', "x -> xX"]),
    "lines that end in a text": (
        'allow if input.a == "x"\n\nallow if not input.b == `y`',
        [
            'input.a == "x" -> true',
            'allow if input.a == "x" -> (nothing)',
            "not input.b == `y` -> true",
            "not input.b == `y` -> input.b == `y`",
        ],
    ),
    "lines that begin with a text": (
        'allow if "x" in input.a\n\nallow if "" == input.b',
        ['"x" in input.a -> true', '"x" in input.a -> not "x" in input.a', '"" == input.b -> true'],
    ),
    "else with a text": ('f(_) := 1 if {\n\tinput.b\n} else := "x"', ['else := "x" -> (nothing)']),
    "numbers": ("name := 1", ["1 -> 2"]),
    "what makes spellings alike": (
        'name := lower(trim_space(input["a"]))',
        [
            'lower(trim_space(input["a"])) -> trim_space(input["a"])',
            'trim_space(input["a"]) -> input["a"]',
        ],
    ),
    "truths": ("name := true", ["true -> false"]),
    "clauses": (
        "allow if input.a\n\nallow if input.b",
        ["allow if input.a -> (nothing)", "allow if input.b -> (nothing)"],
    ),
    "else": ("f(_) := input.a if {\n\tinput.b\n} else := input.c", ["else := input.c -> (nothing)"]),
    "sets": ("all := input.a & input.b", ["input.a & input.b -> input.a | input.b"]),
    "difference": (
        "all := input.a - input.b",
        ["input.a - input.b -> input.a + input.b", "input.a - input.b -> input.a | input.b"],
    ),
    "comprehensions": ("all := {x | some x in input.a; x.b}", ["x.b -> true", "x.b -> not x.b"]),
    "bytes, not characters": ('allow if "é" == input.a', ["é -> éX", '"é" == input.a -> "é" != input.a']),
}


@pytest.mark.parametrize(("text", "expected"), MUTANTS.values(), ids=MUTANTS)
def test_breaks(text: str, expected: list[str]) -> None:
    changes = {mutant.name.partition(": ")[2] for mutant in mutants(parse("m.rego", f"package m\n\n{text}\n"))}
    assert set(expected) <= changes


@pytest.mark.parametrize("text", [text for text, _ in MUTANTS.values()], ids=MUTANTS)
def test_leaves_rego(text: str) -> None:
    tree = parse("m.rego", f"package m\n\n{text}\n")
    for mutant in mutants(tree):
        parse("m.rego", mutated(tree, mutant))


def test_tells_mutants_apart_that_read_the_same() -> None:
    names = [mutant.name for mutant in mutants(parse("m.rego", "package m\n\nnames := [1, 1]\n"))]
    assert sorted(names) == ["names: 1 -> 2", "names: 1 -> 2 (2)"]


def test_listed_mutants_are_there_and_have_a_reason() -> None:
    listed = read_equivalent()
    possible = {listed_as(mutant) for module in modules() for mutant in mutants(parse(module.file, module.text))}
    assert set(listed) - possible == set()
    assert all(listed.values())
