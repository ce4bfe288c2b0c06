"""Rego tests are run as `opa test` runs them, and nothing that failed looks as if it had passed."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from checker import shipped
from checker.errors import UsageError
from checker.model import Location
from checker.policy_tests import run_tests
from checker.policy_tests.model import ModuleCoverage, RegoTestRun, Verdict
from checker.policy_tests.text import line_of, summary
from tests.opa import OPA, needs_opa


@pytest.fixture
def policies(tmp_path):
    """Writes modules into a folder; its path."""

    def write(**modules):
        for name, text in modules.items():
            (tmp_path / f"{name}.rego").write_text(text)
        return str(tmp_path)

    return write


def verdicts(folder, **options):
    return {result.rule: result.verdict.value for result in run_tests([folder], **options).results}


def test_judges_like_opa(policies):
    folder = policies(
        a="package a\n\nfound contains 1 if input.x == data.limits.x\n",
        a_test="""package a_test
import data.a
test_with if a.found == {1} with input as {"x": 5} with data.limits.x as 5
test_undefined if input.nothing
test_false := false
test_text := "true"
test_number := 1
test_null := null
todo_test_later if false
helper if true
""",
    )
    assert verdicts(folder) == {
        "test_with": "PASS",
        "test_undefined": "FAIL",
        "test_false": "FAIL",
        "test_text": "FAIL",
        "test_number": "FAIL",
        "test_null": "FAIL",
        "todo_test_later": "SKIP",
    }


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("test_x if true\ntest_x if false", "2 rules of this package have this name"),
        ("test_x(y) if y", "is a function"),
        ("test_x contains 1 if true", "is a set"),
        ('test_x[name] if { some name in ["a"] }', "its head is more than a name"),
        ("group.test_x if true", "its head is more than a name"),
        ("test_x if 1 / 0 == 1", "divide by zero"),
        ("test_x if data.nowhere.f(1)", "could not find function"),
    ],
    ids=["twice", "function", "set", "cases", "dotted", "fails", "unknown function"],
)
def test_what_cannot_be_judged_is_an_error(policies, rules, message):
    results = run_tests([policies(x_test=f"package x_test\n{rules}\n")]).results
    assert {result.verdict for result in results} == {Verdict.ERROR}
    assert message in results[0].message


def test_rules_in_texts_and_comments_are_no_tests(policies):
    folder = policies(
        x_test="package x_test\n# test_comment if true\ntext := `\ntest_text if true\n`\ntest_it if true\n"
    )
    assert verdicts(folder) == {"test_it": "PASS"}


def test_modules_mean_what_they_mean_in_a_check(policies):
    """Rego v0, negations of what is missing, annotations, and functions that tfcheck supplies."""
    folder = policies(
        a="""package a

deny[x] {
	some i
	x := input.xs[i].name
	not startswith(x, "b")
}

hashed = crypto.sha256("a")

missing { not startswith(input.nothing, "a") }
""",
        b="# METADATA\n# title: B\npackage b\n\ntitle := rego.metadata.chain()[1].annotations.title\n",
        a_test="""package a_test

test_found { data.a.deny == {"a"} with input as {"xs": [{"name": "a"}, {}, {"name": "bc"}]} }

test_hashed {
	startswith(data.a.hashed, "ca978112")
}

test_missing { data.a.missing }

test_title { data.b.title == "B" }

