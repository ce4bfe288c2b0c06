"""The charts of an audit report: answers and findings, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.model import Severity, Status
from checker.reporters.audit.bars import Series, bars
from checker.reporters.audit.colours import of_severity, of_status
from checker.reporters.audit.contents import Chart
from checker.reporters.headline import open_severities, worst_answers
from checker.reporters.looking import policies_of
from checker.reporters.standing import Standing, found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.model import Report
    from checker.reporters.audit.contents import FrameworkAnswer
    from checker.reporters.options import PastCheck

_MOST_BARS = 10
_WORDS = {
    Status.PASSED: "passed",
    Status.FAILED: "failed",
    Status.UNDECIDED: "undecided",
    Status.BROKEN: "broken",
    Status.NOT_APPLICABLE: "nothing to look at",
}
_NO_POLICY = "no policy"
_SEVERITIES = sorted(Severity, reverse=True)


def charts(
    report: Report,
    frameworks: Iterable[FrameworkAnswer],
    colours: Mapping[str, str],
    history: Sequence[PastCheck] = (),
) -> Iterator[Chart]:
    """Those that have something to show; `history`: earlier checks, the oldest first."""
    if report.runs:
        yield _by_severity(report, colours)
    if history:
        yield _over_time(report, history, colours)
    if any(frameworks := tuple(frameworks)):
        yield _by_framework(frameworks, colours)
    by_type = _open_by_type(report)
    if by_type:
        yield _of_findings("Open findings by resource type", by_type, colours)
    by_control = _open_by_control(report)
    if by_control:
        yield _of_findings("Open findings by control", by_control, colours)


def _by_severity(report: Report, colours: Mapping[str, str]) -> Chart:
    answers = worst_answers(report)
    counts = Counter((policy.severity, answers[policy.id]) for policy in policies_of(report))
    rows = [severity for severity in _SEVERITIES if any(counts[severity, status] for status in Status)]
    series = [
        Series(name=word, colour=of_status(status), numbers=tuple(counts[severity, status] for severity in rows))
        for status, word in _WORDS.items()
    ]
    return _chart(
        "Answers by severity",
        "Policies by the worst answer that each gave.",
        [severity.label for severity in rows],
        series,
        colours,
    )


def _by_framework(frameworks: tuple[FrameworkAnswer, ...], colours: Mapping[str, str]) -> Chart:
    counts = [Counter(answer.status for answer in each.covered) for each in frameworks]
    series = [
        Series(name=word, colour=of_status(status), numbers=tuple(count[status.value] for count in counts))
        for status, word in _WORDS.items()
    ]
    series.append(Series(name=_NO_POLICY, colour="none", numbers=tuple(len(each.uncovered) for each in frameworks)))
    labels = [each.name for each in frameworks]
    note = "Controls by the worst answer of the policies of this check that serve them; shares of all controls."
    return _chart("Controls by framework", note, labels, series, colours, shares=True)


def _open_by_type(report: Report) -> dict[str, Counter[Severity]]:
    types = {document.file: {each.address: each.type for each in document.resources} for document in report.documents}
    counts: dict[str, Counter[Severity]] = {}
    for each in found(report):
        if each.standing is Standing.OPEN:
            type_ = types.get(each.run.document.file, {}).get(each.finding.address, "the file itself")
            counts.setdefault(type_, Counter())[each.finding.severity] += 1
    return counts


def _open_by_control(report: Report) -> dict[str, Counter[Severity]]:
    counts: dict[str, Counter[Severity]] = {}
    for each in found(report):
        if each.standing is Standing.OPEN:
            for framework, ids in each.run.policy.controls.items():
                for id_ in ids:
                    counts.setdefault(f"{framework} {id_}", Counter())[each.finding.severity] += 1
    return counts


def _over_time(report: Report, history: Sequence[PastCheck], colours: Mapping[str, str]) -> Chart:
    """What each earlier check left open, and this one at the end; days and hours are those of UTC."""
    shown = history[-_MOST_BARS:]
    labels = [*(f"{past.started:%Y-%m-%d %H:%M}" for past in shown), "this check"]
    note = f"The latest {_MOST_BARS} of {len(history)} earlier checks." if len(history) > _MOST_BARS else ""
    series = _series([*(Counter(past.open) for past in shown), open_severities(report)])
    return _chart("Open findings over time", note, labels, series, colours)


def _of_findings(title: str, counts: Mapping[str, Counter[Severity]], colours: Mapping[str, str]) -> Chart:
    order = sorted(counts, key=lambda name: (-counts[name].total(), name))
    shown = order[:_MOST_BARS]
    note = f"The {_MOST_BARS} with the most of {len(order)}." if len(order) > _MOST_BARS else ""
    return _chart(title, note, shown, _series([counts[name] for name in shown]), colours)


def _series(rows: Sequence[Counter[Severity]]) -> list[Series]:
    """A part of each row for every severity, the most severe first."""
    return [
        Series(name=severity.label, colour=of_severity(severity), numbers=tuple(row[severity] for row in rows))
        for severity in _SEVERITIES
    ]


def _chart(
    title: str,
    note: str,
    labels: list[str],
    series: list[Series],
    colours: Mapping[str, str],
    *,
    shares: bool = False,
) -> Chart:
    used = [each for each in series if any(each.numbers)]
    return Chart(
        title=title,
        note=note,
        legend=tuple((each.name, each.colour) for each in used),
        svg=bars(title, labels, used, colours, shares=shares),
        columns=("", *(each.name for each in used)),
        rows=tuple((label, *(str(each.numbers[row]) for each in used)) for row, label in enumerate(labels)),
    )
