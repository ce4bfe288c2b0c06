"""The report for people shows everything, and obeys nothing that it shows."""

from __future__ import annotations

import random
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.model import Finding, Report, Severity
from checker.reporters import RenderOptions, reporter
from checker.reporters.text.safe import safe
from checker.reporters.text.wrapping import cells, wrap
from tests.unit import reporter_reports as reports


def text(report: Report, **options: Any) -> str:
    return reporter("text")(report, RenderOptions(**options))


def of(*findings: Finding) -> Report:
    return reports.report((reports.PLAN_DOCUMENT,), (reports.run(reports.OWNER, reports.PLAN_DOCUMENT, *findings),))


def about(address: str, message: str = "is wrong", path: str = "", **more: Any) -> Finding:
    return reports.finding(reports.OWNER, address, path, message, **more)


def squeezed(report: str) -> str:
    """Without spaces and line ends, so that what was wrapped can be found."""
    return re.sub(r"\s", "", report)


@pytest.mark.parametrize("width", [30, 48, 80, 200])
def test_nothing_is_cut_off(width: int) -> None:
    shown = squeezed(text(reports.ALL, width=width, verbose=1))
    for run in reports.ALL.runs:
        words = [run.policy.id, *run.checked, *(found.path for found in run.findings)]
        words += [found.message for found in run.findings if found.waiver is None]
        for word in words if run.checked or run.problem else []:
            assert squeezed(word) in shown
    assert "…" not in shown


def test_no_line_but_the_verdict_is_wider_than_the_page() -> None:
    lines = text(reports.ALL, verbose=1).splitlines()
    assert [line for line in lines[:-2] if cells(line) > 80] == []


def test_colour_adds_nothing_but_colour() -> None:
    coloured = text(reports.ALL, colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == text(reports.ALL)
    assert coloured != text(reports.ALL)


def test_a_policy_id_leads_to_its_reference() -> None:
    link = reports.MODEL_GRANTS.references[0]
    linked = f"\x1b]8;;{link}\x1b\\DBX-ML-001\x1b]8;;\x1b\\"
    assert linked in text(reports.FAILED, hyperlinks=True)
    assert "\x1b" not in text(reports.FAILED)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://x\x1b\\evil", "https://a b", "file:///etc/passwd"])
def test_what_is_no_web_address_becomes_no_link(link: str) -> None:
    linked = replace(reports.OWNER, references=(link,))
    run = reports.run(linked, reports.PLAN_DOCUMENT, about("a.b"))
    assert "\x1b" not in text(reports.report((reports.PLAN_DOCUMENT,), (run,)), hyperlinks=True, verbose=1)


def test_the_order_of_runs_does_not_matter() -> None:
    runs = list(reports.ALL.runs)
    random.Random(4).shuffle(runs)
    shown = text(replace(reports.ALL, runs=tuple(runs)))
    assert shown == text(reports.ALL)


def test_the_most_severe_comes_first() -> None:
    report = text(reports.many(5))
    places = [report.index(f"  {severity.label.upper()}  ") for severity in reversed(Severity)]
    assert places == sorted(places)


def test_instances_with_the_same_finding_stand_together() -> None:
    findings = [about(f'module.m["{key}"].a.b[{number}]') for key in ("x", "y.z[0]", 'q\\"]') for number in range(2)]
    shown = text(of(*findings, about("a.other")))
    assert shown.count("is wrong") == 2
    assert all(found.address in shown for found in findings)


def test_a_place_that_instances_share_is_said_once() -> None:
    where = reports.RUN_AS.location
    assert text(of(about("a.b[0]", location=where), about("a.b[1]", location=where))).count(str(where)) == 1


def test_instances_with_different_values_stand_apart() -> None:
    assert text(of(about("a.b[0]", "is 1"), about("a.b[1]", "is 2"))).count("      is ") == 2


def test_remediation_is_said_once_per_policy() -> None:
    assert text(of(*(about(f"a.b{number}", f"is {number}") for number in range(9)))).count("fix: ") == 1


def test_quiet_leaves_findings_problems_and_verdict() -> None:
    shown = text(reports.ALL, verbose=-1)
    headings = [line for line in shown.splitlines() if line and not line.startswith(" ")]
    assert headings == [
        "Findings in environments/prod/plan.json",
        "Findings in terraform.tfstate",
        "Could not check",
        "6 findings (1 critical, 4 high, 1 low) in 2 files; 1 policy passed; 1 undecided; 1 waived",
        "CHECK INCOMPLETE: 1 problem, 1 policy broken",
    ]


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("clean", "No findings in 1 file; 1 policy passed"),
        ("failed", "3 findings (3 high) in 1 file; 1 policy passed"),
        ("undecided", "No findings in 1 file; 1 policy passed; 1 undecided"),
        ("not-applicable", "No findings in 1 file; 0 policies passed; 1 not applicable"),
        ("broken", "CHECK INCOMPLETE: 1 policy broken"),
        ("unreadable", "CHECK INCOMPLETE: 1 problem"),
    ],
)
def test_the_last_line_is_the_verdict(name: str, verdict: str) -> None:
    assert text(reports.REPORTS[name]).splitlines()[-1] == verdict


def test_a_check_of_nothing_is_not_complete() -> None:
    assert text(reports.report((), ())).splitlines()[-1] == "CHECK INCOMPLETE: nothing was checked"


