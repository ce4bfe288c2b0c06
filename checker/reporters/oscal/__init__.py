"""Renders a report as OSCAL assessment results, for those who audit.

https://pages.nist.gov/OSCAL-Reference/models/v1.1.3/assessment-results/json-outline/
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.reporters.headline import headline, trouble
from checker.reporters.json_text import json_text
from checker.reporters.looking import all_problems
from checker.reporters.oscal.controls import control_ids, findings
from checker.reporters.oscal.names import Names, prop, words
from checker.reporters.oscal.observations import observations
from checker.reporters.oscal.risks import risks
from checker.reporters.oscal.subjects import inventory
from checker.reporters.text.wording import place_of

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.options import RenderOptions

_VERSION = "1.1.3"  # of OSCAL


def render(report: Report, _options: RenderOptions) -> str:
    """Observations are the policies' answers; findings say of each control what they come to."""
    names = Names(report)
    started = report.started.isoformat()
    plan = names.uuid("plan")
    return json_text(
        {
            "assessment-results": {
                "uuid": names.uuid("results"),
                "metadata": {
                    "title": "Terraform checked against policies by tfcheck",
                    "last-modified": started,
                    "version": report.version,
                    "oscal-version": _VERSION,
                },
                "import-ap": {"href": f"#{plan}"},
                "results": [_result(report, names, started)],
                "back-matter": {"resources": [_plan(report, plan)]},
            }
        }
    )


def _result(report: Report, names: Names, started: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "uuid": names.uuid("result"),
        "title": "tfcheck",
        "description": words(headline(report)),
        "start": started,
        "props": [
            prop("complete", "no" if trouble(report) else "yes"),
            prop("engine", report.engine),
            prop("policy-digest", report.policy_digest or "none"),
        ],
        "reviewed-controls": {"control-selections": [_selection(report)]},
    }
    lists = {
        "observations": observations(report, names),
        "risks": risks(report, names),
        "findings": findings(report, names),
    }
    items = inventory(report, names)
    if items:
        found["local-definitions"] = {"inventory-items": items}
    found |= {name: entries for name, entries in lists.items() if entries}
    remarks = _remarks(report)
    return {**found, "remarks": remarks} if remarks else found


def _selection(report: Report) -> dict[str, Any]:
    """OSCAL has no word for "none"; a check whose policies name no control has reviewed none of a catalogue's."""
    ids = control_ids(report)
    if ids:
        return {"include-controls": [{"control-id": each} for each in ids]}
    return {"description": "The policies of this check name no controls.", "include-all": {}}


def _remarks(report: Report) -> str:
    missing = trouble(report)
    lines = [f"CHECK INCOMPLETE: {missing}."] if missing else []
    for problem in all_problems(report):
        place = place_of(problem.location, "")
        lines.append(f"{f'{place}: ' if place else ''}{problem.message}")
    return "\n\n".join(map(words, lines))


def _plan(report: Report, uuid: str) -> dict[str, Any]:
    policies = len({run.policy.id for run in report.runs})
    description = f"There was no assessment plan: {policies} policies were run, whose text has the digest given."
    return {"uuid": uuid, "title": "Policies of the check", "description": description}
