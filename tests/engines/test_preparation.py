"""What is made of a user's modules before they are loaded, and what is told of those that cannot be."""

from __future__ import annotations

import json
import subprocess

import pytest

from checker.engines.builtins import CORRECTED, SUPPLIED
from checker.engines.child import new_engine
from checker.engines.rego.annotations import FUNCTIONS
from checker.engines.rego.prepare import placed, prepare
from checker.engines.rego.references import DEPRECATED, LACKING, REFUSED, World
from checker.engines.rego.text import Edit, Text
from tests.opa import OPA, needs_opa


def prepared(module, *, trusted=None, data=None):
    return prepare({"a.rego": module}, trusted or {}, json.dumps(data or {}))


def rewritten(module):
    result = prepared(module)
    assert result.broken == {}
    return result.texts["a.rego"].content.decode()


def problem(module, **more):
    broken = prepared(module, **more).broken
    return (broken["a.rego"]["message"], broken["a.rego"]["line"], broken["a.rego"]["column"]) if broken else None


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        pytest.param(
            "package a\n\ndeny contains r.name if {\n\tsome r in input.xs\n}\n",
            "package a\n\ndeny contains value_1__tfcheck if {\n\tsome r in input.xs\n\nvalue_1__tfcheck := r.name\n}\n",
            id="member of a set",
        ),
        pytest.param(
            "package a\n\ndeny contains r.name if some r in input.xs # all\n",
            "package a\n\ndeny contains value_1__tfcheck if { some r in input.xs\n"
            "value_1__tfcheck := r.name\n} # all\n",
            id="body without braces",
        ),
        pytest.param(
            "package a\n\nf(x) := x.a if x else := x.b\n",
            "package a\n\nf(x) := value_1__tfcheck if { x\nvalue_1__tfcheck := x.a\n} "
            "else := value_2__tfcheck if {\nvalue_2__tfcheck := x.b\n}\n",
            id="else",
        ),
        pytest.param(
            'package a\n\np[r.name] := "x" if some r in input.xs\n',
            'package a\n\np[value_1__tfcheck] := "x" if { some r in input.xs\nvalue_1__tfcheck := r.name\n}\n',
            id="key",
        ),
        pytest.param(
            'package a\n\np if not startswith(input.x, "a") with input as {}\n',
            "package a\n\np if { argument_1__tfcheck := input.x with input as {}; "
            'not startswith(argument_1__tfcheck, "a") with input as {}\n}\n',
            id="negation",
        ),
        pytest.param(
            "package a\n\np contains v if [_, v] := walk(input.x)\n",
            "package a\n\np contains v if walk(input.x, [_, v])\n",
            id="walk",
        ),
        pytest.param(
            "package a\n\nx := 1\n\np contains x if some x in input.xs\n",
            "package a\n\nx := 1\n\np contains value_1__tfcheck if { some x__tfcheck in input.xs\n"
            "value_1__tfcheck := x__tfcheck\n}\n",
            id="name of a rule",
        ),
        pytest.param(
            "package a\n\np contains x if { x := 1 } { x := 2 }\n",
            "package a\n\np contains x if { x := 1 } \np contains x  if { x := 2 }\n",
            id="two bodies",
        ),
        pytest.param(
            "package a\n\nx := 1\n\nimport data.a as b\n",
            "package a\nimport data.a as b\n\nx := 1\n\n\n",
            id="late import",
        ),
        pytest.param("package a\n\nf(_)\n", "package a\n\nf(_) := true\n", id="function without a body"),
        pytest.param(
            'package a\n\ndeny contains sprintf("%s %d", [x, y + 1]) if {\n'
            "\tsome x, y in input.xs\n\tnot x == y.z\n}\n",
            None,
            id="nothing to do",
        ),
    ],
)
def test_writes_in_other_words(module, expected):
    assert rewritten(module) == (module if expected is None else expected)


