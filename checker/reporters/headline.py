"""What a check comes to, in a sentence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.model import Severity, Status
from checker.reporters.looking import all_problems, broken_runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Report

# Of several answers of one policy, the one further left counts.
_WORST_FIRST = (Status.BROKEN, Status.FAILED, Status.UNDECIDED, Status.PASSED, Status.NOT_APPLICABLE)


def headline(report: Report) -> str:
    """What was found, and what passed."""
    if report.is_idle:
        return "Nothing to check: no changed file is a part of a configuration, bundle, plan or state"
    return "; ".join([_findings(report), *_counts(report)])


def trouble(report: Report) -> str:
    """Why the check is not complete; "" if it is."""
    broken = len({run.policy.id for run in broken_runs(report)})
    problems = len(all_problems(report))
    parts = [counted(problems, "problem")] if problems else []
    parts += [f"{counted(broken, 'policy')} broken"] if broken else []
    return ", ".join(parts) if parts or report.runs or report.is_idle else "nothing was checked"


def answers(report: Report) -> Counter[Status]:
    """How many policies gave which answer to all documents together: each its worst."""
    return Counter(worst_answers(report).values())


def worst_answers(report: Report) -> dict[str, Status]:
    """Policy → the worst of its answers."""
    worst: dict[str, Status] = {}
    for run in report.runs:
        worst[run.policy.id] = worst_of((worst.get(run.policy.id, run.status), run.status))
    return worst


def worst_of(statuses: Iterable[Status]) -> Status:
    """The one that counts of several."""
    return min(statuses, key=_WORST_FIRST.index)


def open_severities(report: Report) -> Counter[Severity]:
    """How many findings are open, by severity."""
    return Counter(finding.severity for finding in report.findings if finding.is_open)


def counted(number: int, noun: str) -> str:
    """Return such as `1 policy` or `2 policies`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def _findings(report: Report) -> str:
    severities = open_severities(report)
    if not severities:
        return f"No findings in {counted(len(report.documents), 'file')}"
    files = {run.document.file for run in report.runs if run.status is Status.FAILED}
    split = ", ".join(f"{severities[severity]} {severity.label}" for severity in sorted(severities, reverse=True))
    return f"{counted(severities.total(), 'finding')} ({split}) in {counted(len(files), 'file')}"


def _counts(report: Report) -> list[str]:
    by_status = answers(report)
    undecided, idle = by_status[Status.UNDECIDED], by_status[Status.NOT_APPLICABLE]
    waived = sum(finding.waiver is not None for finding in report.findings)
    counts = [f"{counted(by_status[Status.PASSED], 'policy')} passed"]
    counts += [f"{undecided} undecided"] if undecided else []
    # Otherwise the summary says it; but a check in which nothing passed must not look like a clean one.
    counts += [f"{idle} not applicable"] if idle and not by_status[Status.PASSED] else []
    return [*counts, f"{waived} waived"] if waived else counts
