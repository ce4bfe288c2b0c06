"""Renders a report for GitLab's Code Quality widget.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.model import Location, Severity
from checker.reporters.identity import digest, identities
from checker.reporters.json_text import json_text
from checker.reporters.looking import all_problems, broken_runs
from checker.reporters.places import place_of_broken, place_of_finding, slashed
from checker.reporters.standing import Standing, most_severe_first
from checker.reporters.text.wording import prose

if TYPE_CHECKING:
    from checker.model import Problem, Report
    from checker.reporters.options import RenderOptions
    from checker.reporters.standing import Found

_SEVERITIES = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
    Severity.INFO: "info",
}
_NOT_KNOWN = 1  # GitLab wants a line of everything


def render(report: Report, _options: RenderOptions) -> str:
    """What is waived is left out: the widget has no word for it. What could not be looked at is not."""
    shown = [each for each in most_severe_first(report) if each.standing is not Standing.WAIVED]
    issues = [_problem("could not look", problem, problem.location) for problem in all_problems(report)]
    for run in broken_runs(report):
        if run.problem:
            about = f"{run.policy.id} did not answer about {run.document.file}"
            issues.append(_problem(about, run.problem, place_of_broken(run, run.problem)))
    issues += [_finding(each, name) for each, name in zip(shown, identities(shown), strict=True)]
    return json_text(issues)


def _finding(each: Found, name: str) -> dict[str, Any]:
    finding, policy = each.finding, each.run.policy
    subject = f"{finding.address} {finding.path}".rstrip()
    undecided = "" if finding.decided else "undecided: "
    return {
        "type": "issue",
        "check_name": policy.id,
        "description": f"{undecided}{prose(policy.title)}: {subject}: {prose(finding.message)}",
        "content": {"body": prose(policy.remediation)},
        "categories": ["Security"],
        "severity": _SEVERITIES[finding.severity] if finding.decided else "info",
        "fingerprint": name,
        "location": _place(place_of_finding(each.run, finding)),
    }


def _problem(about: str, problem: Problem, place: Location | None) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": "tfcheck",
        "description": f"{about}: {prose(problem.message)}",
        "content": {"body": prose(problem.hint)},
        "categories": ["Bug Risk"],
        "severity": "blocker",
        "fingerprint": digest(f"{about}\0{problem.message}\0{place}"),
        "location": _place(place or Location(file="tfcheck")),
    }


def _place(location: Location) -> dict[str, Any]:
    return {"path": slashed(location.file), "lines": {"begin": location.line or _NOT_KNOWN}}