def test_tells_places_of_the_text_as_the_user_wrote_it():
    module = 'package a\n\n# é\np contains lower(r.name) if {\n\tsome r in input.xs\n\tx := "é"; 1 / r.zero > 0\n}\n'
    result = prepared(module)
    engine = new_engine()
    engine.add_policy("a.rego", result.texts["a.rego"].content.decode())
    engine.set_input_json('{"xs": [{"zero": 0, "name": 1}]}')
    with pytest.raises(RuntimeError) as error:
        engine.eval_rule("data.a.p")
    from checker.engines.child import failure_of

    failure = placed(failure_of(error.value), result.texts)
    assert (failure["message"], failure["line"], failure["column"]) == ("divide by zero", 6, 14)
    engine.set_input_json('{"xs": [{"zero": 1, "name": 1}]}')
    with pytest.raises(RuntimeError) as error:
        engine.eval_rule("data.a.p")
    failure = placed(failure_of(error.value), result.texts)
    assert (failure["message"], failure["line"], failure["column"]) == (
        "`lower` expects string argument. Got `1` instead",
        4,
        19,
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("p := conut([1])", ("conut: no such function; did you mean count?", 3, 6), id="misspelt"),
        pytest.param("p := lib.f(1)", ("lib.f: no such function", 3, 6), id="no import"),
        pytest.param("p := data.lib.jobs.g(1)", ("data.lib.jobs has no rule g", 3, 6), id="no such rule"),
        pytest.param("p := data.lib.jobs.f(1)", None, id="function of a library"),
        pytest.param("p := data.lib.jobs.all", ("data.lib.jobs has no rule all", 3, 6), id="no such value"),
        pytest.param(
            "p := data.lib.jbs.f(1)",
            ("data.lib.jbs.f: no package, rule or data file is loaded there; did you mean lib.jobs?", 3, 6),
            id="no such package",
        ),
        pytest.param("import data.lib.jobs\n\np(jobs) := jobs.all", None, id="argument with the name of an import"),
        pytest.param(
            "import data.lib.jobs\n\np(jobs) := jobs.all\n\nq := jobs.all",
            ("data.lib.jobs has no rule all", 7, 6),
            id="import that an argument hides elsewhere",
        ),
        pytest.param("p := data.lib", None, id="above a package"),
        pytest.param("p := data.lib[x].f if x := input.x", None, id="not known before it runs"),
        pytest.param(
            'p := data["lib"].nothing.x',
            ("data.lib.nothing.x: no package, rule or data file is loaded there", 3, 6),
            id="in brackets",
        ),
        pytest.param("p := data.teams.of.any", None, id="data of the user"),
        pytest.param(
            "p := data.temas.of",
            ("data.temas.of: no package, rule or data file is loaded there", 3, 6),
            id="no such data",
        ),
        pytest.param("p := data.tfcheck.domain.levels.any", None, id="domain table"),
        pytest.param(
            "p := data.tfcheck.domain.levles",
            ("data.tfcheck.domain.levles: no package, rule or data file is loaded there", 3, 6),
            id="no such table",
        ),
        pytest.param("p := data.tfcheck.parameters[input.x]", None, id="parameters"),
        pytest.param(
            'p := re_match("a", input.x)',
            ("re_match is deprecated, and OPA refuses it too: use regex.match", 3, 6),
            id="deprecated",
        ),
        pytest.param(
            "p := io.jwt.decode(input.x)",
            ("io.jwt.decode: the embedded engine lacks this function", 3, 6),
            id="lacking",
        ),
        pytest.param(
            'p if { {"a": x} := input.x; x }',
            (
                "an object pattern; this engine would match objects with more keys too: take the fields by their names",
                3,
                8,
            ),
            id="object pattern",
        ),
        pytest.param(
            "p if { not input.x[_] == 1 }",
            ("_ within a negated expression is unsafe: say `some` before it, or move it to a rule of its own", 3, 20),
            id="wildcard",
        ),
        pytest.param(
            "p := count(walk(input.x))",
            ("walk(x) as a value, which this engine does not have: write walk(x, [path, value])", 3, 12),
            id="walk",
        ),
        pytest.param("f(x) := g(x)\n\ng(x) := x", None, id="function of the module"),
    ],
)
def test_finds_what_is_not_there(line, expected):
    trusted = {"jobs.rego": "package lib.jobs\n\nf(x) := x\n"}
    data = {"teams": {}, "tfcheck": {"domain": {"levels": {}}, "parameters": {}}}
    assert problem(f"package a\n\n{line}\n", trusted=trusted, data=data) == expected


def test_finds_imports_of_what_is_not_there():
    assert problem("package a\n\nimport data.lib.gants\n") == (
        "data.lib.gants: no package, rule or data file is loaded there",
        3,
        1,
    )


def test_finds_the_package_that_was_meant():
    found = problem("package a\n\nimport data.lib.gants\n", trusted={"grants.rego": "package lib.grants\n\nx := 1\n"})
    assert found == ("data.lib.gants: no package, rule or data file is loaded there; did you mean lib.grants?", 3, 1)


def test_resolves_names_that_imports_give():
    trusted = {"jobs.rego": "package lib.jobs\n\nf(x) := x\n"}
    assert problem("package a\n\nimport data.lib.jobs as j\n\np := j.f(1)\n", trusted=trusted) is None
    assert problem("package a\n\nimport data.lib.jobs as j\n\np := j.g(1)\n", trusted=trusted) == (
        "data.lib.jobs has no rule g",
        5,
        6,
    )


def test_supplies_only_what_a_module_calls():
    assert prepared("package a\n\np := crypto.sha256(input.x)\n").supplied == {"crypto.sha256"}
    assert prepared("package a\n\np := count(input.x)\n").supplied == set()


def test_supplies_nothing_that_the_engine_has():
    answer = new_engine().eval_query("opa.runtime().builtins")
    builtins = answer["result"][0]["expressions"][0]["value"]
    assert set(builtins) & set(SUPPLIED) == CORRECTED


@needs_opa
def test_knows_all_functions_that_opa_has_and_the_engine_lacks():
    told = subprocess.run((OPA, "capabilities", "--current"), capture_output=True, check=True)
    of_opa = {each["name"] for each in json.loads(told.stdout)["builtins"]}
    ours = {*World({}, {}).builtins, *SUPPLIED, *FUNCTIONS, *REFUSED, *DEPRECATED}
    written = {"assign", *(name for name in of_opa if name.startswith("internal."))}  # by OPA itself
    assert of_opa - ours - written == LACKING


def test_text_knows_where_its_places_stood_before():
    text = Text(b"ab\ncd").edited([Edit(3, 4, ("\n", (0, 2), "x"), takes_away=True), Edit(1, 1, ("é",))])
    assert text.content.decode() == "aéb\n\naébxd"
    assert [text.place_at(offset) for offset in range(len(text.content))] == [
        (1, 1), (1, 2), (1, 2), (1, 2), (1, 3),
        (2, 1), (1, 1), (1, 2), (1, 2), (1, 2), (2, 1), (2, 2),
    ]  # fmt: skip


def test_counts_columns_as_the_engine_does():
    assert Text("\t\té := 1".encode()).place(1, 11) == (1, 4)
