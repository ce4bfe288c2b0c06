"""The report for programs says everything, in the published form."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from checker.model import Location, Report
from checker.reporters import RenderOptions, reporter
from tests.unit import reporter_reports as reports

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas/output/report.json").read_text(encoding="utf-8"))


def rendered(report: Report) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(reporter("json")(report, RenderOptions()))
    return tree


def violations(tree: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    return [error.json_path for error in validator.iter_errors(tree)]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", reports.REPORTS)
def test_every_report_is_valid(name: str) -> None:
    assert violations(rendered(reports.REPORTS[name])) == []


def test_every_object_is_closed() -> None:
    tree = rendered(reports.ALL)
    waived = tree["runs"][3]["findings"][0]
    for place in (
        tree,
        tree["summary"],
        tree["documents"][0],
        tree["policies"][0],
        tree["runs"][0],
        tree["runs"][2]["problem"],
        waived,
        waived["waiver"],
        waived["location"],
    ):
        place["more"] = 1
        assert violations(tree)
        del place["more"]
    assert violations(tree) == []


def test_a_broken_run_must_say_why() -> None:
    tree = rendered(reports.BROKEN)
    tree["runs"][0]["problem"] = None
    assert violations(tree) == ["$.runs[0].problem"]


def test_a_finding_says_what_the_model_says() -> None:
    model = reports.RUN_AS, reports.PLAN_RUNS[1].findings[0]
    run = rendered(reports.ALL)["runs"][1]
    assert (run["policy"], run["document"], run["status"]) == ("DBX-JOB-001", reports.PLAN, "FAILED")
    assert run["checked"] == ["databricks_job.nightly"]
    assert run["findings"] == [
        {
            "address": "databricks_job.nightly",
            "path": "run_as[0].user_name",
            "message": "runs as `jane.doe@example.com`, wanted a service principal",
            "severity": "high",
            "decided": True,
            "fingerprint": model[1].fingerprint,
            "location": {"file": "jobs.tf", "line": 31, "column": 3, "pointer": ""},
            "waiver": None,
            "expired_waiver": {
                "policy": "DBX-JOB-001",
                "address": "databricks_job.nightly",
                "reason": "The vendor's export needs a named account until it speaks OAuth.",
                "owner": "jane.doe@example.com",
                "expires": "2026-10-31",
                "ticket": "",
                "location": None,
            },
        }
    ]


def test_the_summary_counts_every_finding_once() -> None:
    assert rendered(reports.ALL)["summary"] == {
        "complete": False,
        "documents": 2,
        "policies": 8,
        "resources": 10,
        "resource_types": 6,
        "runs": {"PASSED": 2, "FAILED": 4, "UNDECIDED": 1, "NOT_APPLICABLE": 2, "BROKEN": 1},
        "findings": {
            "open": {"critical": 1, "high": 4, "medium": 0, "low": 1, "info": 0},
            "undecided": 1,
            "waived": 1,
        },
    }


def test_a_problem_of_a_document_is_a_problem_of_the_check() -> None:
    partial = replace(reports.PLAN_DOCUMENT, problems=(reports.PROBLEM,))
    run = reports.run(reports.OWNER, partial, checked=("databricks_catalog.main",))
    alone = rendered(reports.report((partial,), (run,)))
    both = rendered(reports.report((partial,), (run,), problems=(reports.PROBLEM,)))
    assert alone == both
    assert [problem["message"] for problem in alone["problems"]] == [reports.PROBLEM.message]
    assert alone["summary"]["complete"] is False


@pytest.mark.parametrize(
    ("name", "complete"), [("clean", True), ("failed", True), ("broken", False), ("unreadable", False)]
)
def test_a_check_is_complete_when_everything_answered(name: str, *, complete: bool) -> None:
    assert rendered(reports.REPORTS[name])["summary"]["complete"] is complete


def test_an_undecided_finding_that_is_waived_counts_as_waived() -> None:
    found = reports.finding(reports.OWNER, "a.b", "", "may be wrong", decided=False, waiver=reports.WAIVER)
    run = reports.run(reports.OWNER, reports.PLAN_DOCUMENT, found)
    findings = rendered(reports.report((reports.PLAN_DOCUMENT,), (run,)))["summary"]["findings"]
    assert (findings["undecided"], findings["waived"]) == (0, 1)


def test_times_have_a_zone() -> None:
    started = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    assert rendered(replace(reports.CLEAN, started=started))["started"] == "2026-11-23T09:30:00+01:00"


def test_options_do_not_change_what_a_program_reads() -> None:
    render = reporter("json")
    other = RenderOptions(width=10, colour=True, verbose=-1, hyperlinks=True)
    assert render(reports.ALL, RenderOptions()) == render(reports.ALL, other)


def test_policies_are_sorted_whatever_the_order_of_runs() -> None:
    runs = list(reports.ALL.runs)
    random.Random(4).shuffle(runs)
    shuffled = rendered(replace(reports.ALL, runs=tuple(runs)))
    for key in ("summary", "documents", "policies", "problems"):
        assert shuffled[key] == rendered(reports.ALL)[key]


HOSTILE = 'a\x1b[31m\x9b2J\u202eb\u2028c\x7f"\\\U000e0041é漢'


def test_nothing_that_a_terminal_obeys_is_written_raw_and_nothing_is_lost() -> None:
    bad = reports.finding(reports.OWNER, HOSTILE, "", HOSTILE)
    text = reporter("json")(
        reports.report((reports.PLAN_DOCUMENT,), (reports.run(reports.OWNER, reports.PLAN_DOCUMENT, bad),)),
        RenderOptions(),
    )
    assert all(char.isprintable() or char == "\n" for char in text)
    assert json.loads(text)["runs"][0]["findings"][0]["message"] == HOSTILE


def test_a_file_name_that_is_not_utf_8_can_be_written() -> None:
    problem = replace(reports.PROBLEM, location=Location(file="pl\udce4n.json"))
    tree = rendered(reports.report((), (), problems=(problem,)))
    assert tree["problems"][0]["location"]["file"] == "pl\\udce4n.json"
    assert violations(tree) == []


def test_paths_have_slashes_where_the_system_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sep", "\\")
    problem = replace(reports.PROBLEM, location=Location(file="envs\\dev\\plan.json"))
    tree = rendered(reports.report((), (), problems=(problem,)))
    assert tree["problems"][0]["location"]["file"] == "envs/dev/plan.json"