test_of_data { data.elsewhere.x == 1 with data.elsewhere.x as 1 }
""",
    )
    run = run_tests([folder], coverage=True)
    assert {result.rule: (result.verdict.value, result.location.line) for result in run.results} == {
        "test_found": ("PASS", 3),
        "test_hashed": ("PASS", 5),
        "test_missing": ("FAIL", 9),
        "test_title": ("PASS", 11),
        "test_of_data": ("PASS", 13),
    }
    uncovered = {Path(each.file).name: each.uncovered for each in run.coverage}
    assert uncovered == {"a.rego": (), "b.rego": ()}


def test_names_the_place_and_what_was_printed(policies):
    folder = policies(x_test='package x_test\n\ntest_it if {\n\tprint("seen", 3)\n\tfalse\n}\n')
    (result,) = run_tests([folder]).results
    assert result.location == Location(file=f"{folder}/x_test.rego", line=3)
    assert result.prints == (f"{folder}/x_test.rego:4: seen 3",)


def test_a_package_with_a_quoted_name(policies):
    assert verdicts(policies(x_test='package a["b-c"].x_test\ntest_it if true\n')) == {"test_it": "PASS"}


def test_a_test_that_never_ends_fails_alone(policies):
    folder = policies(
        x_test="package x_test\ntest_a if true\n"
        "test_endless if { some x in numbers.range(1, 100000000); x < 0 }\ntest_z if true\n"
    )
    assert verdicts(folder, time_limit=0.5) == {"test_a": "PASS", "test_endless": "ERROR", "test_z": "PASS"}


def test_shipped_library_domain_and_parameters_are_at_hand(policies):
    folder = policies(
        x_test="""package x_test
import data.policies.lib.principals
test_library if principals.same("users", "Users")
test_domain if count(data.tfcheck.domain) > 0
test_shipped_parameters if data.tfcheck.parameters["DBX-ML-001"].privileges == ["EXECUTE"]
"""
    )
    assert set(verdicts(folder).values()) == {"PASS"}


def test_parameters_of_own_policies_have_their_defaults(policies):
    folder = policies(
        x="""# METADATA
