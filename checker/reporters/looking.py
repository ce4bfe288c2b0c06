"""What a report says about how well the checker could look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Document, Policy, PolicyRun, Problem, Report


def all_problems(report: Report) -> tuple[Problem, ...]:
    """Those of the report and of its documents, each once, in their order."""
    own = (problem for document in report.documents for problem in document.problems)
    return tuple(dict.fromkeys((*report.problems, *own)))


def is_complete(report: Report) -> bool:
    """Whether the checker could look at everything, the documents' own problems counted in."""
    return report.is_complete and not all_problems(report)


def policies_of(report: Report) -> list[Policy]:
    """Every policy that has a run, once, by id."""
    by_id = {run.policy.id: run.policy for run in report.runs}
    return [by_id[name] for name in sorted(by_id)]


def all_notes(report: Report) -> tuple[Problem, ...]:
    """What was not looked at though nothing is wrong, each once."""
    own = (note for document in report.documents for note in document.notes)
    return tuple(dict.fromkeys((*report.notes, *own)))


def broken_runs(report: Report) -> tuple[PolicyRun, ...]:
    """The policies that did not answer."""
    return tuple(run for run in report.runs if run.status is Status.BROKEN)


def statuses(runs: Iterable[PolicyRun]) -> dict[Status, int]:
    """How often each status occurs; all five are there, also those that do not occur."""
    counts = dict.fromkeys(Status, 0)
    for run in runs:
        counts[run.status] += 1
    return counts


def runs_by_file(report: Report) -> dict[str, list[PolicyRun]]:
    """The runs about each document, in the documents' order; a document without any is there too."""
    runs: dict[str, list[PolicyRun]] = {document.file: [] for document in report.documents}
    for run in report.runs:
        runs.setdefault(run.document.file, []).append(run)
    return runs


def types_of(documents: Iterable[Document]) -> frozenset[str]:
    """The resource types of several documents together."""
    return frozenset[str]().union(*(document.resource_types for document in documents))
