"""Modules of Rego v0 mean in the embedded engine what they mean to OPA, one by one; so do those of v1 beside them."""

from __future__ import annotations

import json
import subprocess

import pytest

from checker.engines.child import new_engine
from checker.engines.rego.prepare import prepare
from checker.engines.rego.text import Text
from checker.engines.rego.version import as_v1
from tests.engines import opa_cases, table
from tests.opa import OPA, needs_opa

CASES = opa_cases.folder(table.opa_version(), "v0")
INPUT = {"xs": ["a", "b"], "l": [1, 2]}

# What each module of v0 becomes.
WRITTEN = {
    "a set": ('deny[x] { x := "a" }', 'deny contains x if { x := "a" }'),
    "a member without a body": ('deny["a"]', 'deny contains "a"'),
    "an expression as a member": ("deny[[x, 1]] { x := 1 }", "deny contains [x, 1] if { x := 1 }"),
    "an object": ("p[x] = y { x := 1; y := 2 }", "p[x] = y if { x := 1; y := 2 }"),
    "a value": ("p = 1 { true }", "p = 1 if { true }"),
    "a truth": ("default p = false\n\np { true }", "default p = false\n\np if { true }"),
    "a function": ("f(x) = y { y := x }", "f(x) = y if { y := x }"),
    "else": ("f(x) = 1 { x } else = 2 { true }\n\nelse = 3", "f(x) = 1 if { x } else = 2 if { true }\n\nelse = 3"),
    "else without a value": ("p { false } else { true }", "p if { false } else if { true }"),
    "a name with a dot is a set": ("a.b { true }", 'a contains "b" if { true }'),
    "a name with two dots is none": ("a.b.c { true }", "a.b.c if { true }"),
    "a former name": ('p { re_match("a", "b") }', 'p if { regex.match("a", "b") }'),
    "any": ("p { any([true]) }", "p if { (true in [true]) }"),
    "set_diff": ("p = set_diff({1}, {2})\n\nq { true }", "p = ({1} - {2})\n\nq if { true }"),
    "keywords that are imported": (
        "import future.keywords.in\n\np { 1 in [1] }", "import future.keywords.in\n\np if { 1 in [1] }",
    ),
    "lines and comments": ("p { # why\n\ttrue # {\n}\n", "p if { # why\n\ttrue # {\n}\n"),
}  # fmt: skip

# Modules that are not v0, whatever else they are.
OTHERS = {
    "a forgotten if": "deny contains x { x := 1 }",
    "v1 by its import": "import rego.v1\n\ndeny[x] { x := 1 }",
    "no Rego": "deny := {{{",
    "an error in v1": "p if { x := }\n\nq { true }",
}

MEANING = """\
import future.keywords.in

a.b { true }

deny[msg] {
	some x in input.xs
	not bad(x)
	msg := sprintf("%v", [x])
}

deny[sprintf("%v!", [x])] { x := input.xs[_] } { x := "more" }

bad(x) { x == "a" } { x == "c" }

level(x) = 1 { x == "a" } else = 2 { x == "b" } else = 3

levels = [y | y := level(input.xs[_])]

all_of = [all([]), all([true, false]), any({1, true}), any([])]

missing { not any(input.nothing) }

less = set_diff({1, 2}, {2})

negated = [x | x := input.xs[_]; not startswith(x, "a")]

p[x] = {"a": x} { x := input.xs[_] }
"""


@pytest.mark.parametrize("name", WRITTEN)
def test_writes_v0_as_v1(name):
    given, expected = WRITTEN[name]
    written = as_v1("a.rego", Text(f"package a\n\n{given}".encode()))
    assert written is not None
    assert written.content.decode() == f"package a\n\n{expected}"


@pytest.mark.parametrize("name", OTHERS)
def test_leaves_what_is_no_v0(name):
    assert as_v1("a.rego", Text(f"package a\n\n{OTHERS[name]}".encode())) is None
    assert prepare({"a.rego": f"package a\n\n{OTHERS[name]}"}, {}, "{}").broken.keys() == {"a.rego"}


def test_modules_of_both_versions_stand_beside_each_other():
    modules = {
        "v0.rego": "package v0\n\ndeny[x] { x := data.v1.xs[_] }\n",
        "v1.rego": "package v1\n\nxs contains 1\n\np[x] if some x in data.v0.deny\n",
    }
    assert value(modules, "data") == {"v0": {"deny": [1]}, "v1": {"xs": [1], "p": {"1": True}}}


def test_tells_places_of_v0_as_it_was_written():
    module = "package a\n\ndeny[x] { x := conut([1]) }\n"
    (failure,) = prepare({"a.rego": module}, {}, "{}").broken.values()
    assert (failure["message"], failure["line"], failure["column"]) == (
        "conut: no such function; did you mean count?",
        3,
        16,
    )


@needs_opa
def test_opa_gives_v0_the_same_meaning(tmp_path):
    module = f"package a\n\n{MEANING}"
    (tmp_path / "a.rego").write_text(module)
    (tmp_path / "input.json").write_text(json.dumps(INPUT))
    command = (OPA, "eval", "--v0-compatible", "-f", "raw", "-d", "a.rego", "-i", "input.json", "data.a")
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert sets_sorted(value({"a.rego": module}, "data.a")) == sets_sorted(json.loads(done.stdout))


@pytest.mark.skipif(CASES is None, reason="no test cases of OPA here, which `make opa` fetches with Go")
def test_the_cases_of_opa_in_v0_differ_no_more_than_those_in_v1():
    told = [(case.topic, case.note, opa_cases.outcome(case).outcome) for case in opa_cases.cases(CASES)]
    assert sum(outcome == "same" for _, _, outcome in told) > 1500
    of_v1 = opa_cases.cases(opa_cases.folder(table.opa_version()))
    known = {(case.topic, case.note) for case in of_v1 if opa_cases.outcome(case).outcome == "differs"}
    assert {(topic, note) for topic, note, outcome in told if outcome == "differs"} <= known


def value(modules, path):
    result = prepare(modules, {}, "{}")
    assert result.broken == {}
    engine = new_engine()
    for file, text in result.texts.items():
        engine.add_policy(file, text.content.decode())
    engine.set_input_json(json.dumps(INPUT))
    return json.loads(engine.eval_query_as_json(path))["result"][0]["expressions"][0]["value"]


def sets_sorted(tree):
    return {name: sorted(each, key=json.dumps) if name == "deny" else each for name, each in tree.items()}
