"""Waivers in comments accept findings of plans, states, configurations and bundles, by the rules of the waiver file."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from checker.check import check
from checker.model import Location, Report, Waiver
from checker.reporters import RenderOptions, reporter
from checker.settings import Settings
from tests.reading import LLMOPS, ROOT

NOW = datetime(2026, 11, 25, tzinfo=UTC)
POLICIES = ("DBX-PRM-002", "DBX-EXP-001", "DBX-ML-001", "DBX-JOB-001")
TERMS = 'until=2027-01-31 reason="Accepted for now"'
LEVEL = '    permission_level = "CAN_MANAGE"'
GRANTS = 'resource "databricks_grants" "registered_model_model" {'


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("main.tf", "plan.json", "plan-after-apply.json", "terraform.tfstate", "state-show.json"):
        (tmp_path / "root").mkdir(exist_ok=True)
        shutil.copy(LLMOPS / "risky" / name, tmp_path / "root" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(comment: str, at: str, *, above: bool = True, file: str = "root/main.tf") -> None:
    """Write a comment above or behind the only line that is so."""
    text = Path(file).read_text(encoding="utf-8")
    assert text.count(f"{at}\n") == 1
    Path(file).write_text(text.replace(at, f"{comment}\n{at}" if above else f"{at} {comment}"), encoding="utf-8")


def report(*files: str, **settings: Any) -> Report:
    return check(Settings(files=files or ("root/plan.json",), started=NOW, **{"select": POLICIES} | settings))


def waived(found: Report) -> set[str]:
    return {each.policy for each in found.findings if each.waiver}


@pytest.mark.parametrize(
    "file", ["main.tf", "plan.json", "plan-after-apply.json", "terraform.tfstate", "state-show.json"]
)
def test_of_an_attribute(file: str) -> None:
    put(f"# tfcheck:waive DBX-PRM-* {TERMS}", LEVEL, above=False)
    found = report(f"root/{file}")
    assert (waived(found), found.problems, found.unused_waivers) == ({"DBX-PRM-002"}, (), ())
    assert {each.policy for each in found.findings if each.is_open} >= {"DBX-EXP-001", "DBX-ML-001"}


@pytest.mark.parametrize("at", [GRANTS, '    principal  = "ml-interns"'], ids=["resource", "attribute"])
def test_of_a_block_is_for_all_below(at: str) -> None:
    put(f"// tfcheck:waive DBX-ML-001 {TERMS}", at)
    assert waived(report()) == {"DBX-ML-001"}


IN_JSON = """{
  "resource": {
    "databricks_permissions": {
      "mlflow_experiment_experiment": {
        "experiment_id": "${databricks_mlflow_experiment.experiment.id}",
        "access_control": [
          { "group_name": "later", "permission_level": "CAN_READ" },
          {
            "//": "tfcheck:waive DBX-PRM-* until=2027-01-31 reason=\\"Accepted for now\\"",
            "group_name": "users",
            "permission_level": "CAN_MANAGE"
          }
        ]
      }
    }
  }
}
"""


@pytest.mark.parametrize("file", ["main.tf", "plan.json", "terraform.tfstate"])
def test_of_a_block_in_json_syntax(file: str) -> None:
    main = Path("root/main.tf")
    text = main.read_text(encoding="utf-8")
    start = text.index('resource "databricks_permissions" "mlflow_experiment_experiment" {')
    main.write_text(text[:start] + text[text.index("\n}\n", start) + 3 :], encoding="utf-8")
    Path("root/rights.tf.json").write_text(IN_JSON, encoding="utf-8")
    found = report(f"root/{file}")
    assert (waived(found), found.problems, found.unused_waivers) == ({"DBX-PRM-002"}, (), ())
    (finding,) = [each for each in found.findings if each.waiver]
    assert finding.location == Location(file="root/rights.tf.json", line=11, column=13)


def test_of_another_attribute_is_for_nothing() -> None:
    put(f"# tfcheck:waive DBX-PRM-002 {TERMS}", f'    group_name       = "users"\n{LEVEL}')
    found = report()
    assert waived(found) == set()
    (unused,) = found.unused_waivers
    assert (unused.address, unused.policy) == ("databricks_permissions.mlflow_experiment_experiment", "DBX-PRM-002")


def test_with_a_source_that_is_named_also_where_there_are_no_findings() -> None:
    put(f"# tfcheck:waive DBX-ML-001 {TERMS}", GRANTS)
    Path("out").mkdir()
    shutil.move("root/plan.json", "out/plan.json")
    assert waived(report("out/plan.json")) == set()
    assert waived(report("out/plan.json", source="root")) == {"DBX-ML-001"}
    without = report("out/plan.json", source="root", select=("DBX-JOB-002",))
    assert (without.findings, [each.policy for each in without.unused_waivers]) == ((), ["DBX-ML-001"])


def test_an_expired_one_no_longer_applies_and_is_told() -> None:
    put('# tfcheck:waive DBX-ML-001 until=2026-11-24 reason="Old" owner=me', GRANTS)
    found = report()
    (finding,) = [each for each in found.findings if each.policy == "DBX-ML-001"]
    assert finding.is_open
    assert finding.expired_waiver is not None
    assert (finding.expired_waiver.owner, finding.expired_waiver.expires) == ("me", date(2026, 11, 24))


def test_on_its_last_day_it_applies() -> None:
    put('# tfcheck:waive DBX-ML-001 until=2026-11-25 reason="Last day"', GRANTS)
    assert waived(report()) == {"DBX-ML-001"}


def test_the_waiver_file_goes_first() -> None:
    put(f"# tfcheck:waive DBX-ML-001 {TERMS}", GRANTS)
    filed = Waiver(policy="DBX-ML-001", address="*", reason="Filed", owner="me", expires=date(2027, 1, 1))
    found = report(waivers=(filed,))
    assert [each.waiver.reason for each in found.findings if each.waiver] == ["Filed"]
    assert found.unused_waivers == ()  # it would have matched


def test_mistakes_are_problems_with_their_place() -> None:
    put("# tfcheck:waive DBX-ML-001 unitl=2027-01-31", GRANTS)
    found = report()
    line = Path("root/main.tf").read_text(encoding="utf-8").split("\n").index(GRANTS)
    (problem,) = found.problems
    assert (problem.location, problem.hint) == (
        Location(file="root/main.tf", line=line, column=1),
        "did you mean until?",
    )
    assert not found.is_complete
    assert report("root").problems == (problem,)  # once, though five documents have these sources


def test_a_policy_that_does_not_exist_is_a_mistake() -> None:
    put(f"# tfcheck:waive DBX-MLL-001 {TERMS}", GRANTS)
    for found in (report(), report("root/main.tf")):
        (problem,) = found.problems
        assert problem.message == "tfcheck:waive: no policy matches DBX-MLL-001"
        assert problem.hint.startswith("did you mean DBX-ML-0")
        assert found.unused_waivers == ()


def test_documents_with_the_same_sources_use_one_waiver() -> None:
    put(f"# tfcheck:waive DBX-ML-001 {TERMS}", GRANTS)
    put(f"# tfcheck:waive DBX-ML-002 {TERMS}", GRANTS)
    found = report("root")
    assert len({each.file for each in found.documents}) == 5
    assert {each.policy for each in found.findings if each.waiver} == {"DBX-ML-001"}
    assert [each.policy for each in found.unused_waivers] == ["DBX-ML-002"]


MODULE = 'module "m" {{\n  source = "{}"\n}}\n'
PUBLIC = """\
# tfcheck:waive DBX-PRM-002 until=2027-01-31 reason="x"
resource "databricks_permissions" "p" {
  job_id = "1"
  access_control {
    group_name       = "users"
    permission_level = "CAN_MANAGE"
  }
}
"""


def test_of_a_module_that_is_called_by_a_path() -> None:
    Path("root/main.tf").write_text(MODULE.format("./inner"), encoding="utf-8")
    Path("root/inner").mkdir()
    Path("root/inner/main.tf").write_text(PUBLIC, encoding="utf-8")
    assert waived(report("root/main.tf")) == {"DBX-PRM-002"}


def test_of_a_module_from_elsewhere_counts_for_nothing() -> None:
    """Else its author would decide what is acceptable."""
    Path("root/main.tf").write_text(MODULE.format("far/far/far"), encoding="utf-8")
    folder = Path("root/.terraform/modules")
    (folder / "m").mkdir(parents=True)
    (folder / "m/main.tf").write_text(PUBLIC, encoding="utf-8")
    installed = {"Modules": [{"Key": "m", "Source": "far", "Dir": ".terraform/modules/m"}]}
    (folder / "modules.json").write_text(json.dumps(installed), encoding="utf-8")
    found = report("root/main.tf")
    assert (waived(found), {each.policy for each in found.findings}) == (set(), {"DBX-PRM-002"})


BUNDLE = """\
bundle: {name: b}
include: [more.yml]
targets:
  prod: {mode: production, default: true}
