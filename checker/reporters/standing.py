"""How a finding stands: open, undecided or waived."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from checker.model import Finding, PolicyRun, Report


class Standing(Enum):
    """The three ways; in the order in which a reader wants them."""

    OPEN = "open"
    UNDECIDED = "undecided"
    WAIVED = "waived"


class Found(Struct, frozen=True, kw_only=True):
    """A finding with the run that made it."""

    run: PolicyRun
    finding: Finding
    standing: Standing


def standing(finding: Finding) -> Standing:
    """A waiver goes before all: it accepts what is undecided too."""
    if finding.waiver is not None:
        return Standing.WAIVED
    return Standing.OPEN if finding.decided else Standing.UNDECIDED


def found(report: Report) -> list[Found]:
    """All findings, in the order of the report."""
    return [
        Found(run=run, finding=finding, standing=standing(finding)) for run in report.runs for finding in run.findings
    ]


def most_severe_first(report: Report) -> list[Found]:
    """Where not all have room: open ones, then undecided ones, then waived ones, each by severity."""
    order = {each: number for number, each in enumerate(Standing)}
    return sorted(found(report), key=lambda each: (order[each.standing], -each.finding.severity))
