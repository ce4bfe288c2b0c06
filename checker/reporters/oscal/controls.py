"""What the policies' answers come to for each control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.frameworks import awaits_review
from checker.model import Status
from checker.reporters.oscal.names import control_id, prop, words

if TYPE_CHECKING:
    from checker.model import PolicyRun, Report
    from checker.reporters.oscal.names import Names

AWAITS_REVIEW = "That these policies serve the control was assigned from its title and awaits review."
# OSCAL knows satisfied and not satisfied; what nobody could decide is not satisfied, for another reason than failure.
_NOT_SATISFIED = {
    Status.BROKEN: ("other", "A policy did not answer."),
    Status.FAILED: ("fail", "A policy found something."),
    Status.UNDECIDED: ("other", "A value that decides is not known yet."),
}


def control_ids(report: Report) -> list[str]:
    """Every control that a policy of this check names."""
    return sorted(
        {control_id(name, each) for run in report.runs for name, ids in run.policy.controls.items() for each in ids}
    )


def findings(report: Report, names: Names) -> list[dict[str, Any]]:
    """One for each control that any policy looked at; the worst answer counts."""
    runs: dict[tuple[str, str], list[PolicyRun]] = {}
    for run in report.runs:
        if run.status is not Status.NOT_APPLICABLE:
            for framework, ids in run.policy.controls.items():
                for each in ids:
                    runs.setdefault((framework, each), []).append(run)
    return [_finding(framework, each, runs[framework, each], names) for framework, each in sorted(runs)]


def _finding(framework: str, control: str, runs: list[PolicyRun], names: Names) -> dict[str, Any]:
    answers = {run.status for run in runs}
    worst = next((status for status in _NOT_SATISFIED if status in answers), None)
    status: dict[str, str] = {"state": "satisfied", "reason": "pass"}
    if worst:
        reason, remarks = _NOT_SATISFIED[worst]
        status = {"state": "not-satisfied", "reason": reason, "remarks": remarks}
    elif any(run.findings for run in runs):
        status["remarks"] = "Findings were waived; see the risks whose deviation is approved."
    policies = ", ".join(sorted({run.policy.id for run in runs}))
    found: dict[str, Any] = {
        "uuid": names.uuid("control", framework, control),
        "title": words(f"{framework} {control}"),
        "description": words(f"Policies: {policies}"),
        "props": [prop("framework", framework), prop("control", control)],
        "target": {"type": "objective-id", "target-id": control_id(framework, control), "status": status},
        "related-observations": [{"observation-uuid": names.of_run(run)} for run in runs],
    }
    if awaits_review(framework):
        found["remarks"] = AWAITS_REVIEW
    return found
