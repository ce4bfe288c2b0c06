"""What Markdown shows beside the findings: counts, problems, waivers without use, the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Severity, Status
from checker.reporters.headline import counted, open_severities
from checker.reporters.looking import all_problems, broken_runs, runs_by_file, statuses
from checker.reporters.markdown.escape import code, text
from checker.reporters.markdown.room import Block
from checker.reporters.text.wording import place_of, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import PolicyRun, Problem, Report

_MOST_FILES = 50  # rows of the table; more are added up in one
_COLUMNS = {
    Status.PASSED: "passed",
    Status.FAILED: "failed",
    Status.UNDECIDED: "undecided",
    Status.NOT_APPLICABLE: "n/a",
    Status.BROKEN: "broken",
}


def counts(report: Report) -> list[str]:
    """Two tables: open findings by severity, policies by file and answer; neither is shown empty."""
    severities = list(reversed(Severity))
    opened = open_severities(report)
    lines: list[str] = []
    if opened:
        lines += [_row("open findings", *(severity.label for severity in severities)), _rule(len(severities))]
        lines += [_row("", *(str(opened[severity]) for severity in severities)), ""]
    if not report.documents:
        return lines
    lines += [_row("policies", *_COLUMNS.values()), _rule(len(_COLUMNS))]
    runs = runs_by_file(report)
    files = [document.file for document in report.documents]
    lines += [_answers(code(file).replace("|", "\\|"), runs[file]) for file in files[:_MOST_FILES]]
    rest = files[_MOST_FILES:]
    if rest:
        lines.append(_answers(f"{len(rest)} more files", [run for file in rest for run in runs[file]]))
    return [*lines, ""]


def problems(report: Report) -> Iterator[Block]:
    """What could not be looked at, unfolded: nobody is to miss it."""
    entries = [_problem(place_of(problem.location, ""), problem) for problem in all_problems(report)]
    entries += [
        _problem(f"{run.policy.id} about {run.document.file}", run.problem)
        for run in broken_runs(report)
        if run.problem
    ]
    if entries:
        head = "<details open><summary><b>Could not check</b></summary>\n"
        yield Block(head=head, entries=tuple(entries), noun="problem")


def unused_waivers(report: Report) -> Iterator[Block]:
    """Waivers that accept nothing."""
    entries = tuple(
        f"- {code(waiver.policy)} {code(waiver.address)}: {text(waiver.reason)} {text(terms_of(waiver))}"
        for waiver in report.unused_waivers
    )
    if entries:
        head = "<details><summary>Waivers that cover nothing</summary>\n"
        yield Block(head=head, entries=entries, noun="waiver")


def footer(report: Report) -> str:
    """What was run, and when."""
    resources = counted(sum(len(document.resources) for document in report.documents), "resource")
    policies = counted(len({run.policy.id for run in report.runs}), "policy")
    when = report.started.isoformat(timespec="seconds")
    return f"<sub>tfcheck {code(report.version)}, {code(report.engine)}, {policies}, {resources}, {when}</sub>\n"


def _answers(name: str, runs: list[PolicyRun]) -> str:
    by_status = statuses(runs)
    return _row(name, *(str(by_status[status]) for status in _COLUMNS))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(columns: int) -> str:
    return f"|:--|{'--:|' * columns}"


def _problem(place: str, problem: Problem) -> str:
    where = f"{code(place)}: " if place else ""
    hint = f"<br>**hint:** {text(problem.hint)}" if problem.hint else ""
    return f"- {where}{text(problem.message)}{hint}"