# title: X
# description: X.
# custom:
#   id: ACME-X-001
#   severity: low
#   resource_types: [x]
#   remediation: X.
#   parameters:
#     most: {description: M., default: 7, schema: {type: integer}}
package acme.x
""",
        x_test='package acme.x_test\ntest_it if data.tfcheck.parameters["ACME-X-001"].most == 7\n',
    )
    assert verdicts(folder) == {"test_it": "PASS"}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("package x\ny if {\n", "expecting expression", 3),
        ("package x\ny if z == 1\n", "use of undefined variable `z` is unsafe", 2),
    ],
    ids=["syntax", "unsafe variable"],
)
def test_a_broken_module_is_a_problem_and_nothing_runs(policies, text, message, line):
    folder = policies(x=text, x_test="package x_test\ntest_it if true\n")
    run = run_tests([folder])
    assert run.results == ()
    (problem,) = run.problems
    assert message in problem.message
    assert (problem.location.file, problem.location.line) == (f"{folder}/x.rego", line)


def test_metadata_that_cannot_be_used_is_a_problem_beside_the_results(policies):
    folder = policies(
        x="# METADATA\n# custom: {id: ACME-X-001}\npackage x\n", x_test="package x_test\ntest_it if true\n"
    )
    run = run_tests([folder])
    assert [result.verdict for result in run.results] == [Verdict.PASS]
    (problem,) = run.problems
    assert problem.location == Location(file=f"{folder}/x.rego", line=1)


@pytest.mark.parametrize("run", ["test_a*", "x_test.*", "*.test_a_b"])
def test_runs_what_a_glob_names(policies, run):
    folder = policies(x_test="package x_test\ntest_a_b if true\n", y_test="package y_test\ntest_c if true\n")
    assert verdicts(folder, run=run) == {"test_a_b": "PASS"}


def test_no_test_is_a_usage_error(policies):
    folder = policies(x_test="package x_test\nhelper if true\n")
    with pytest.raises(UsageError, match="no tests"):
        run_tests([folder])
    policies(x_test="package x_test\ntest_it if true\n")
    with pytest.raises(UsageError, match="--run test_them: no test has such a name"):
        run_tests([folder], run="test_them")


def test_covers_the_lines_that_were_evaluated(policies):
    folder = policies(
        x="package x\n\nf(a) := b if {\n\tb := a + 1\n}\n\ng(a) := b if {\n\tb := a + 2\n}\n",
        x_test="package x_test\nimport data.x\ntest_it if x.f(1) == 2\n",
    )
    (module,) = run_tests([folder], coverage=True).coverage
    assert module == ModuleCoverage(file=f"{folder}/x.rego", covered=2, uncovered=(7, 8))
    assert module.percent == 50


def test_a_module_without_lines_to_evaluate_is_covered():
    assert ModuleCoverage(file="x.rego", covered=0, uncovered=()).percent == 100


def test_the_summary_tells_failures_first():
    run = run_tests([str(shipped.policies())], run="*models*")
    assert summary(run, verbose=False) == f"{len(run.results)} tests: {len(run.results)} passed"


def test_what_is_shown_of_a_failure(policies):
    folder = policies(x_test="package x_test\ntest_a if true\ntest_b := 3\ntest_c if 1 / 0 == 1\ntodo_test_d if true\n")
    run = run_tests([folder])
    assert [line_of(result, verbose=False) for result in run.results] == [
        "PASS   x_test.test_a",
        "FAIL   x_test.test_b",
        "ERROR  x_test.test_c",
        "SKIP   x_test.todo_test_d",
    ]
    assert summary(run, verbose=False) == (
        f"ERROR  x_test.test_c\n       {folder}/x_test.rego:4\n       divide by zero\n\n"
        f"FAIL   x_test.test_b\n       {folder}/x_test.rego:3\n       is 3, not true\n\n"
        "4 tests: 1 passed, 1 failed, 1 with an error, 1 skipped"
    )


def test_what_is_shown_of_coverage():
    run = RegoTestRun(
        coverage=(
            ModuleCoverage(file="whole.rego", covered=4, uncovered=()),
            ModuleCoverage(file="part.rego", covered=1999, uncovered=(5,)),
            ModuleCoverage(file="bad.rego", covered=1, uncovered=(4, 5, 6, 9)),
        )
    )
    assert summary(run, verbose=False).splitlines()[:5] == [
        "Coverage",
        " 20.0 %  bad.rego  lines 4-6, 9",
        " 99.9 %  part.rego  lines 5",
        "100.0 %  whole.rego",
        " 99.7 %  in all",
    ]


@needs_opa
def test_says_of_the_shipped_policies_what_opa_says():
    run = run_tests([str(shipped.policies())])
    assert run.problems == ()
    done = subprocess.run(
        [OPA, "test", "--format", "json", str(shipped.policies())], capture_output=True, check=False, text=True
    )
    theirs = {
        (test["package"].removeprefix("data."), test["name"]): not (
            test.get("fail") or test.get("error") or test.get("skip")
        )
        for test in json.loads(done.stdout)
    }
    ours = {(result.package, result.rule): result.verdict is Verdict.PASS for result in run.results}
    assert ours == theirs


def _documented(tmp_path):
    """The policy of docs/writing-policies.md with its tests, in a folder."""
    text = (Path(__file__).parents[2] / "docs/writing-policies.md").read_text(encoding="utf-8")
    policy, tests = re.findall(r"^```rego\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    (tmp_path / "owner.rego").write_text(policy)
    (tmp_path / "owner_test.rego").write_text(tests)
    return str(tmp_path)


def test_the_documented_policy_passes_its_tests_and_they_cover_it(tmp_path):
    run = run_tests([_documented(tmp_path)], coverage=True)
    assert run.problems == ()
    assert {result.verdict for result in run.results} == {Verdict.PASS}
    assert run.percent == 100


@needs_opa
def test_the_documented_policy_passes_its_tests_under_opa(tmp_path):
    folder = _documented(tmp_path)
    (tmp_path / "tfcheck/parameters").mkdir(parents=True)
    (tmp_path / "tfcheck/parameters/data.json").write_text('{"ACME-TAB-001": {"owners": ["data-platform"]}}')
    done = subprocess.run(
        [OPA, "test", folder, str(shipped.policies()), "--run", "acme"], capture_output=True, check=False, text=True
    )
    assert done.stdout == "PASS: 4/4\n"
