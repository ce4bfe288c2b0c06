"""How much was looked at: a table with one line per document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Status
from checker.reporters.headline import counted
from checker.reporters.looking import runs_by_file, statuses
from checker.reporters.text.page import Ink
from checker.reporters.text.safe import safe
from checker.reporters.text.wrapping import cells

if TYPE_CHECKING:
    from checker.model import Document, PolicyRun, Report
    from checker.reporters.text.page import Page

_INDENT = 2
_GAP = 2
# Heading of the column, and the style of a number in it that is not 0.
_COLUMNS = {
    Status.PASSED: ("passed", "good"),
    Status.FAILED: ("failed", "bad"),
    Status.UNDECIDED: ("undecided", "warning"),
    Status.NOT_APPLICABLE: ("n/a", ""),
    Status.BROKEN: ("broken", "alarm"),
}
_HEADINGS = (*(heading for heading, _ in _COLUMNS.values()), "resources", "types")


def write_summary(page: Page, report: Report) -> None:
    """Show how many policies gave which answer about each document, and what they looked at."""
    if report.documents:
        _write_table(page, report)
    else:
        page.write(Ink("No file could be read.", "bad"), indent=_INDENT)
    if report.uncovered_types:
        page.gap()
        page.write(
            Ink(f"No policy covers {counted(len(report.uncovered_types), 'resource type')}: ", "warning"),
            ", ".join(report.uncovered_types),
            indent=_INDENT,
            hang=2,
        )


def _write_table(page: Page, report: Report) -> None:
    runs = runs_by_file(report)
    numbers = sum(_GAP + len(heading) for heading in _HEADINGS)
    widest = max(cells(safe(_label(document))) for document in report.documents)
    column = max(min(widest, page.width - _INDENT - numbers), len("policies"))
    headings = "".join(f"{'':{_GAP}}{heading}" for heading in _HEADINGS)
    page.write_whole(Ink(f"{'':{_INDENT}}{'policies':{column}}{headings}", "faint"))
    for document in report.documents:
        _write_row(page, column, _label(document), _numbers(document, runs[document.file]))


def _label(document: Document) -> str:
    """A bundle is checked for one of its targets: which one must not be guessed by the reader."""
    return f"{document.file} ({document.target})" if document.kind == "bundle" and document.target else document.file


def _write_row(page: Page, column: int, file: str, numbers: list[Ink]) -> None:
    """A name wider than its column gets a line of its own above the numbers."""
    size = cells(safe(file))
    if size > column:
        page.write(file, indent=_INDENT, hang=2)
        file, size = "", 0
    page.write_whole(Ink(f"{'':{_INDENT}}{file}{'':{column - size}}"), *numbers)


def _numbers(document: Document, runs: list[PolicyRun]) -> list[Ink]:
    counts = statuses(runs)
    values = [(counts[status], role) for status, (_, role) in _COLUMNS.items()]
    values += [(len(document.resources), ""), (len(document.resource_types), "")]
    numbers: list[Ink] = []
    for heading, (number, role) in zip(_HEADINGS, values, strict=True):
        padding = " " * (_GAP + len(heading) - len(str(number)))
        numbers += [Ink(padding), Ink(str(number), role if number else "faint")]
    return numbers
