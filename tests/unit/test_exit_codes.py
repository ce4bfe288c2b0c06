"""Exit codes: what goes before what."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.cli.exit_codes import ExitCode, exit_code
from checker.model import Finding, PolicyRun, Report, Severity
from tests.unit.test_model import DENIED, DOCUMENT, DOUBT, POLICY, PROBLEM, WAIVER

EMPTY = Report(
    version="1", started=datetime(2026, 1, 1, tzinfo=UTC), engine="e", policy_digest="", documents=(), runs=()
)
INCOMPLETE = replace(EMPTY, problems=(PROBLEM,))


def report(*findings: Finding, of: Report = EMPTY) -> Report:
    return replace(of, runs=(PolicyRun(policy=POLICY, document=DOCUMENT, findings=findings),))


def test_the_numbers_stay() -> None:
    assert {code.name: int(code) for code in ExitCode} == {"CLEAN": 0, "FINDINGS": 1, "USAGE": 2, "INCOMPLETE": 3}


@pytest.mark.parametrize(
    ("given_report", "fail_on", "strict", "code"),
    [
        (EMPTY, Severity.INFO, False, 0),
        (report(DENIED), Severity.INFO, False, 1),
        (report(DENIED), Severity.HIGH, False, 1),
        (report(DENIED), Severity.CRITICAL, False, 0),
        (report(DOUBT), Severity.INFO, False, 0),
        (report(DOUBT), Severity.INFO, True, 1),
        (report(DOUBT), Severity.CRITICAL, True, 0),
        (report(replace(DENIED, waiver=WAIVER)), Severity.INFO, True, 0),
        (report(replace(DOUBT, waiver=WAIVER)), Severity.INFO, True, 0),
        (report(replace(DENIED, expired_waiver=WAIVER)), Severity.INFO, False, 1),
        (INCOMPLETE, Severity.CRITICAL, False, 3),
        (report(DENIED, of=INCOMPLETE), Severity.INFO, True, 3),
    ],
)
def test_exit_code(given_report: Report, fail_on: Severity, strict: bool, code: int) -> None:
    assert exit_code(given_report, fail_on=fail_on, strict=strict) == code


findings = st.builds(
    lambda severity, decided, is_waived: replace(
        DENIED, severity=severity, decided=decided, waiver=WAIVER if is_waived else None
    ),
    st.sampled_from(Severity),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(findings), findings, st.sampled_from(Severity), st.booleans())
def test_more_findings_and_stricter_options_never_make_it_cleaner(
    some: list[Finding], one: Finding, fail_on: Severity, strict: bool
) -> None:
    before = exit_code(report(*some), fail_on=fail_on, strict=strict)
    assert exit_code(report(*some, one), fail_on=fail_on, strict=strict) >= before
    assert exit_code(report(*some), fail_on=fail_on, strict=True) >= before
    assert exit_code(report(*some), fail_on=Severity.INFO, strict=strict) >= before
