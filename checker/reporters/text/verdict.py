"""What the last line says: the verdict in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Status
from checker.reporters.headline import answers, headline, trouble
from checker.reporters.looking import all_problems
from checker.reporters.text.page import Ink

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.text.page import Page


def write_verdict(page: Page, report: Report) -> None:
    """Show what was found and what passed; if the checker could not look, that is the last word."""
    page.write_whole(Ink(headline(report), _role(report)))
    missing = trouble(report)
    if missing:
        page.write_whole(Ink("CHECK INCOMPLETE", "alarm"), Ink(f": {missing}", "bad"))


def _role(report: Report) -> str:
    by_status = answers(report)
    nothing = not report.runs and not report.is_idle
    if nothing or by_status[Status.FAILED] or by_status[Status.BROKEN] or all_problems(report):
        return "bad"
    return "good" if by_status[Status.PASSED] and not by_status[Status.UNDECIDED] else "warning"
