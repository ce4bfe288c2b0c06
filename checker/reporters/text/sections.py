"""Under which headings findings stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.reporters.places import place_of_finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from checker.model import Finding, Policy, PolicyRun


class Section(Struct, frozen=True, kw_only=True):
    """Findings under one heading."""

    heading: str
    file: str  # that all are in, and that places need not repeat; "" for several
    pairs: list[tuple[Policy, Finding]]


def sections(
    runs: Mapping[str, Iterable[PolicyRun]], title: str, belongs: Callable[[Finding], bool], group_by: str
) -> list[Section]:
    """Those that have findings: by file, also for resources; in one by policy; the most severe first by severity."""
    by_file = [_of_file(file, answers, title, belongs) for file, answers in runs.items()]
    found = [section for section in by_file if section.pairs]
    if group_by in {"file", "resource"} or not found:
        return found
    pairs = [pair for file, answers in runs.items() for pair in _placed(answers, belongs)]
    if group_by == "policy":
        return [Section(heading=title, file="", pairs=pairs)]
    severities = sorted({finding.severity for _, finding in pairs}, reverse=True)
    return [
        Section(
            heading=f"{title} of severity {severity.label}",
            file="",
            pairs=[pair for pair in pairs if pair[1].severity is severity],
        )
        for severity in severities
    ]


def _of_file(file: str, runs: Iterable[PolicyRun], title: str, belongs: Callable[[Finding], bool]) -> Section:
    pairs = [(run.policy, finding) for run in runs for finding in run.findings if belongs(finding)]
    return Section(heading=f"{title} in {file}", file=file, pairs=pairs)


def _placed(runs: Iterable[PolicyRun], belongs: Callable[[Finding], bool]) -> list[tuple[Policy, Finding]]:
    """With a place each: no heading says the file."""
    return [
        (run.policy, replace(finding, location=place_of_finding(run, finding)))
        for run in runs
        for finding in run.findings
        if belongs(finding)
    ]
