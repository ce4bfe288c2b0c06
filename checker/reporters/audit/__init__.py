"""What an audit report says, whatever it is printed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frameworks import AWAITS_REVIEW
from checker.model import Status
from checker.reporters.audit.charts import charts
from checker.reporters.audit.contents import Audit, Look, Pass, Trouble
from checker.reporters.audit.cover import facts, scope, tiles, verdict
from checker.reporters.audit.entries import groups, place, unused, waived
from checker.reporters.audit.frameworks import frameworks
from checker.reporters.audit.graph import drawings
from checker.reporters.headline import counted
from checker.reporters.looking import all_notes, all_problems, broken_runs
from checker.reporters.places import place_of_broken, slashed
from checker.reporters.standing import Standing, most_severe_first
from checker.reporters.text.wording import prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import PolicyRun, Problem, Report
    from checker.reporters.options import PastCheck

_MOST_ADDRESSES = 200  # of one policy and file


def audit(
    report: Report, colours: Mapping[str, str], *, most: int | None = None, history: Sequence[PastCheck] = ()
) -> Audit:
    """All of it, with charts in these colours; or of the findings the most severe, as many as there is room for.

    `history`: earlier checks, the oldest first.
    """
    kept = most_severe_first(report)[:most]
    by_standing, reach = groups(report, kept), tuple(frameworks(report))
    return Audit(
        title="Compliance report",
        verdict=verdict(report),
        facts=tuple(facts(report)),
        scopes=tuple(scope(document) for document in report.documents),
        tiles=tuple(tiles(report)),
        charts=tuple(charts(report, reach, colours, history)),
        troubles=tuple(_troubles(report)),
        open=by_standing[Standing.OPEN],
        undecided=by_standing[Standing.UNDECIDED],
        waived=waived(kept),
        left_out=_left_out(len(report.findings) - len(kept)),
        unused=unused(report.unused_waivers),
        frameworks=reach,
        review=AWAITS_REVIEW if any(each.awaits_review for each in reach) else "",
        passed=tuple(_with(report, Status.PASSED)),
        idle=tuple(_with(report, Status.NOT_APPLICABLE)),
        drawings=tuple(drawings(report, colours)),
        uncovered_types=report.uncovered_types,
        notes=tuple(_trouble(note.stage, note) for note in all_notes(report)),
    )


def _left_out(number: int) -> str:
    """What a reader misses; "": nothing."""
    return f"{counted(number, 'less severe finding')} left out for want of room" if number else ""


def _troubles(report: Report) -> Iterator[Trouble]:
    """Problems first, then policies that did not answer."""
    for problem in all_problems(report):
        yield _trouble(problem.stage, problem)
    for run in broken_runs(report):
        assert run.problem is not None
        told = _trouble(run.policy.id, run.problem)
        yield Trouble(
            what=told.what, message=told.message, hint=told.hint, place=place(place_of_broken(run, run.problem))
        )


def _trouble(what: str, problem: Problem) -> Trouble:
    return Trouble(what=what, message=prose(problem.message), hint=prose(problem.hint), place=place(problem.location))


def _with(report: Report, status: Status) -> Iterator[Pass]:
    """By policy, the files in which it gave this answer."""
    runs: dict[str, list[PolicyRun]] = {}
    for run in report.runs:
        if run.status is status:
            runs.setdefault(run.policy.id, []).append(run)
    for id_, alike in runs.items():
        policy = alike[0].policy
        looks = tuple(_look(run) for run in alike)
        yield Pass(policy=id_, title=prose(policy.title), severity=policy.severity.label, looks=looks)


def _look(run: PolicyRun) -> Look:
    return Look(file=slashed(run.document.file), checked=run.checked[:_MOST_ADDRESSES], number=len(run.checked))
