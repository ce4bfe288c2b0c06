"""CSV and XLSX hold the same rows, and no cell is a formula."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from checker.reporters import RenderOptions, reporter
from checker.reporters.rows import COLUMNS
from tests.reports.consumers import read_csv, read_xlsx, rendered
from tests.unit import reporter_reports as reports


def workbook(report):
    return read_xlsx(reporter("xlsx")(report, RenderOptions()))


def test_a_row_for_each_finding_for_each_policy_without_any_and_for_each_problem() -> None:
    rows = read_csv(rendered("csv", reports.ALL))
    assert Counter(row["result"] for row in rows) == {
        "FAILED": 6,
        "UNDECIDED": 1,
        "WAIVED": 1,
        "PASSED": 2,
        "NOT_APPLICABLE": 2,
        "BROKEN": 1,
        "PROBLEM": 1,
    }


def test_a_row_says_what_is_known_and_leaves_empty_what_is_not() -> None:
    rows = {(row["policy"], row["resource"]): row for row in read_csv(rendered("csv", reports.ALL))}
    waived = rows["DBX-JOB-012", "databricks_job.backfill_eu"]
    assert (waived["waiver reason"], waived["waiver expires"]) == (reports.WAIVER.reason, "2027-01-31")
    assert (waived["file"], waived["line"], waived["column"]) == ("jobs.tf", "3", "3")
    grants = rows["DBX-ML-001", 'module.models.databricks_grants.registered_model["churn"]']
    assert (grants["line"], grants["pointer"]) == ("", "/resource_changes/3")
    assert grants["controls"] == "nist-800-53 AC-3 (awaits review); nist-800-53 AC-6 (awaits review)"


@pytest.mark.parametrize("name", reports.REPORTS)
def test_the_workbook_has_the_rows_of_the_csv(name: str) -> None:
    rows = [list(row.values()) for row in read_csv(rendered("csv", reports.REPORTS[name]))]
    assert workbook(reports.REPORTS[name])["Results"] == [list(COLUMNS), *rows]


def test_the_workbook_says_the_verdict_and_describes_the_policies() -> None:
    sheets = workbook(reports.ALL)
    assert list(sheets) == ["Summary", "Results", "Policies"]
    assert ["CHECK INCOMPLETE", "1 problem, 1 policy broken"] in sheets["Summary"]
    assert [line[0] for line in sheets["Policies"][1:]] == sorted({run.policy.id for run in reports.ALL.runs})


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"]  # noqa: RUF001 - a formula too


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_begins_like_a_formula_is_text(formula: str) -> None:
    finding = reports.finding(reports.OWNER, formula, "", formula)
    report = reports.report((reports.PLAN_DOCUMENT,), (reports.run(reports.OWNER, reports.PLAN_DOCUMENT, finding),))
    (row,) = read_csv(rendered("csv", report))
    assert row["resource"] == row["message"] == f"'{formula}"
    assert formula in workbook(report)["Results"][1]  # Excel keeps the apostrophe out of the value


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    finding = reports.finding(reports.OWNER, "a.b", "", "x" * 40_000)
    report = reports.report((reports.PLAN_DOCUMENT,), (reports.run(reports.OWNER, reports.PLAN_DOCUMENT, finding),))
    message = workbook(report)["Results"][1][COLUMNS.index("message")]
    assert len(message) == 32_767
    assert message.endswith(" … (cut)")


def test_without_its_library_xlsx_says_how_to_install_it() -> None:
    program = (
        "import sys\nsys.modules['xlsxwriter'] = None\n"
        "from checker.cli import main\nsys.argv = ['tfcheck', 'plan.json', '--format', 'xlsx=report.xlsx']\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "tfcheck: the format xlsx needs XlsxWriter\nhint: python -m pip install 'tfcheck[xlsx]'\n"