def test_a_policy_that_passed_one_file_and_failed_another_did_not_pass() -> None:
    passed = reports.run(reports.OWNER, reports.PLAN_DOCUMENT, checked=("a.b",))
    failed = reports.run(reports.OWNER, reports.STATE_DOCUMENT, about("a.b"))
    report = reports.report((reports.PLAN_DOCUMENT, reports.STATE_DOCUMENT), (passed, failed))
    assert text(report).splitlines()[-1] == "1 finding (1 medium) in 1 file; 0 policies passed"


def test_an_undecided_finding_that_is_waived_is_shown_as_waived() -> None:
    shown = text(of(about("a.b", decided=False, waiver=reports.WAIVER)))
    assert "Undecided" not in shown
    assert "OPS-118" in shown


def test_an_expired_waiver_stands_with_the_finding_it_no_longer_covers() -> None:
    expired = replace(reports.WAIVER, expires=date(2026, 1, 1), reason="Old.")
    assert "waiver expired: Old. (ml-platform@example.com, until 2026-01-01, OPS-118," in text(
        of(about("a.b", expired_waiver=expired))
    )


def test_what_an_engine_says_in_several_lines_stays_readable() -> None:
    broken = replace(reports.PROBLEM, message="error: no\n  | 3 | x := 1\n  |     ^\n")
    shown = text(reports.report((), (), problems=(broken,)))
    assert "\n    error: no\n      | 3 | x := 1\n      |     ^\n    hint: " in shown


def test_what_people_wrote_over_several_lines_is_one_paragraph() -> None:
    waiver = replace(reports.WAIVER, reason="Goes\n  away.\n")
    remediation = replace(reports.OWNER, remediation="Set owner\nto a group.\n")
    runs = (
        reports.run(remediation, reports.PLAN_DOCUMENT, about("a.b")),
        reports.run(reports.RUN_AS, reports.PLAN_DOCUMENT, about("a.c", waiver=waiver)),
    )
    shown = text(reports.report((reports.PLAN_DOCUMENT,), runs))
    assert "fix: Set owner to a group.\n" in shown
    assert "Goes away. (" in shown


HOSTILE = [
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "a\nCHECK PASSED",
    "a\rb\tc\x00\x7f",
    "admin\u202eresu\u2066x\u200bz\ufeff",
    "\u2028\u2029\x85",
    "\udce4",
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
@pytest.mark.parametrize("options", [{}, {"verbose": 1}], ids=["plain", "verbose"])
def test_text_from_outside_is_never_obeyed(hostile: str, options: dict[str, int]) -> None:
    document = replace(reports.PLAN_DOCUMENT, file=hostile)
    policy = replace(reports.OWNER, title=hostile, remediation=hostile, references=(hostile,), deprecated=hostile)
    waiver = replace(reports.WAIVER, reason=hostile, owner=hostile, ticket=hostile, policy=hostile)
    findings = (
        about(hostile, hostile, hostile, location=reports.at(hostile, hostile), expired_waiver=waiver),
        about(hostile, hostile, waiver=waiver),
        about(hostile, hostile, decided=False),
    )
    problem = replace(reports.PROBLEM, stage=hostile, message=hostile, hint=hostile)
    report = reports.report(
        (document,),
        (
            reports.run(policy, document, *findings),
            reports.run(reports.RUN_AS, document, problem=problem),
            reports.run(reports.TIMEOUT, document, checked=(hostile,)),
        ),
        problems=(problem,),
        unused=(waiver,),
        uncovered=(hostile,),
    )
    shown = text(report, **options)
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert "CHECK PASSED" not in shown.splitlines()


def test_markup_stays_text() -> None:
    assert "[bold red]x[/] :smile: [link=https://a]b[/link]" in text(
        of(about("[bold red]x[/] :smile: [link=https://a]b[/link]"))
    )


@pytest.mark.parametrize(
    "command",
    [
        "::set-env name=PATH::/tmp",
        "::error file=a::b",
        "::add-mask::x",
        "##[group]x",
        "##vso[task.setvariable variable=a]b",
        "##teamcity[x]",
        "###[debug]",
    ],
)
def test_commands_to_the_pipeline_are_defused(command: str) -> None:
    shown = text(of(about("a.b", command)))
    assert not re.search(r"##\w*\[|^\s*::", shown, re.MULTILINE)


@pytest.mark.parametrize("value", ["fe80::a1", "::/0", "::1", "a::", "# heading", "C# [x]"])
def test_values_that_only_look_like_commands_stay(value: str) -> None:
    assert safe(value) == value


@pytest.mark.parametrize(("value", "size"), [("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("漢字", 4), ("🚀", 2)])
def test_width_is_that_of_a_terminal(value: str, size: int) -> None:
    assert cells(value) == size


@example("\x1f\x08", 6, 1)
@example(" 0", 1, 1)
@given(st.text(), st.integers(1, 40), st.integers(1, 40))
def test_wrapping_loses_spaces_between_lines_and_nothing_else(text: str, first: int, rest: int) -> None:
    shown = safe(text)
    lines = [shown[start:end] for start, end in wrap(shown, first, rest)]
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
    widest = max(map(cells, shown), default=0)
    assert all(
        cells(line) <= max(limit, widest) for line, limit in zip(lines, [first, *[rest] * len(lines)], strict=False)
    )


@given(addresses=st.lists(st.text(min_size=1), min_size=1, max_size=5), is_decided=st.booleans())
def test_every_address_is_shown(addresses: list[str], *, is_decided: bool) -> None:
    shown = squeezed(text(of(*(about(address, decided=is_decided) for address in addresses))))
    assert all(squeezed(safe(address)) in shown for address in addresses)
