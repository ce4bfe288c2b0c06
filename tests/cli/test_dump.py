"""`tfcheck dump`: the document that policies see, for people and for OPA."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checker import shipped
from checker.check import check
from checker.settings import Settings
from tests.opa import OPA, needs_opa

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "examples/llmops/risky/plan.json"


def run(*args, stdin=b""):
    return subprocess.run(
        [sys.executable, "-m", "checker", "dump", *args], input=stdin, capture_output=True, check=False, cwd=ROOT
    )


def test_prints_the_document():
    done = run(str(PLAN))
    document = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert document["document"]["kind"] == "plan"
    assert "databricks_grants" in document["resources"]


def test_compact_is_one_line_of_the_same():
    plan = str(ROOT / "tests/fixtures/terraform/create/create/plan.json")  # without secrets: masks differ by run
    compact = run(plan, "--compact").stdout
    assert compact.count(b"\n") == 1
    assert json.loads(compact) == json.loads(run(plan).stdout)


def test_reads_standard_input_and_takes_a_target():
    done = run("-", "--target", "staging", stdin=PLAN.read_bytes())
    assert json.loads(done.stdout)["document"]["target"] == "staging"


def test_the_document_fits_its_schema():
    import jsonschema

    document = json.loads(run(str(PLAN)).stdout)
    jsonschema.Draft202012Validator(shipped.schema("input/document.json")).validate(document)


def test_secrets_stay_masked():
    plan = ROOT / "tests/fixtures/terraform/sensitive/create/plan.json"
    secrets = [
        value["value"]
        for name, value in json.loads(plan.read_bytes())["variables"].items()
        if json.loads(plan.read_bytes())["configuration"]["root_module"]["variables"][name].get("sensitive")
    ]
    assert secrets
    done = run(str(plan))
    assert done.returncode == 0
    for secret in secrets:
        assert json.dumps(secret)[1:-1].encode() not in done.stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", b"-: empty file"),
        (b"{", b"-: not valid JSON"),
        (b"[]", b"-: a JSON array is neither a plan nor a state"),
        (
            b'{"format_version": "1.2", "resource_changes": {}}',
            b"-#/resource_changes: found an object, wanted an array",
        ),
    ],
    ids=["empty", "truncated", "array", "malformed"],
)
def test_what_cannot_be_read_is_a_problem_and_no_document(text, message):
    done = run("-", stdin=text)
    assert (done.returncode, done.stdout) == (3, b"")
    assert message in done.stderr
    assert b"hint: " in done.stderr


def test_an_errored_plan_is_printed_and_the_exit_code_says_that_it_is_not_whole():
    done = run(str(ROOT / "tests/fixtures/terraform/errored/errored/plan.json"))
    assert done.returncode == 3
    assert json.loads(done.stdout)["document"]["errored"] is True
    assert b"hint: " in done.stderr


@needs_opa
@pytest.mark.parametrize("name", ["prod", "risky", "change"])
def test_opa_gives_the_same_verdicts_on_the_dump(name):
    """The command of docs/writing-policies.md."""
    plan = str(ROOT / f"examples/llmops/{name}/plan.json")
    report = check(Settings(files=(plan,), started=datetime.now(UTC), select=("*",)))
    answered = subprocess.run(
        [OPA, "eval", "-I", "-d", str(shipped.policies()), "--ignore", "*_test.rego", "data.policies.rules"],
        input=run(plan).stdout,
        capture_output=True,
        check=True,
    )
    packages = json.loads(answered.stdout)["result"][0]["expressions"][0]["value"]
    assert report.runs
    for run_ in report.runs:
        group, policy = run_.policy.package.split(".")[2:]
        of_opa = packages[group][policy]
        for name_, decided in (("deny", True), ("undecided", False)):
            theirs = {(each["address"], each["path"], each["message"]) for each in of_opa[name_]}
            ours = {(each.address, each.path, each.message) for each in run_.findings if each.decided is decided}
            assert ours == theirs, run_.policy.id
        assert set(run_.checked) == set(of_opa["checked"]), run_.policy.id
