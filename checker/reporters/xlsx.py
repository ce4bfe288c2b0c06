"""Renders a report as an Excel workbook."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any

from checker.errors import UsageError
from checker.frameworks import controls_in_words
from checker.reporters.csv import FORMULA, shown
from checker.reporters.headline import headline, trouble
from checker.reporters.looking import policies_of
from checker.reporters.rows import COLUMNS, rows

try:
    import xlsxwriter
except ImportError as missing:
    raise UsageError("the format xlsx needs XlsxWriter", "python -m pip install 'tfcheck[xlsx]'") from missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Report
    from checker.reporters.options import RenderOptions

# What Excel takes: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
_MOST_CHARACTERS = 32_767
_MOST_ROWS = 1_048_576
_WIDTHS = {"title": 40, "resource": 45, "message": 70, "document": 30, "file": 30, "remediation": 50, "attribute": 30}
_POLICY_COLUMNS = ("policy", "severity", "title", "description", "remediation", "controls", "references")
_CUT = " … (cut)"


def render(report: Report, _options: RenderOptions) -> bytes:
    """A sheet each for the verdict, the results and the policies. All cells are text: none is a formula."""
    out = BytesIO()
    # No temporary files, and no time but the report's: the same report gives the same bytes.
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"title": "tfcheck", "created": report.started.astimezone(UTC).replace(tzinfo=None)})
        styles = {
            "heading": book.add_format({"bold": True, "bottom": 1}),
            "text": book.add_format({"valign": "top", "text_wrap": True}),
            "quoted": book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True}),
        }
        _write(book, "Summary", ("fact", "value"), _summary(report), styles)
        results = ([row.get(column, "") for column in COLUMNS] for row in rows(report))
        _write(book, "Results", COLUMNS, results, styles)
        _write(book, "Policies", _POLICY_COLUMNS, _policies(report), styles)
    return out.getvalue()


def _write(
    book: Any, name: str, columns: Sequence[str], lines: Iterable[Sequence[str]], styles: dict[str, Any]
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, _WIDTHS.get(column, 16))
        sheet.write_string(0, number, column, styles["heading"])
    last = 0
    for last, line in enumerate(lines, start=1):
        if last == _MOST_ROWS - 1:
            sheet.write_string(last, 0, "more rows have no room in a sheet; the format csv has all", styles["text"])
            break
        for number, text in enumerate(line):
            _write_cell(sheet, last, number, text, styles)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})  # on purpose; Excel would mark each


def _write_cell(sheet: Any, row: int, column: int, text: str, styles: dict[str, Any]) -> None:
    """As text even when somebody edits the cell: with `quote_prefix`, which shows no apostrophe."""
    line = shown(text)
    if len(line) > _MOST_CHARACTERS:
        line = line[: _MOST_CHARACTERS - len(_CUT)] + _CUT
    if line:
        sheet.write_string(row, column, line, styles["quoted" if line.startswith(FORMULA) else "text"])


def _summary(report: Report) -> Iterator[tuple[str, str]]:
    yield "verdict", headline(report)
    missing = trouble(report)
    if missing:
        yield "CHECK INCOMPLETE", missing
    yield "started", report.started.isoformat()
    yield "tfcheck", report.version
    yield "engine", report.engine
    yield "policy digest", report.policy_digest
    for document in report.documents:
        facts = [document.kind, document.terraform_version and f"Terraform {document.terraform_version}"]
        facts += [document.target and f"target {document.target}", f"{len(document.resources)} resources"]
        yield document.file, ", ".join(fact for fact in facts if fact)
    yield "types without policies", ", ".join(report.uncovered_types)


def _policies(report: Report) -> Iterator[tuple[str, ...]]:
    for policy in policies_of(report):
        yield (
            policy.id,
            policy.severity.label,
            policy.title,
            policy.description,
            policy.remediation,
            controls_in_words(policy.controls),
            "\n".join(policy.references),
        )
