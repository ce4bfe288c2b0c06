"""What audit reports show besides verdicts is what stands in the document."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from checker.check import check
from checker.evidence import with_evidence
from checker.model import Change, Document
from checker.settings import Settings
from tests.running import LLMOPS
from tests.unit import reporter_reports as reports

VIEW = {
    "address": "t.a",
    "values": {"task": [{"conf": {"a.b": 1}}, {"name": "x"}], "plain": "new", "same": "s", "long": "n" * 999},
    "before": {"plain": "old", "gone": True, "same": "s", "long": "n" * 400 + "o" * 400},
    "unknown": {"later": True, "block": [False, {"id": True}]},
    "links": {"task[0].x": ["t.b", "t.a", "t.absent"], "y": ["t.c", "t.b"]},
}


def document(*views: dict[str, Any]) -> Document:
    text = json.dumps({"document": {}, "resources": {"t": {view["address"]: view for view in views}}}).encode()
    return Document(kind="plan", file="plan.json", text=text, resources=())


def change_at(path: str, address: str = "t.a") -> Change | None:
    finding = reports.finding(reports.RUN_AS, address, path, "is wrong")
    made = document(VIEW)
    _, (run,) = with_evidence(made, [reports.run(reports.RUN_AS, made, finding)])
    return run.findings[0].change


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("plain", Change(before='"old"', after='"new"')),
        ("same", Change(before='"s"', after='"s"')),
        ("gone", Change(before="true")),
        ('task[0].conf["a.b"]', Change(after="1")),
        ("task[1]", Change(after='{"name":"x"}')),
        ("task[2].name", Change()),
        ("plain.deeper[0]", Change()),
        ("absent", Change()),
        ("later", Change(is_known=False)),
        ("later[0].below", Change(is_known=False)),
        ("block[0].id", Change()),
        ("block[1].id", Change(is_known=False)),
    ],
)
def test_shows_what_stands_at_the_attribute(path: str, change: Change) -> None:
    assert change_at(path) == change


@pytest.mark.parametrize(("path", "address"), [("", "t.a"), ("plain", "t.other"), ("plain", "terraform")])
def test_shows_nothing_where_there_is_no_attribute(path: str, address: str) -> None:
    assert change_at(path, address) is None


def test_of_long_values_the_first_difference_is_shown() -> None:
    shown = change_at("long")
    assert shown == Change(before=f"…{'n' * 60}{'o' * 240}…", after=f"…{'n' * 300}…")


def test_relations_are_those_between_resources_of_the_document() -> None:
    others = [{"address": "t.b", "values": {}, "links": {"z": ["t.a"]}}, {"address": "t.c", "values": {}}]
    made, runs = with_evidence(document(VIEW, *others), [])
    assert made.relations == {"t.a": ("t.b", "t.c"), "t.b": ("t.a",)}
    assert runs == ()


def test_a_check_has_evidence_only_when_it_is_asked_for() -> None:
    settings = Settings(
        files=(str(LLMOPS / "change/plan.json"),),
        started=datetime(2026, 11, 25, tzinfo=UTC),
        select=("DBX-ML-001",),
    )
    without, report = check(settings), check(replace(settings, evidence=True))
    assert [finding.change for finding in without.findings] == [None] * len(report.findings)
    assert without.documents[0].relations == {}
    assert [finding.change for finding in report.findings] == [Change(before='"account users"', after='"ml-interns"')]
    grants = "databricks_grants.registered_model_model"
    assert report.documents[0].relations[grants] == ("databricks_registered_model.model",)
    assert report.documents[0].text == b""
