"""What was observed: the answer of each policy about each document, and each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.reporters.headline import counted
from checker.reporters.identity import identities
from checker.reporters.oscal.names import prop, words
from checker.reporters.places import place_of_finding, slashed
from checker.reporters.standing import found
from checker.reporters.text.wording import place_of, terms_of

if TYPE_CHECKING:
    from checker.model import PolicyRun, Report
    from checker.reporters.oscal.names import Names
    from checker.reporters.standing import Found


def observations(report: Report, names: Names) -> list[dict[str, Any]]:
    """One for each run, which findings of controls refer to, and one for each finding."""
    collected = report.started.isoformat()
    every = found(report)
    return [
        *(_of_run(run, names, collected) for run in report.runs),
        *(_of_finding(each, name, names, collected) for each, name in zip(every, identities(every), strict=True)),
    ]


def _of_run(run: PolicyRun, names: Names, collected: str) -> dict[str, Any]:
    looked = f"{run.status.value}: looked at {counted(len(run.checked), 'resource')} in {slashed(run.document.file)}"
    why = f"; {run.problem.message}" if run.problem else ""
    return {
        "uuid": names.of_run(run),
        "title": words(f"{run.policy.id} {run.policy.title}"),
        "description": words(f"{looked}{why}"),
        "props": [prop("policy", run.policy.id), prop("status", run.status.value)],
        "methods": ["TEST"],
        "types": ["control-objective"],
        "collected": collected,
    }


def _of_finding(each: Found, name: str, names: Names, collected: str) -> dict[str, Any]:
    finding = each.finding
    place = place_of(place_of_finding(each.run, finding), "")
    path = f" {finding.path}" if finding.path else ""
    observed: dict[str, Any] = {
        "uuid": names.uuid("finding", name),
        "title": words(f"{each.run.policy.id} {each.standing.value}"),
        "description": words(f"{finding.address}{path}: {finding.message}"),
        "props": [
            prop("policy", each.run.policy.id),
            prop("severity", finding.severity.label),
            prop("standing", each.standing.value),
            prop("fingerprint", finding.fingerprint),
            prop("place", place),
        ],
        "methods": ["TEST"],
        "types": ["finding"],
        "subjects": [{"subject-uuid": names.of_resource(each.run.document, finding.address), "type": "inventory-item"}],
        "collected": collected,
    }
    waiver = finding.waiver or finding.expired_waiver
    if waiver:
        observed["remarks"] = words(
            f"{'waived' if finding.waiver else 'waiver expired'}: {waiver.reason} {terms_of(waiver)}"
        )
    return observed
