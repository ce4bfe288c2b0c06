"""Which test cases a report is, for consumers that know tests and no findings."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.model import Status
from checker.reporters.looking import all_problems
from checker.reporters.places import place_of_broken, place_of_finding, slashed
from checker.reporters.standing import Standing, standing
from checker.reporters.text.wording import place_of, prose, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model import Finding, PolicyRun, Problem, Report

OWN = "tfcheck"  # the suite of what is about no document


class Outcome(Enum):
    """What can come of a test case."""

    PASSED = "passed"
    FAILED = "failed"
    UNDECIDED = "undecided"
    SKIPPED = "skipped"
    ERROR = "error"


_OF_FINDINGS = {
    Standing.OPEN: Outcome.FAILED,
    Standing.UNDECIDED: Outcome.UNDECIDED,
    Standing.WAIVED: Outcome.SKIPPED,
}


class Case(Struct, frozen=True, kw_only=True):
    """One test case: a finding, or a policy that has none."""

    suite: str
    name: str
    outcome: Outcome
    kind: str = ""  # severity, status or stage
    message: str = ""
    details: Mapping[str, str] = {}


def cases(report: Report) -> Iterator[Case]:
    """Those of each document by policy, then what could not be looked at."""
    for run in report.runs:
        yield from _of_run(run)
    for problem in all_problems(report):
        yield _of_problem(problem)


def _of_run(run: PolicyRun) -> Iterator[Case]:
    suite, name = slashed(run.document.file), f"{run.policy.id} {prose(run.policy.title)}"
    if run.problem is not None:
        place = place_of(place_of_broken(run, run.problem), "")
        details = {"place": place, "hint": run.problem.hint}
        kind = Status.BROKEN.value
        yield Case(
            suite=suite, name=name, outcome=Outcome.ERROR, kind=kind, message=run.problem.message, details=details
        )
    elif run.findings:
        for finding in run.findings:
            yield _of_finding(run, finding, suite, name)
    elif run.checked:
        yield Case(suite=suite, name=name, outcome=Outcome.PASSED)
    else:
        kind = Status.NOT_APPLICABLE.value
        message = "not applicable: there is nothing that it looks at"
        yield Case(suite=suite, name=name, outcome=Outcome.SKIPPED, kind=kind, message=message)


def _of_finding(run: PolicyRun, finding: Finding, suite: str, name: str) -> Case:
    subject = f"{finding.address} {finding.path}".rstrip()
    return Case(
        suite=suite,
        name=f"{name}: {subject}",
        outcome=_OF_FINDINGS[standing(finding)],
        kind=finding.severity.label,
        message=_message(finding),
        details=_details(run, finding),
    )


def _message(finding: Finding) -> str:
    message = prose(finding.message)
    if finding.waiver:
        return f"waived: {prose(finding.waiver.reason)} {terms_of(finding.waiver)}"
    return message if finding.decided else f"undecided: {message}"


def _details(run: PolicyRun, finding: Finding) -> dict[str, str]:
    expired = finding.expired_waiver
    details = {
        "severity": finding.severity.label,
        "resource": finding.address,
        "attribute": finding.path,
        "message": prose(finding.message),
        "place": place_of(place_of_finding(run, finding), ""),
        "fix": prose(run.policy.remediation),
        "waiver expired": f"{prose(expired.reason)} {terms_of(expired)}" if expired else "",
        "finding": finding.fingerprint,
    }
    return {name: value for name, value in details.items() if value}


def _of_problem(problem: Problem) -> Case:
    place = place_of(problem.location, "")
    details = {name: value for name, value in (("place", place), ("hint", problem.hint)) if value}
    return Case(
        suite=OWN,
        name=f"could look at {place}" if place else "could look",
        outcome=Outcome.ERROR,
        kind=problem.stage,
        message=problem.message,
        details=details,
    )
