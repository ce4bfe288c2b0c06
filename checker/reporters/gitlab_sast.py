"""Renders a report for GitLab's vulnerability report, in the SAST format.

https://docs.gitlab.com/development/integrations/secure/#report
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from checker.model import Severity
from checker.reporters.headline import counted
from checker.reporters.identity import identities
from checker.reporters.json_text import encodable, json_text
from checker.reporters.looking import all_problems, broken_runs, is_complete
from checker.reporters.places import place_of_finding, slashed
from checker.reporters.standing import Standing, most_severe_first
from checker.reporters.text.wording import place_of, prose, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Policy, Report
    from checker.reporters.options import RenderOptions
    from checker.reporters.standing import Found

_VERSION = "15.0.2"  # of the format; old enough for every GitLab that is maintained
_NAMESPACE = UUID("0f2f6b1e-6d0c-5a43-9b5a-5f0c2a9d7c11")  # of the names of findings; never to change
_SEVERITIES = {
    Severity.CRITICAL: "Critical",
    Severity.HIGH: "High",
    Severity.MEDIUM: "Medium",
    Severity.LOW: "Low",
    Severity.INFO: "Info",
}
_MOST_NAME, _MOST_SOLUTION, _MOST_DESCRIPTION = 255, 7000, 1_048_576  # characters that GitLab takes


def render(report: Report, _options: RenderOptions) -> str:
    """Open and undecided findings; the messages of the scan tell of the others, and of problems."""
    shown = [each for each in most_severe_first(report) if each.standing is not Standing.WAIVED]
    return json_text(
        {
            "version": _VERSION,
            "scan": _scan(report),
            "vulnerabilities": [_finding(each, name) for each, name in zip(shown, identities(shown), strict=True)],
        }
    )


def _scan(report: Report) -> dict[str, Any]:
    started = report.started.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    tool = {"id": "tfcheck", "name": "tfcheck", "version": report.version, "vendor": {"name": "tfcheck"}}
    return {
        "type": "sast",
        "analyzer": tool,
        "scanner": tool,
        "start_time": started,
        "end_time": started,  # a report knows no end
        "status": "success" if is_complete(report) else "failure",
        "messages": [{"level": level, "value": text} for level, text in _messages(report)],
    }


def _messages(report: Report) -> Iterator[tuple[str, str]]:
    for problem in all_problems(report):
        place = place_of(problem.location, "")
        yield "fatal", f"{f'{place}: ' if place else ''}{prose(problem.message)}"
    for run in broken_runs(report):
        if run.problem:
            yield "fatal", f"{run.policy.id} did not answer about {run.document.file}: {prose(run.problem.message)}"
    waived = sum(finding.waiver is not None for finding in report.findings)
    if waived:
        yield "info", f"{counted(waived, 'finding')} waived and left out"


def _finding(each: Found, name: str) -> dict[str, Any]:
    finding, policy = each.finding, each.run.policy
    place = place_of_finding(each.run, finding)
    location: dict[str, Any] = {"file": slashed(place.file)}
    if place.line is not None:
        location |= {"start_line": place.line, "end_line": place.line}
    return {
        "id": str(uuid5(_NAMESPACE, name)),
        "name": encodable(f"{policy.id} {prose(policy.title)}")[:_MOST_NAME],
        "description": encodable(_description(each))[:_MOST_DESCRIPTION],
        "severity": _SEVERITIES[finding.severity] if finding.decided else "Unknown",
        "solution": encodable(prose(policy.remediation))[:_MOST_SOLUTION],
        "identifiers": [_identifier(policy)],
        "links": [{"url": link} for link in policy.references if link.startswith(("https://", "http://"))],
        "location": location,
        # Without it GitLab takes all findings of a policy in a plan, which is one line, for one.
        "tracking": {
            "type": "source",
            "items": [{"file": location["file"], "signatures": [{"algorithm": "scope_offset", "value": name}]}],
        },
    }


def _identifier(policy: Policy) -> dict[str, str]:
    return {"type": "tfcheck_policy_id", "name": policy.id, "value": policy.id}


def _description(each: Found) -> str:
    finding = each.finding
    path = f" {finding.path}" if finding.path else ""
    lines = [f"{finding.address}{path}: {prose(finding.message)}", prose(each.run.policy.description)]
    if not finding.decided:
        lines.insert(0, "Undecided: a value that decides is not known yet.")
    if finding.expired_waiver:
        lines.append(f"Waiver expired: {prose(finding.expired_waiver.reason)} {terms_of(finding.expired_waiver)}")
    return "\n\n".join(lines)
