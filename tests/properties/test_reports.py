"""No report obeys, hides or tells what it must not, in any format."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import UTC, date, datetime
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.check import check
from checker.model import Change, Document, Finding, Location, Policy, Problem, Report, Resource, Severity, Waiver
from checker.reporters import BINARY, REPORTERS, RenderOptions, reporter
from checker.reporters.csv import FORMULA
from checker.settings import Settings
from tests.properties.test_secrets import TOKEN, planted, spellings
from tests.reading import kept, state
from tests.reports.ci_systems import azure_commands, github_commands
from tests.reports.consumers import CONSUMERS, read_csv, read_markdown, spoken_in_pdf
from tests.running import write_policy
from tests.unit import reporter_reports as reports

if TYPE_CHECKING:
    from pathlib import Path

EVIL = (
    "::set-output name=x::y",
    "a\n::error::b\r::warning::c",
    "##vso[task.setvariable variable=x]y",
    "x ##[group]y",
    "##teamcity[x]",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</code></details><b>&lt;i&gt;&amp;</b><!-- -->",
    "[x](javascript:alert(1)) ![y](https://evil.example/z.png) <https://evil.example>",
    "www.evil.example https://evil.example/a mailto:a@b.example",
    "@somebody and @org/team, #1, GH-2, !3, $4, %5, &6, ~seven, ^alert",
    "/close\n/assign @me",
    "`` ` ``` ~~~ `a` `b",
    "| a | b |\n|---|---|",
    "# x\n- y\n1. z\n> q\n***",
    "=cmd|' /C calc'!A0",
    "+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",  # noqa: RUF001 - a formula too
    'a","b\n"c',
    "]]><x/>&\"'",
    "\x00\x01\x08\x0b\x1b[31m\x7f\x9b2J",
    "\ud800 \udce4 \udfff",
    "\ufffe\uffff\U000e0041",
    "a\u202eb\u2066c\u2028d\u2029e\u00ade\ufefff",
    "1 ok # SKIP all\n1..0\nBail out!",
    "...\n---\n%YAML",
    "%0A%25%AZP25%3B",
    "",
    " ",
    "\udcff" * 250,
    "漢字 é ✓",
    "x" * 40_000,
)


def report_of(text: str) -> Report:
    """A report with this text wherever text can be."""
    place = Location(file=f"f{text}", line=3, column=4, pointer=f"/{text}")
    policy = Policy(
        id="OWN-1",
        package="own.policy",
        title=text,
        description=text,
        severity=Severity.HIGH,
        sets=("baseline",),
        resource_types=(text,),
        attributes=(text,),
        remediation=text,
        location=place,
        group=text,
        references=(text, f"https://example.com/{text}"),
        controls={"soc2": ("CC6.1",), "own": ("x",)},
        deprecated=text,
    )
    waiver = Waiver(
        policy="OWN-1", address=text, reason=text, owner=text, expires=date(2027, 1, 1), ticket=text, location=place
    )
    document = Document(
        kind="plan",
        file=f"d{text}",
        text=b"",
        resources=(Resource(address=text or "x", type=text, mode="managed", action="create"),),
        format_version=text,
        terraform_version=text,
        lineage=text,
        target=text,
        relations={text or "x": (f"{text}2",)},
    )
    findings = tuple(
        Finding(policy="OWN-1", severity=severity, address=text or "x", path=text, message=text, **more)
        for severity, more in (
            (Severity.HIGH, {"decided": True, "location": place, "change": Change(before=text, after=f"{text}2")}),
            (Severity.CRITICAL, {"decided": True, "expired_waiver": waiver}),
            (Severity.LOW, {"decided": False}),
            (Severity.LOW, {"decided": True, "waiver": waiver}),
        )
    )
    problem = Problem(stage="read", message=text, hint=text, location=place)
    return replace(
        reports.report((document,), (), problems=(problem,), unused=(waiver,), uncovered=(text,)),
        runs=(
            reports.run(policy, document, *findings),
            reports.run(replace(policy, id="OWN-2"), document, problem=problem),
            reports.run(replace(policy, id="OWN-3"), document, checked=(text,)),
        ),
        engine=f"e{text}",
    )


def everything(form: str, report: Report, **options: Any) -> str:
    """All that a format says, as text."""
    rendered = reporter(form)(report, RenderOptions(**options))
    if isinstance(rendered, str):
        return rendered
    if form == "pdf":
        spoken = [words for _, words in spoken_in_pdf(rendered)]
        return "\n".join([*CONSUMERS[form](rendered), *spoken])
    with zipfile.ZipFile(io.BytesIO(rendered)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


text = st.one_of(st.sampled_from(EVIL), st.text(max_size=40), st.lists(st.sampled_from(EVIL[:-1])).map(" ".join))


def with_evil_examples(test: Any) -> Any:
    for each in EVIL:
        test = example(value=each)(test)
    return test


@pytest.mark.parametrize("form", REPORTERS)
@settings(max_examples=25, deadline=None)
@with_evil_examples
@given(value=text)
def test_is_read_and_holds_nothing_that_is_obeyed_or_hidden(form: str, value: str) -> None:
    rendered = reporter(form)(report_of(value), RenderOptions())
    CONSUMERS[form](rendered)
    if isinstance(rendered, bytes):
        return
    rendered.encode()
    assert [char for char in set(rendered) if not char.isprintable() and char != "\n"] == []
    allowed_there = {"github": {"error", "notice"}, "azure": set()}
    assert {command.name for command in github_commands(rendered)} <= allowed_there.get(form, set())
    assert {command.name for command in azure_commands(rendered)} <= ({"task.logissue"} if form == "azure" else set())


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._inside += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "code"

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.texts.append(data)


TAGS = {"h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "details", "summary", "b"}
TAGS |= {"ul", "li", "br", "sub"}


@pytest.mark.parametrize("form", ["markdown", "github-summary"])
@settings(max_examples=50, deadline=None)
@with_evil_examples
@given(value=text)
def test_markdown_from_outside_is_text(form: str, value: str) -> None:
    page = _Tags()
    page.feed(read_markdown(everything(form, report_of(value))))
    page.close()
    assert page.tags <= TAGS
    assert page.attributes <= {"align", "open"}
    assert [found for each in page.texts for found in re.findall(r"@\w+|#\d+|!\d+", each)] == []


@settings(max_examples=50, deadline=None)
@with_evil_examples
@given(value=text)
def test_no_cell_is_a_formula(value: str) -> None:
    cells = [cell for row in read_csv(everything("csv", report_of(value))) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []


def test_a_policy_cannot_smuggle_commands_into_annotations() -> None:
    attack = "x\n::set-env name=a::b\r\n##[set-env name=a]b%0A::stop-commands::t"
    for form, commands in (("github", github_commands), ("azure", azure_commands)):
        found = commands(everything(form, report_of(attack)))
        assert len(found) == 5
        assert all("set-env" in command.data for command in found)


LOUD = """\
deny contains {"address": address, "path": sprintf("%v", [resource.values]), "message": sprintf("%v", [resource])} if {
	some type, address
	resource := input.resources[type][address]
}
undecided := set()
checked := {"x"}
"""


@cache
def settings_for(folder: Path) -> Settings:
    write_policy(folder / "own", rules=LOUD)
    return Settings(
        files=(str(folder / "plan.json"), str(folder / "terraform.tfstate")),
        started=datetime(2026, 11, 23, tzinfo=UTC),
        policy_dirs=(str(folder / "own"),),
        sets=("own", "baseline"),
        evidence=True,
    )


def state_with(secret: str) -> dict[str, Any]:
    attributes = {"string_value": secret, "nested": json.dumps({"a": secret})}
    marks = [[{"type": "get_attr", "value": "string_value"}]]
    return state(
        kept("databricks_secret", "marked", {"attributes": attributes, "sensitive_attributes": marks}),
        kept("databricks_job", "copy", {"a": secret, "b": [f"x{secret}x"]}),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("secrets")


@pytest.mark.parametrize("secret", [TOKEN, 'p"a\\s\ns<w>&0rd', "Zz9 = % ; ] <b> q7", "hunter2-correct-horse"])
def test_a_secret_is_in_no_report_though_a_policy_tells_all_it_sees(secret: str, folder: Path) -> None:
    (folder / "plan.json").write_text(json.dumps(planted(secret), ensure_ascii=False), encoding="utf-8")
    (folder / "terraform.tfstate").write_text(json.dumps(state_with(secret), ensure_ascii=False), encoding="utf-8")
    report = check(settings_for(folder))
    assert len([finding for finding in report.findings if finding.policy == "OWN-1"]) >= 6
    for form in REPORTERS:
        for options in ({}, {"verbose": 1}):
            told = everything(form, report, **options)
            joined = re.sub(r"\s+", "", told)  # the text breaks lines
            for spelling in spellings(secret):
                assert spelling not in told, form
                assert re.sub(r"\s+", "", spelling) not in joined, form


def test_the_forms_are_all_looked_at() -> None:
    assert {"text", "json", "xlsx"} <= set(REPORTERS)
    assert set(REPORTERS) > BINARY
