"""Renders a report as CSV (RFC 4180), for spreadsheets and scripts."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from checker.reporters.rows import COLUMNS, rows
from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.options import RenderOptions

# What spreadsheets take for a formula, which could read other cells, or start a program.
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - the wide forms count too


def render(report: Report, _options: RenderOptions) -> str:
    """A heading and the rows; a cell that begins like a formula begins with an apostrophe instead."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows(report):
        writer.writerow([_cell(row.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def _cell(text: str) -> str:
    line = shown(text)
    return f"'{line}" if line.startswith(FORMULA) else line


def shown(text: str) -> str:
    """Nothing in it that a terminal or a spreadsheet would act upon or hide; lines stay lines."""
    return "\n".join(map(safe, text.splitlines()))
