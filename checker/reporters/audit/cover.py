"""What the first page of an audit report says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Severity, Status
from checker.reporters.audit.contents import Fact, Scope, Tile, Verdict
from checker.reporters.headline import answers, counted, headline, open_severities, trouble
from checker.reporters.looking import policies_of
from checker.reporters.places import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Document, Report

_TITLES = {
    "incomplete": "The check is not complete",
    "failed": "There are open findings",
    "undecided": "Nothing is open, but not everything is decided",
    "passed": "Nothing is open",
    "idle": "There was nothing to judge",
}


def verdict(report: Report) -> Verdict:
    """In a word, a sentence, and why it is no more."""
    missing, by_status = trouble(report), answers(report)
    kind = next(
        kind
        for kind, holds in (
            ("incomplete", bool(missing)),
            ("failed", by_status[Status.FAILED]),
            ("undecided", by_status[Status.UNDECIDED]),
            ("passed", by_status[Status.PASSED]),
            ("idle", True),
        )
        if holds
    )
    return Verdict(kind=kind, title=_TITLES[kind], headline=f"{headline(report)}.", trouble=missing)


def facts(report: Report) -> Iterator[Fact]:
    """When, by what, with which policies."""
    policies = policies_of(report)
    yield Fact(name="Time", value=report.started.isoformat(sep=" ", timespec="seconds"))
    yield Fact(name="tfcheck", value=report.version)
    yield Fact(name="Engine", value=report.engine)
    yield Fact(name="Policies", value=_policies(len(policies), {each for policy in policies for each in policy.sets}))
    yield Fact(name="Digest of the policy set", value=report.policy_digest, is_code=True)


def _policies(number: int, sets: set[str]) -> str:
    named = f", of the {'set' if len(sets) == 1 else 'sets'} {', '.join(sorted(sets))}" if sets else ""
    return f"{counted(number, 'policy')}{named}"


def scope(document: Document) -> Scope:
    """What is known of a file."""
    return Scope(
        file=slashed(document.file),
        kind=document.kind,
        terraform=document.terraform_version or "",
        format=document.format_version or "",
        target=document.target or "",
        serial="" if document.serial is None else str(document.serial),
        lineage=document.lineage or "",
        resources=len(document.resources),
        types=len(document.resource_types),
    )


def tiles(report: Report) -> Iterator[Tile]:
    """Open findings by severity, then what else was answered."""
    severities, by_status = open_severities(report), answers(report)
    for severity in sorted(Severity, reverse=True):
        yield Tile(number=severities[severity], label=f"{severity.label} open", kind=severity.label, target="findings")
    waived = sum(finding.waiver is not None for finding in report.findings)
    undecided = sum(not finding.decided and finding.waiver is None for finding in report.findings)
    yield Tile(number=undecided, label="undecided", kind="undecided", target="undecided")
    yield Tile(number=waived, label="waived", kind="waived", target="waived")
    yield Tile(number=by_status[Status.PASSED], label="policies passed", kind="passed", target="passed")
    yield Tile(number=by_status[Status.BROKEN], label="policies broken", kind="broken", target="trouble")
