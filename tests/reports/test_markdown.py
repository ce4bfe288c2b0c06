"""Markdown for a pull request: short, folded up, found again by its first line."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from checker.reporters.markdown.escape import code, text
from tests.reports.consumers import read_markdown, rendered
from tests.unit import reporter_reports as reports

GITHUB_TAKES = {"markdown": 65_536, "github-summary": 1024 * 1024}


def test_the_first_line_is_the_same_in_every_report_on_the_same_files() -> None:
    first, second = (rendered("markdown", each).splitlines()[0] for each in (reports.CLEAN, reports.FAILED))
    other = rendered("markdown", replace(reports.CLEAN, documents=(reports.STATE_DOCUMENT,))).splitlines()[0]
    assert first == second != other
    assert first.startswith("<!-- tfcheck:")


def test_the_summary_of_a_job_has_no_such_line() -> None:
    assert rendered("github-summary", reports.ALL).startswith("### tfcheck: 6 findings")


def test_an_incomplete_check_says_so_at_the_top() -> None:
    lines = rendered("markdown", reports.UNREADABLE).splitlines()
    assert lines[4] == "**CHECK INCOMPLETE:** 1 problem. No findings does not mean compliant here."


def test_everything_is_there() -> None:
    shown = rendered("markdown", reports.ALL)
    for finding in reports.ALL.findings:
        assert f"`{finding.address}`" in shown
    for word in (reports.PROBLEM.message, "eval_conflict_error", "OPS-118", "2026-10-31", "DBX-UC-*"):
        assert word in shown


def test_groups_fold_up_and_what_could_not_be_checked_does_not() -> None:
    html = read_markdown(rendered("markdown", reports.ALL))
    assert html.count("<details>") == html.count("</details>") - 1 == 7
    assert html.count("<details open><summary><b>Could not check</b></summary>") == 1
    assert html.index("<b>CRITICAL</b>") < html.index("<b>HIGH</b>") < html.index("<b>UNDECIDED</b>")


@pytest.mark.parametrize(("form", "most"), GITHUB_TAKES.items())
def test_a_report_that_has_no_room_is_cut_from_the_least_severe_and_says_so(form: str, most: int) -> None:
    shown = rendered(form, reports.many(20_000))
    assert len(shown.encode()) <= most
    assert "**Not shown, for there is no room: " in shown
    assert "<b>CRITICAL</b>" in shown
    assert "<b>INFO</b>" not in shown
    read_markdown(shown)


def test_code_in_messages_stays_code_and_all_else_is_text() -> None:
    assert text("`account users` has *all* <b>") == r"`account users` has \*all\* \<b\>"
    assert code("a`b``c") == "```a`b``c```"
    assert text("my_name_here at 10.0.0.1: x - y") == "my_name_here at 10.0.0.1: x - y"
