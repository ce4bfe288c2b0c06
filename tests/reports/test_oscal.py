"""OSCAL assessment results: what the answers come to for each control, and what they rest on."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from checker.model import Report, Status
from checker.reporters.oscal.names import control_id
from tests.reports.consumers import read_oscal, rendered
from tests.unit import reporter_reports as reports


def result_of(report: Report) -> dict[str, Any]:
    (result,) = read_oscal(rendered("oscal", report))["results"]
    return result


def with_controls(*statuses: str) -> Report:
    """One policy for each status, all of one control."""
    runs = {
        "PASSED": {"checked": ("a.b",)},
        "FAILED": {"decided": True},
        "UNDECIDED": {"decided": False},
        "WAIVED": {"decided": True, "waiver": reports.WAIVER},
        "BROKEN": {"problem": reports.PROBLEM},
        "NOT_APPLICABLE": {},
    }
    made = []
    for number, status in enumerate(statuses):
        policy = replace(reports.OWNER, id=f"OWN-{number}", controls={"nist-800-53": ("AC-6(9)",)})
        more = dict(runs[status])
        found = [reports.finding(policy, "a.b", "", "x", **more)] if "decided" in more else []
        made.append(reports.run(policy, reports.PLAN_DOCUMENT, *found, **({} if found else more)))
    return reports.report((reports.PLAN_DOCUMENT,), tuple(made))


@pytest.mark.parametrize(
    ("statuses", "state", "reason"),
    [
        (("PASSED",), "satisfied", "pass"),
        (("PASSED", "NOT_APPLICABLE"), "satisfied", "pass"),
        (("PASSED", "FAILED"), "not-satisfied", "fail"),
        (("PASSED", "UNDECIDED"), "not-satisfied", "other"),
        (("PASSED", "BROKEN"), "not-satisfied", "other"),
        (("FAILED", "BROKEN"), "not-satisfied", "other"),
        (("WAIVED",), "satisfied", "pass"),
    ],
)
def test_a_control_is_satisfied_only_if_every_policy_that_looked_passed(
    statuses: tuple[str, ...], state: str, reason: str
) -> None:
    (finding,) = result_of(with_controls(*statuses))["findings"]
    assert finding["target"]["target-id"] == "ac-6.9"
    assert (finding["target"]["status"]["state"], finding["target"]["status"]["reason"]) == (state, reason)
    assert finding["remarks"].endswith("awaits review.")


def test_a_control_that_nothing_looked_at_has_no_finding_and_is_not_satisfied() -> None:
    result = result_of(with_controls("NOT_APPLICABLE"))
    assert "findings" not in result
    assert result["reviewed-controls"]["control-selections"] == [{"include-controls": [{"control-id": "ac-6.9"}]}]


def test_every_answer_and_every_finding_is_an_observation() -> None:
    observations = result_of(reports.ALL)["observations"]
    statuses = {prop["value"] for each in observations for prop in each["props"] if prop["name"] == "status"}
    assert len(observations) == len(reports.ALL.runs) + len(reports.ALL.findings)
    assert statuses == {status.value for status in Status}


def test_risks_are_open_under_investigation_or_accepted_with_a_deadline() -> None:
    risks = result_of(reports.ALL)["risks"]
    assert sorted({risk["status"] for risk in risks}) == ["deviation-approved", "investigating", "open"]
    (accepted,) = [risk for risk in risks if risk["status"] == "deviation-approved"]
    assert accepted["deadline"] == "2027-01-31T23:59:59Z"
    assert reports.WAIVER.reason in accepted["description"]


def test_an_incomplete_check_says_so() -> None:
    result = result_of(reports.ALL)
    assert {"name": "complete", "ns": "https://tfcheck.dev/ns/oscal", "value": "no"} in result["props"]
    assert result["remarks"].startswith("CHECK INCOMPLETE: 1 problem, 1 policy broken.")


@pytest.mark.parametrize("name", reports.REPORTS)
def test_whatever_is_referred_to_is_there_and_names_are_unique(name: str) -> None:
    text = rendered("oscal", reports.REPORTS[name])
    made = re.findall(r'"uuid": "([^"]+)"', text)
    meant = re.findall(r'"(?:subject|observation|risk)-uuid": "([^"]+)"|"href": "#([^"]+)"', text)
    assert len(made) == len(set(made))
    assert {first or second for first, second in meant} <= set(made)


@pytest.mark.parametrize(
    ("framework", "control", "id_"),
    [
        ("nist-800-53", "AC-3", "ac-3"),
        ("nist-800-53", "AC-6(9)", "ac-6.9"),
        ("iso-27001", "A.5.15", "iso-27001-a.5.15"),
        ("cis-controls", "3.3", "cis-controls-3.3"),
    ],
)
def test_controls_are_named_as_tokens(framework: str, control: str, id_: str) -> None:
    assert control_id(framework, control) == id_
