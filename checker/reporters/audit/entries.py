"""What an audit report says of each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frameworks import FRAMEWORKS, awaits_review
from checker.reporters.audit.contents import Accepted, Described, Entry, Group
from checker.reporters.identity import identities
from checker.reporters.places import place_of_finding, slashed
from checker.reporters.standing import Standing
from checker.reporters.text.wording import place_of, prose, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.model import Document, Finding, Location, Policy, Report, Waiver
    from checker.reporters.standing import Found


def groups(report: Report, kept: Iterable[Found]) -> dict[Standing, tuple[Group, ...]]:
    """Open and undecided ones of these findings by policy, the most severe policies first."""
    actions = {document.file: _actions(document) for document in report.documents}
    entries: dict[tuple[Standing, str], list[Entry]] = {}
    policies: dict[str, Policy] = {}
    for name, each in _named(kept):
        policy = policies.setdefault(each.run.policy.id, each.run.policy)
        entry = _entry(name, each, actions.get(each.run.document.file, {}))
        entries.setdefault((each.standing, policy.id), []).append(entry)
    return {
        standing: tuple(
            Group(policy=described(policies[id_]), entries=tuple(alike))
            for (stands, id_), alike in entries.items()
            if stands is standing
        )
        for standing in (Standing.OPEN, Standing.UNDECIDED)
    }


def waived(kept: Iterable[Found]) -> tuple[Accepted, ...]:
    """What somebody accepts, the most severe first."""
    return tuple(_accepted(each.finding.waiver, each.finding) for each in kept if each.finding.waiver is not None)


def unused(waivers: Iterable[Waiver]) -> tuple[Accepted, ...]:
    """Waivers that accept nothing."""
    return tuple(_accepted(waiver) for waiver in waivers)


def described(policy: Policy) -> Described:
    """A policy in words."""
    return Described(
        id=policy.id,
        title=prose(policy.title),
        severity=policy.severity.label,
        description=prose(policy.description),
        remediation=prose(policy.remediation),
        deprecated=prose(policy.deprecated),
        references=policy.references,
        controls=tuple(_controls(policy.controls)),
    )


def _controls(controls: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for name, ids in controls.items():
        title = FRAMEWORKS[name].title if name in FRAMEWORKS else name
        yield title, f"{', '.join(ids)}{' (awaits review)' if awaits_review(name) else ''}"


def place(location: Location | None) -> str:
    """File, line and column, or the JSON pointer."""
    return slashed(place_of(location, ""))


def _named(kept: Iterable[Found]) -> list[tuple[str, Found]]:
    every = sorted(kept, key=lambda each: (-each.finding.severity, each.run.policy.id))
    return list(zip(identities(every), every, strict=True))


def _actions(document: Document) -> dict[str, str]:
    return {resource.address: resource.action for resource in document.resources}


def _entry(name: str, each: Found, actions: Mapping[str, str]) -> Entry:
    finding = each.finding
    expired = finding.expired_waiver
    return Entry(
        name=name[:16],
        fingerprint=finding.fingerprint,
        address=finding.address,
        action=actions.get(finding.address, ""),
        path=finding.path,
        message=prose(finding.message),
        file=slashed(each.run.document.file),
        place=place(place_of_finding(each.run, finding)),
        change=_change(finding),
        before=finding.change.before if finding.change else "",
        after=finding.change.after if finding.change else "",
        expired=f"{prose(expired.reason)} {terms_of(expired)}" if expired else "",
    )


def _change(finding: Finding) -> str:
    """Which words go with the values."""
    change = finding.change
    if change is None:
        return ""
    if not change.is_known:
        return "unknown"
    if not change.after and not change.before:
        return "unset"
    return "changed" if change.before and change.before != change.after else "seen"


def _accepted(waiver: Waiver, finding: Finding | None = None) -> Accepted:
    return Accepted(
        policy=finding.policy if finding else waiver.policy,
        severity=finding.severity.label if finding else "",
        address=finding.address if finding else waiver.address,
        path=finding.path if finding else "",
        message=prose(finding.message) if finding else "",
        reason=prose(waiver.reason),
        owner=waiver.owner,
        expires=waiver.expires.isoformat(),
        ticket=waiver.ticket,
        place=place(waiver.location),
    )
