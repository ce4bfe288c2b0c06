"""What the last line says: the verdict in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.model import Severity, Status
from checker.reporters.looking import all_problems, broken_runs
from checker.reporters.text.page import Ink
from checker.reporters.text.wording import counted

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.text.page import Page

# Of several answers of one policy, the one further left counts.
_WORST_FIRST = (Status.BROKEN, Status.FAILED, Status.UNDECIDED, Status.PASSED, Status.NOT_APPLICABLE)


def write_verdict(page: Page, report: Report) -> None:
    """Show what was found and what passed; if the checker could not look, that is the last word."""
    answers = Counter(_answers(report).values())
    page.write_whole(Ink("; ".join([_findings(report), *_counts(report, answers)]), _role(report, answers)))
    trouble = _trouble(report)
    if trouble:
        page.write_whole(Ink("CHECK INCOMPLETE", "alarm"), Ink(f": {trouble}", "bad"))


def _trouble(report: Report) -> str:
    broken = len({run.policy.id for run in broken_runs(report)})
    problems = len(all_problems(report))
    parts = [counted(problems, "problem")] if problems else []
    parts += [f"{counted(broken, 'policy')} broken"] if broken else []
    return ", ".join(parts) if parts or report.runs else "nothing was checked"


def _role(report: Report, answers: Counter[Status]) -> str:
    if not report.runs or answers[Status.FAILED] or answers[Status.BROKEN] or all_problems(report):
        return "bad"
    return "good" if answers[Status.PASSED] and not answers[Status.UNDECIDED] else "warning"


def _counts(report: Report, answers: Counter[Status]) -> list[str]:
    undecided, idle = answers[Status.UNDECIDED], answers[Status.NOT_APPLICABLE]
    waived = sum(finding.waiver is not None for finding in report.findings)
    counts = [f"{counted(answers[Status.PASSED], 'policy')} passed"]
    counts += [f"{undecided} undecided"] if undecided else []
    # Otherwise the table says it; but a check in which nothing passed must not look like a clean one.
    counts += [f"{idle} not applicable"] if idle and not answers[Status.PASSED] else []
    return [*counts, f"{waived} waived"] if waived else counts


def _findings(report: Report) -> str:
    severities = _open_severities(report)
    if not severities:
        return f"No findings in {counted(len(report.documents), 'file')}"
    files = {run.document.file for run in report.runs if run.status is Status.FAILED}
    split = ", ".join(f"{severities[severity]} {severity.label}" for severity in sorted(severities, reverse=True))
    return f"{counted(severities.total(), 'finding')} ({split}) in {counted(len(files), 'file')}"


def _open_severities(report: Report) -> Counter[Severity]:
    return Counter(finding.severity for finding in report.findings if finding.is_open)


def _answers(report: Report) -> dict[str, Status]:
    """What each policy said of all documents together: its worst answer."""
    answers: dict[str, Status] = {}
    for run in report.runs:
        known = answers.get(run.policy.id, run.status)
        answers[run.policy.id] = min(known, run.status, key=_WORST_FIRST.index)
    return answers
