"""How a finding becomes a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.reporters.places import place_of_finding
from checker.reporters.sarif.places import physical
from checker.reporters.sarif.rules import LEVELS
from checker.reporters.text.wording import prose, terms_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.model import Finding, Location, Waiver
    from checker.reporters.standing import Found


def result(each: Found, index: Mapping[str, int]) -> dict[str, Any]:
    """What is undecided is of the kind `open`, which leaves it no level but `none` (3.27.10)."""
    finding = each.finding
    place = place_of_finding(each.run, finding)
    return {
        "ruleId": each.run.policy.id,
        "ruleIndex": index[each.run.policy.id],
        "kind": "fail" if finding.decided else "open",
        "level": LEVELS[finding.severity] if finding.decided else "none",
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": physical(place), "logicalLocations": [_resource(finding)]}],
        # The first is the one that GitHub knows. It would make one alert of all that stand on a plan's single line.
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "tfcheck/v1": finding.fingerprint,
        },
        "suppressions": [_suppression(finding.waiver)] if finding.waiver else [],
        "properties": _properties(finding, place),
    }


def _message(finding: Finding) -> str:
    path = f" {finding.path}" if finding.path else ""
    text = f"{finding.address}{path}: {finding.message}"
    if finding.expired_waiver:
        text += f" (waiver expired: {prose(finding.expired_waiver.reason)} {terms_of(finding.expired_waiver)})"
    return text


def _resource(finding: Finding) -> dict[str, str]:
    return {"fullyQualifiedName": finding.address, "kind": "resource"}


def _suppression(waiver: Waiver) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": "inSource" if waiver.region else "external",
        "status": "accepted",
        "justification": prose(waiver.reason),
        "properties": {"owner": waiver.owner, "expires": waiver.expires.isoformat(), "ticket": waiver.ticket},
    }
    if waiver.location:
        found["location"] = {"physicalLocation": physical(waiver.location)}
    return found


def _properties(finding: Finding, place: Location) -> dict[str, Any]:
    found = {"severity": finding.severity.label, "path": finding.path, "pointer": place.pointer}
    return {name: value for name, value in found.items() if value}
