"""Which risks there are, open and accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.reporters.headline import counted
from checker.reporters.oscal.names import prop, words
from checker.reporters.standing import Standing, found
from checker.reporters.text.wording import terms_of

if TYPE_CHECKING:
    from checker.model import Report, Waiver
    from checker.reporters.oscal.names import Names
    from checker.reporters.standing import Found

_STATUS = {Standing.OPEN: "open", Standing.UNDECIDED: "investigating", Standing.WAIVED: "deviation-approved"}


def risks(report: Report, names: Names) -> list[dict[str, Any]]:
    """One for each policy with open or undecided findings, and for each waiver that is used."""
    together: dict[tuple[str, Standing, Waiver | None], list[Found]] = {}
    for each in found(report):
        together.setdefault((each.run.policy.id, each.standing, each.finding.waiver), []).append(each)
    return [_risk(members, names, str(number)) for number, members in enumerate(together.values())]


def _risk(members: list[Found], names: Names, number: str) -> dict[str, Any]:
    policy, standing = members[0].run.policy, members[0].standing
    waiver = members[0].finding.waiver
    risk: dict[str, Any] = {
        "uuid": names.uuid("risk", policy.id, standing.value, number),
        "title": words(f"{policy.id} {policy.title}"),
        "description": words(f"{counted(len(members), 'finding')} {standing.value}"),
        "statement": words(policy.description),
        "props": [prop("severity", policy.severity.label)],
        "status": _STATUS[standing],
        "related-observations": [
            {"observation-uuid": uuid} for uuid in dict.fromkeys(names.of_run(each.run) for each in members)
        ],
    }
    if waiver:
        risk["description"] = words(f"{risk['description']}: {waiver.reason} {terms_of(waiver)}")
        risk["deadline"] = f"{waiver.expires.isoformat()}T23:59:59Z"
    return risk
