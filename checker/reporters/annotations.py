"""Which findings are shown beside the lines of a pull request, where few have room.

GitHub and Azure DevOps show ten of a level for each step, and drop the others unseen.
https://docs.github.com/en/rest/checks/runs, https://github.com/orgs/community/discussions/26680
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.model import Severity
from checker.reporters.headline import counted, headline, trouble
from checker.reporters.looking import all_problems, broken_runs
from checker.reporters.places import place_of_broken, place_of_finding
from checker.reporters.standing import Standing, most_severe_first
from checker.reporters.text.safe import safe
from checker.reporters.text.wording import prose, terms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checker.model import Finding, Location, Problem, Report
    from checker.reporters.standing import Found

MOST = 10  # of a level


class Annotation(Struct, frozen=True, kw_only=True):
    """One remark at a place."""

    level: str
    title: str
    message: str  # lines
    location: Location | None  # None: about no file


class Dialect(Struct, frozen=True, kw_only=True):
    """How a CI system wants annotations."""

    levels: Mapping[Severity, str]
    undecided: str  # the level of what is not decided
    command: Callable[[Annotation], str]  # one line


def log(report: Report, dialect: Dialect) -> str:
    """Commands for the most severe, then what was left out, then the verdict, which are plain lines of the log."""
    kept, notes = _kept(_all(report, dialect))
    missing = trouble(report)
    said = [*notes, headline(report), *([f"CHECK INCOMPLETE: {missing}"] if missing else [])]
    return "\n".join([*map(dialect.command, kept), *map(safe, said), ""])


def _kept(every: Iterator[Annotation]) -> tuple[list[Annotation], list[str]]:
    """At most ten of each level, and what to say of the others."""
    kept: list[Annotation] = []
    seen: Counter[str] = Counter()
    for each in every:
        seen[each.level] += 1
        if seen[each.level] <= MOST:
            kept.append(each)
    left_out = {level: number - MOST for level, number in seen.items() if number > MOST}
    return kept, [
        f"{counted(number, f'more {level}')} without an annotation: {MOST} of a level have room; see the whole report"
        for level, number in sorted(left_out.items())
    ]


def _all(report: Report, dialect: Dialect) -> Iterator[Annotation]:
    """What could not be looked at comes first."""
    most = dialect.levels[Severity.CRITICAL]
    for problem in all_problems(report):
        yield _could_not("could not look", problem, problem.location, most)
    for run in broken_runs(report):
        if run.problem:
            title = f"{run.policy.id} did not answer about {run.document.file}"
            yield _could_not(title, run.problem, place_of_broken(run, run.problem), most)
    for each in most_severe_first(report):
        if each.standing is not Standing.WAIVED:
            is_open = each.standing is Standing.OPEN
            level = dialect.levels[each.finding.severity] if is_open else dialect.undecided
            yield _of_finding(each, level)


def _could_not(title: str, problem: Problem, place: Location | None, level: str) -> Annotation:
    hint = f"\nhint: {prose(problem.hint)}" if problem.hint else ""
    return Annotation(level=level, title=f"tfcheck: {title}", message=f"{problem.message}{hint}", location=place)


def _of_finding(each: Found, level: str) -> Annotation:
    finding, policy = each.finding, each.run.policy
    name = finding.severity.name if each.standing is Standing.OPEN else each.standing.name
    return Annotation(
        level=level,
        title=f"{name} {policy.id} {prose(policy.title)}",
        message=_message(finding, policy.remediation),
        location=place_of_finding(each.run, finding),
    )


def _message(finding: Finding, remediation: str) -> str:
    path = f" {finding.path}" if finding.path else ""
    lines = [f"{finding.address}{path}: {prose(finding.message)}"]
    if finding.expired_waiver:
        lines.append(f"waiver expired: {prose(finding.expired_waiver.reason)} {terms_of(finding.expired_waiver)}")
    if finding.is_open:
        lines.append(f"fix: {prose(remediation)}")
    return "\n".join(lines)