"""
MORE = """\
resources:
  jobs:
    # tfcheck:waive DBX-PRM-002 until=2027-01-31 reason="Accepted for now"
    nightly:
      name: n
      permissions:
        - group_name: users
          level: CAN_MANAGE
    weekly:
      name: w
      permissions:
        - group_name: users  # tfcheck:waive DBX-PRM-002 until=2026-01-31 reason="Old"
          level: CAN_MANAGE
"""


def test_of_a_bundle() -> None:
    Path("databricks.yml").write_text(BUNDLE, encoding="utf-8")
    Path("more.yml").write_text(MORE, encoding="utf-8")
    found = report("databricks.yml")
    assert found.problems == ()
    terms = {
        each.location.line: (each.waiver is not None, each.expired_waiver is not None)
        for each in found.findings
        if each.policy == "DBX-PRM-002" and each.location
    }
    assert terms == {8: (True, False), 13: (False, True)}


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "tap", "csv", "oscal"], ids=lambda form: form)
def test_reports_say_where_the_waiver_stands(form: str) -> None:
    put(f"# tfcheck:waive DBX-ML-001 {TERMS}", GRANTS)
    line = Path("root/main.tf").read_text(encoding="utf-8").split("\n").index(GRANTS)
    rendered = reporter(form)(report(), RenderOptions(width=200))
    assert isinstance(rendered, str)
    if form == "json":
        waivers = [each["waiver"] for run in json.loads(rendered)["runs"] for each in run["findings"] if each["waiver"]]
        assert [each["location"]["line"] for each in waivers] == [line]
    elif form == "sarif":
        results = json.loads(rendered)["runs"][0]["results"]
        (suppression,) = [each for result in results for each in result.get("suppressions", [])]
        assert suppression["kind"] == "inSource"
        assert suppression["location"]["physicalLocation"]["region"] == {"startLine": line, "startColumn": 1}
    else:
        assert f"root/main.tf:{line}:1" in rendered


def test_the_example() -> None:
    found = report(str(ROOT / "examples/waivers"), select=())
    assert (found.problems, found.unused_waivers) == ((), ())
    assert sorted(each.policy for each in found.findings if each.waiver) == ["DBX-EXP-001", "DBX-ML-001"]
    assert not [each for each in found.findings if each.is_open]
