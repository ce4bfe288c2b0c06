"""Test cases: the same in JUnit and in TAP."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import junitparser
import pytest

from tests.reports.consumers import read_junit, read_tap, rendered
from tests.unit import reporter_reports as reports

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model import Report


def cases(report: Report) -> list[tuple[str, type | None, str]]:
    """Suite, what came of it, and the name of each case."""
    found = []
    for suite in read_junit(rendered("junit", report)):
        for case in suite:
            outcome = type(case.result[0]) if case.result else None
            found.append((suite.name, outcome, case.name))
    return found


GRANTS = "module.models.databricks_grants.registered_model"
FAILURE, SKIPPED, ERROR = junitparser.Failure, junitparser.Skipped, junitparser.Error


def test_each_finding_and_each_policy_without_any_is_a_case() -> None:
    assert cases(reports.ALL) == [
        (
            reports.PLAN,
            SKIPPED,
            f"DBX-EXP-001 {reports.EXPERIMENT.title}: databricks_permissions.experiment access_control",
        ),
        (reports.PLAN, FAILURE, f"DBX-JOB-001 {reports.RUN_AS.title}: databricks_job.nightly run_as[0].user_name"),
        (reports.PLAN, ERROR, f"DBX-JOB-006 {reports.SEQUENCE.title}"),
        (reports.PLAN, SKIPPED, f"DBX-JOB-012 {reports.TIMEOUT.title}: databricks_job.backfill_eu timeout_seconds"),
        (reports.PLAN, FAILURE, f"DBX-JOB-012 {reports.TIMEOUT.title}: databricks_job.nightly timeout_seconds"),
        *(
            (
                reports.PLAN,
                FAILURE,
                f'DBX-ML-001 {reports.MODEL_GRANTS.title}: {GRANTS}["{key}"] {path}',
            )
            for key, path in (("churn", "grant[0].privileges"), ("fraud", "grant[0].privileges"), ("spend", "grant"))
        ),
        (reports.PLAN, None, f"DBX-UC-014 {reports.OWNER.title}"),
        (reports.PLAN, SKIPPED, f"DBX-UC-016 {reports.METASTORE.title}"),
        (
            reports.STATE,
            FAILURE,
            f"DBX-ML-007 {reports.API_KEY.title}: {reports.ALL.findings[-1].address} {reports.ALL.findings[-1].path}",
        ),
        (reports.STATE, None, f"DBX-UC-014 {reports.OWNER.title}"),
        (reports.STATE, SKIPPED, f"DBX-UC-016 {reports.METASTORE.title}"),
        ("tfcheck", ERROR, "could look at environments/dev/tfplan"),
    ]


def test_suites_count_what_is_in_them() -> None:
    for suite in read_junit(rendered("junit", reports.ALL)):
        outcomes = [type(case.result[0]) if case.result else None for case in suite]
        counts = (suite.tests, suite.failures, suite.errors, suite.skipped)
        assert counts == (len(outcomes), *(outcomes.count(kind) for kind in (FAILURE, ERROR, SKIPPED)))


def test_a_failure_says_all_that_is_to_be_known() -> None:
    (suite,) = read_junit(rendered("junit", reports.FAILED))
    failure = next(iter(suite)).result[0]
    assert failure.message == "`account users` holds EXECUTE and APPLY_TAG, wanted only EXECUTE"
    assert failure.type == "high"
    for word in (reports.MODEL_GRANTS.remediation, "#/resource_changes/3", reports.FAILED.findings[0].fingerprint):
        assert word in failure.text


@pytest.mark.parametrize("name", reports.REPORTS)
def test_tap_has_the_same_cases(name: str) -> None:
    report = reports.REPORTS[name]
    points = [line for line in read_tap(rendered("tap", report)) if line.category == "test"]
    told = [(point.ok, point.skip, point.todo) for point in points]
    expected = {
        FAILURE: [(False, False, False)],
        ERROR: [(False, False, False)],
        None: [(True, False, False)],
        SKIPPED: [(True, True, False), (False, False, True)],  # what is undecided is a TODO
    }
    outcomes = [outcome for _, outcome, _ in cases(report)]
    assert len(told) == len(outcomes)
    assert all(each in expected[outcome] for each, outcome in zip(told, outcomes, strict=True))


def test_tap_tells_why_as_yaml() -> None:
    points = [line for line in read_tap(rendered("tap", reports.FAILED)) if line.category == "test"]
    assert points[0].yaml_block["message"] == "`account users` holds EXECUTE and APPLY_TAG, wanted only EXECUTE"
    assert points[0].yaml_block["fix"] == reports.MODEL_GRANTS.remediation


@pytest.mark.skipif(shutil.which("prove") is None, reason="needs Perl's prove")
def test_perls_harness_counts_the_same(tmp_path: Path) -> None:
    file = tmp_path / "report.tap"
    text = rendered("tap", reports.ALL).replace("TAP version 14", "TAP version 13")  # all that Perl's knows
    file.write_text(text, encoding="utf-8")
    done = subprocess.run(["prove", "--exec", "cat", str(file)], capture_output=True, text=True, check=False)
    failed = sum(outcome in (FAILURE, ERROR) for _, outcome, _ in cases(reports.ALL))
    assert f"Failed {failed}/14 subtests" in done.stdout
    assert "Parse errors" not in done.stdout


def test_a_hash_in_a_name_begins_no_directive() -> None:
    finding = reports.finding(reports.OWNER, "a.b # SKIP all \\", "", "is wrong")
    run = reports.run(reports.OWNER, reports.PLAN_DOCUMENT, finding)
    text = rendered("tap", reports.report((reports.PLAN_DOCUMENT,), (run,)))
    assert r"a.b \# SKIP all \\" in text
    assert re.search(r"^not ok 1 - [^#]*\\#[^#]*$", text, re.MULTILINE)
