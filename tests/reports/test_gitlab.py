"""GitLab's two formats: what is waived is left out, what could not be looked at is not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.reports.consumers import read_json, rendered
from tests.unit import reporter_reports as reports


def quality(report):
    return read_json("gitlab-codequality", rendered("gitlab-codequality", report))


def sast(report):
    return read_json("gitlab-sast", rendered("gitlab-sast", report))


def test_code_quality_has_problems_first_then_findings_by_severity() -> None:
    assert [(issue["check_name"], issue["severity"]) for issue in quality(reports.ALL)] == [
        ("tfcheck", "blocker"),
        ("tfcheck", "blocker"),
        ("DBX-ML-007", "blocker"),
        ("DBX-JOB-001", "critical"),
        ("DBX-ML-001", "critical"),
        ("DBX-ML-001", "critical"),
        ("DBX-ML-001", "critical"),
        ("DBX-JOB-012", "minor"),
        ("DBX-EXP-001", "info"),
    ]


def test_code_quality_takes_the_first_line_where_none_is_known() -> None:
    lines = {issue["location"]["path"]: issue["location"]["lines"]["begin"] for issue in quality(reports.ALL)}
    assert lines == {
        "environments/dev/tfplan": 1,
        "policies/rules/jobs/sequence/sequence.rego": 24,
        reports.PLAN: 1,
        reports.STATE: 212,
        "jobs.tf": 30,
    }


def test_sast_has_findings_and_tells_of_the_rest_in_messages() -> None:
    report = sast(reports.ALL)
    assert [each["severity"] for each in report["vulnerabilities"]] == [
        "Critical",
        *(["High"] * 4),
        "Low",
        "Unknown",
    ]
    assert [message["level"] for message in report["scan"]["messages"]] == ["fatal", "fatal", "info"]
    assert report["scan"]["messages"][2]["value"] == "1 finding waived and left out"


@pytest.mark.parametrize(("name", "status"), [("clean", "success"), ("failed", "success"), ("broken", "failure")])
def test_a_scan_succeeded_only_if_everything_was_looked_at(name: str, status: str) -> None:
    assert sast(reports.REPORTS[name])["scan"]["status"] == status


def test_the_same_finding_in_two_files_is_two() -> None:
    """Else GitLab would show one environment of two."""
    other = replace(reports.PLAN_DOCUMENT, file="environments/dev/plan.json")
    finding = reports.finding(reports.OWNER, "databricks_catalog.main", "owner", "a person")
    twice = reports.run(reports.OWNER, other, finding, replace(finding, message="another"))
    report = reports.report(
        (reports.PLAN_DOCUMENT, other), (reports.run(reports.OWNER, reports.PLAN_DOCUMENT, finding), twice)
    )
    assert len({issue["fingerprint"] for issue in quality(report)}) == 3
    assert len({each["id"] for each in sast(report)["vulnerabilities"]}) == 3


def test_names_stay_when_lines_and_wording_move() -> None:
    findings = tuple(replace(each, message="anew", location=None) for each in reports.FAILED.runs[0].findings)
    moved = replace(reports.FAILED, runs=(replace(reports.FAILED.runs[0], findings=findings), reports.FAILED.runs[1]))
    assert [each["fingerprint"] for each in quality(moved)] == [each["fingerprint"] for each in quality(reports.FAILED)]
