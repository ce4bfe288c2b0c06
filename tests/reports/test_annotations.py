"""Annotations of GitHub and issues of Azure DevOps: few have room, and the most severe get it."""

from __future__ import annotations

import pytest

from checker.model import Location, Severity
from tests.reports.ci_systems import Command, azure_commands, github_commands
from tests.reports.consumers import rendered
from tests.unit import reporter_reports as reports


def test_github_shows_a_finding_at_its_place() -> None:
    commands = github_commands(rendered("github", reports.ALL))
    assert commands[3] == Command(
        "error",
        {"title": "HIGH DBX-JOB-001 Production job runs as a person", "file": "jobs.tf", "line": "31", "col": "3"},
        "databricks_job.nightly run_as[0].user_name: runs as `jane.doe@example.com`, wanted a service principal\n"
        "waiver expired: The vendor's export needs a named account until it speaks OAuth. "
        "(jane.doe@example.com, until 2026-10-31)\n"
        "fix: Set run_as { service_principal_name }.",
    )


def test_azure_shows_a_finding_at_its_place() -> None:
    commands = azure_commands(rendered("azure", reports.ALL))
    assert commands[3].properties == {
        "type": "error",
        "sourcepath": "jobs.tf",
        "linenumber": "31",
        "columnnumber": "3",
    }
    assert commands[3].data.startswith("HIGH DBX-JOB-001 Production job runs as a person: databricks_job.nightly ")


@pytest.mark.parametrize(("form", "commands"), [("github", github_commands), ("azure", azure_commands)])
def test_what_could_not_be_looked_at_comes_first_and_waived_findings_not_at_all(form, commands) -> None:
    found = commands(rendered(form, reports.ALL))
    assert len(found) == 9
    assert reports.PROBLEM.message in found[0].data
    assert "eval_conflict_error" in found[1].data
    assert not any("backfill_eu" in command.data for command in found)


@pytest.mark.parametrize("form", ["github", "azure"])
def test_a_line_that_is_not_known_is_not_made_up(form: str) -> None:
    text = rendered(form, reports.UNDECIDED)
    assert "line" not in text.split("Experiment")[0]


@pytest.mark.parametrize(
    ("form", "commands", "levels"),
    [
        ("github", github_commands, {"error": 10, "warning": 10, "notice": 10}),
        ("azure", azure_commands, {"error": 10, "warning": 10}),
    ],
)
def test_ten_of_a_level_are_shown_the_most_severe_and_the_log_tells_how_many_more(form, commands, levels) -> None:
    text = rendered(form, reports.many(100))
    found = commands(text)
    told = [command.properties.get("type", command.name) for command in found]
    assert {level: told.count(level) for level in told} == levels
    assert all("CRITICAL" in f"{each.properties}{each.data}" for each in found[:10])
    assert "30 more errors without an annotation" in text
    assert (
        text.splitlines()[-1]
        == "100 findings (20 critical, 20 high, 20 medium, 20 low, 20 info) in 1 file; 0 policies passed"
    )


def test_the_last_line_says_when_the_check_is_not_complete() -> None:
    for form in ("github", "azure"):
        assert rendered(form, reports.UNREADABLE).splitlines()[-1] == "CHECK INCOMPLETE: 1 problem"


def test_separators_in_names_stay_names() -> None:
    finding = reports.finding(
        reports.OWNER, "a.b", "", "100 %", severity=Severity.HIGH, location=Location(file="a,b:c;d]e%.tf", line=2)
    )
    report = reports.report((reports.PLAN_DOCUMENT,), (reports.run(reports.OWNER, reports.PLAN_DOCUMENT, finding),))
    (github,) = github_commands(rendered("github", report))
    (azure,) = azure_commands(rendered("azure", report))
    assert (github.properties["file"], azure.properties["sourcepath"]) == ("a,b:c;d]e%.tf", "a,b:c;d]e%.tf")
    assert "a.b: 100 %" in github.data
    assert "a.b: 100 %" in azure.data
