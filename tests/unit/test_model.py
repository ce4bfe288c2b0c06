"""What a run's status, a finding's state and a report's completeness follow from."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from checker.model import (
    Document,
    Finding,
    Location,
    Policy,
    PolicyRun,
    Problem,
    Report,
    Resource,
    Severity,
    Status,
    Waiver,
)

POLICY = Policy(
    id="X-1",
    package="own.x",
    title="",
    description="",
    severity=Severity.HIGH,
    sets=("baseline",),
    resource_types=("a",),
    attributes=(),
    remediation="",
    location=Location(file="x.rego"),
    aliases=("OLD-1",),
)
DOCUMENT = Document(kind="plan", file="plan.json", text=b"{}", resources=())
DENIED = Finding(policy="X-1", severity=Severity.HIGH, address="a.b", path="p", message="m", decided=True)
DOUBT = replace(DENIED, decided=False)
WAIVER = Waiver(policy="X-1", address="*", reason="r", owner="o", expires=date(2027, 1, 31))
PROBLEM = Problem(stage="evaluate", message="broken")


def run(*findings: Finding, checked: tuple[str, ...] = (), problem: Problem | None = None) -> PolicyRun:
    return PolicyRun(policy=POLICY, document=DOCUMENT, checked=checked, findings=findings, problem=problem)


def waived(finding: Finding) -> Finding:
    return replace(finding, waiver=WAIVER)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (run(), Status.NOT_APPLICABLE),
        (run(checked=("a.b",)), Status.PASSED),
        (run(DENIED, checked=("a.b",)), Status.FAILED),
        (run(DENIED, DOUBT, checked=("a.b",)), Status.FAILED),
        (run(DOUBT, checked=("a.b",)), Status.UNDECIDED),
        (run(waived(DENIED), checked=("a.b",)), Status.PASSED),
        (run(waived(DOUBT), checked=("a.b",)), Status.PASSED),
        (run(waived(DENIED), DOUBT, checked=("a.b",)), Status.UNDECIDED),
        (run(DENIED, checked=("a.b",), problem=PROBLEM), Status.BROKEN),
        (run(checked=("a.b",), problem=PROBLEM), Status.BROKEN),
    ],
)
def test_status(given: PolicyRun, status: Status) -> None:
    assert given.status is status


def test_the_fingerprint_is_of_policy_address_and_path_and_nothing_else() -> None:
    moved = replace(DENIED, message="other", location=Location(file="f", line=3), severity=Severity.LOW, waiver=WAIVER)
    assert moved.fingerprint == DENIED.fingerprint
    others = {
        replace(DENIED, policy="X-2").fingerprint,
        replace(DENIED, address="a.c").fingerprint,
        replace(DENIED, path="q").fingerprint,
        replace(DENIED, address="a.bp", path="").fingerprint,
        DENIED.fingerprint,
    }
    assert len(others) == 5
    assert DENIED.fingerprint == "5c2758c817590b0c895509a1f1f87d69", "users keep it: it must never change"


@pytest.mark.parametrize(
    ("today", "is_expired"), [(date(2027, 1, 30), False), (date(2027, 1, 31), False), (date(2027, 2, 1), True)]
)
def test_a_waiver_applies_on_its_last_day(today: date, is_expired: bool) -> None:
    assert WAIVER.is_expired(today) is is_expired


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location(file="a.json"), "a.json"),
        (Location(file="a.json", line=3), "a.json:3"),
        (Location(file="a.json", line=3, column=4), "a.json:3:4"),
        (Location(file="a.json", pointer="/a/0"), "a.json#/a/0"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_location_reads_like_those_of_compilers(location: Location, text: str) -> None:
    assert str(location) == text


def test_severities_compare() -> None:
    assert [severity.label for severity in sorted(Severity)] == ["info", "low", "medium", "high", "critical"]


def test_a_policy_has_the_names_it_had_before() -> None:
    assert POLICY.names == ("X-1", "OLD-1")


def test_a_document_knows_its_types_and_keeps_its_text_to_itself() -> None:
    resources = tuple(Resource(address=f"{t}.x", type=t, mode="managed", action="create") for t in ("b", "a", "b"))
    document = replace(DOCUMENT, resources=resources, text=b"secret")
    assert document.resource_types == {"a", "b"}
    assert "secret" not in repr(document)


def test_a_report_with_a_problem_or_a_broken_run_is_not_complete() -> None:
    report = Report(
        version="1",
        started=datetime(2026, 1, 1, tzinfo=UTC),
        engine="e",
        policy_digest="",
        documents=(DOCUMENT,),
        runs=(run(DENIED), run(DOUBT)),
    )
    assert report.is_complete
    assert report.findings == (DENIED, DOUBT)
    assert not replace(report, problems=(PROBLEM,)).is_complete
    assert not replace(report, runs=(run(), run(problem=PROBLEM))).is_complete
