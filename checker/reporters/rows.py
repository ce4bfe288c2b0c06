"""What a report is as a table: a row for each finding, each policy that has none, and each problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frameworks import controls_in_words
from checker.model import Location, Status
from checker.reporters.looking import all_problems
from checker.reporters.places import place_of_broken, place_of_finding, slashed
from checker.reporters.standing import Standing, standing
from checker.reporters.text.wording import place_of, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Finding, Policy, PolicyRun, Problem, Report, Waiver

Row = dict[str, str]

COLUMNS = (
    "result",
    "severity",
    "policy",
    "title",
    "document",
    "resource",
    "attribute",
    "message",
    "file",
    "line",
    "column",
    "pointer",
    "checked",
    "remediation",
    "controls",
    "waiver reason",
    "waiver owner",
    "waiver expires",
    "waiver ticket",
    "waiver place",
    "fingerprint",
)
_RESULTS = {
    Standing.OPEN: Status.FAILED.value,
    Standing.UNDECIDED: Status.UNDECIDED.value,
    Standing.WAIVED: "WAIVED",
}


def rows(report: Report) -> Iterator[Row]:
    """In the order of the report; problems last. A column that is missing is empty."""
    for run in report.runs:
        for finding in run.findings:
            yield _of_finding(run, finding)
        if not run.findings:
            yield _of_run(run)
    for problem in all_problems(report):
        yield {"result": "PROBLEM", **_of_problem(problem), **_of_place(problem.location)}


def _of_run(run: PolicyRun) -> Row:
    problem = run.problem
    told = {**_of_problem(problem), **_of_place(place_of_broken(run, problem))} if problem else {}
    return {
        "result": run.status.value,
        "severity": run.policy.severity.label,
        **_of_policy(run.policy),
        "document": slashed(run.document.file),
        "checked": str(len(run.checked)),
        **told,
    }


def _of_finding(run: PolicyRun, finding: Finding) -> Row:
    waiver = finding.waiver or finding.expired_waiver
    return {
        "result": _RESULTS[standing(finding)],
        "severity": finding.severity.label,
        **_of_policy(run.policy),
        "document": slashed(run.document.file),
        "resource": finding.address,
        "attribute": finding.path,
        "message": finding.message,
        **_of_place(place_of_finding(run, finding)),
        **(_of_waiver(waiver) if waiver else {}),
        "fingerprint": finding.fingerprint,
    }


def _of_policy(policy: Policy) -> Row:
    return {
        "policy": policy.id,
        "title": prose(policy.title),
        "remediation": prose(policy.remediation),
        "controls": controls_in_words(policy.controls),
    }


def _of_place(place: Location | None) -> Row:
    if place is None:
        return {}
    numbers = {"line": place.line, "column": place.column}
    known = {name: str(number) for name, number in numbers.items() if number is not None}
    return {"file": slashed(place.file), "pointer": place.pointer, **known}


def _of_waiver(waiver: Waiver) -> Row:
    return {
        "waiver reason": prose(waiver.reason),
        "waiver owner": waiver.owner,
        "waiver expires": waiver.expires.isoformat(),
        "waiver ticket": waiver.ticket,
        "waiver place": place_of(waiver.location, ""),
    }


def _of_problem(problem: Problem) -> Row:
    hint = f"\nhint: {problem.hint}" if problem.hint else ""
    return {"message": f"{problem.message}{hint}"}
