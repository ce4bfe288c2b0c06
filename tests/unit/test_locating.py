"""Findings on plans and states point into the sources, else into the file; and never at a wrong line."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker.check import check
from checker.errors import UsageError
from checker.model import Location
from checker.reporters import RenderOptions, reporter
from checker.settings import ConfigurationSettings, Settings
from checker.sources import read_folder
from checker.sources.configurations.source_places import SourcePlaces
from tests.reading import LLMOPS, ROOT, SECRET_ATTRIBUTES, change, plan, see
from tests.running import write_policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Document, Report

FOLDERS = sorted(path.parent for path in (ROOT / "tests/fixtures/configurations").glob("*/plan.json"))
FOLDERS += [LLMOPS / "risky", LLMOPS / "prod"]
NOW = datetime(2026, 11, 25, tzinfo=UTC)
_INDEX = re.compile(r"\[[0-9]+\]")


def leaves(values: Any, steps: str = "") -> Iterator[tuple[str, Any]]:
    """Attribute path → value of whatever is no block and no map."""
    if isinstance(values, dict):
        for key, value in values.items():
            step = f".{key}" if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", key) else f"[{json.dumps(key)}]"
            yield from leaves(value, f"{steps}{step}".removeprefix("."))
    elif isinstance(values, list) and values and isinstance(values[0], dict):
        for index, value in enumerate(values):
            yield from leaves(value, f"{steps}[{index}]")
    else:
        yield steps, values


def comparable(value: Any) -> Any:
    text = sorted(map(str, value)) if isinstance(value, list) else str(value).lower()
    return "masked" if "(sensitive value " in text else text


def configuration_of(folder: Path) -> Document:
    settings = ConfigurationSettings()
    return read_folder(str(folder), target=None, secret_attributes=SECRET_ATTRIBUTES, settings=settings)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_stands_there_is_what_the_plan_has(folder: Path) -> None:
    """The oracle is the evaluation of the same configuration, which knows the place of every value."""
    seen, configuration = see(folder / "plan.json"), configuration_of(folder)
    views = {
        each["address"]: each for by in json.loads(configuration.text)["resources"].values() for each in by.values()
    }
    there: dict[tuple[str, str, str], list[Any]] = {}
    for resource in configuration.resources:
        for path, value in leaves(views[resource.address]["values"]):
            if path in resource.places:
                key = (resource.address, _INDEX.sub("[]", path), str(resource.places[path]))
                there.setdefault(key, []).append(comparable(value))
    places, exact, all_ = SourcePlaces(seen.document, folder, str(folder), None), 0, 0
    for resource in seen.document.resources:
        if resource.mode != "managed" or resource.address not in views:
            continue
        assert places.of(resource.address, resource, "") == next(
            each.location for each in configuration.resources if each.address == resource.address
        )
        for path, value in leaves(seen.resources[resource.address]["values"]):
            found = places.of(resource.address, resource, path)
            assert found is not None
            values = there.get((resource.address, _INDEX.sub("[]", path), str(found)))
            all_ += 1
            exact += values is not None
            assert values is None or comparable(value) in values, (resource.address, path, str(found))
    assert exact > 0


RULES = """deny contains {"address": a, "path": p, "message": "no"} if {
	some a, r in input.resources.databricks_job
	some p in ["task[0].task_key", "run_as[0].user_name", "name"]
}
undecided := set()
checked := {a | some a, _ in input.resources.databricks_job}
"""
MAIN = """module "jobs" {
  source   = "./modules/jobs"
  for_each = toset(["a.b", "c"])
}

module "far" {
  source  = "example/far/databricks"
  version = "1.0.0"
}
"""
INNER = """module "deeper" {
  source = "../deeper"
}
"""
DEEPER = """
resource "databricks_job" "j" {
  count = 2
  name  = "n"
  task {
    task_key = "t"
  }
}
"""
DEEP = 'module.jobs["a.b"].module.deeper.databricks_job.j[1]'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {"main.tf": MAIN, "modules/jobs/jobs.tf": INNER, "modules/deeper/main.tf": DEEPER}.items():
        (tmp_path / "root" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "root" / name).write_text(text, encoding="utf-8")
    write_policy(tmp_path / "own", rules=RULES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(file: str, source: str | None = None, **settings: Any) -> Report:
    given = Settings(files=(file,), started=NOW, policy_dirs=("own",), select=("OWN-1",), source=source, **settings)
    return check(given)


def places(report: Report) -> dict[str, str]:
    assert not report.problems
    return {each.path: str(each.location) for each in report.findings}


def write_plan(file: str, *addresses: str, **values: Any) -> str:
    Path(file).write_text(json.dumps(plan(*(change(each, {"name": "n"} | values) for each in addresses))), "utf-8")
    return file


@pytest.mark.parametrize("source", [None, "root"], ids=["beside the plan", "--source"])
@pytest.mark.usefixtures("project")
def test_through_local_modules(source: str | None) -> None:
    file = write_plan("plan.json" if source else "root/plan.json", DEEP, task=[{"task_key": "t"}])
    assert places(checked(file, source)) == {
        "name": "root/modules/deeper/main.tf:4:3",
        "run_as[0].user_name": "root/modules/deeper/main.tf:2:1",
        "task[0].task_key": "root/modules/deeper/main.tf:6:5",
    }


@pytest.mark.usefixtures("project")
def test_a_module_from_elsewhere_stands_where_it_is_called() -> None:
    found = places(checked(write_plan("plan.json", "module.far[0].databricks_job.j"), "root"))
    assert set(found.values()) == {"root/main.tf:6:1"}


@pytest.mark.parametrize(
    "address", ["databricks_job.gone", "module.gone.databricks_job.j", "module.jobs.databricks_job.j", "data.x.y"]
)
@pytest.mark.usefixtures("project")
def test_what_no_source_defines_stands_in_the_plan(address: str) -> None:
    file = write_plan("root/plan.json", address.replace("data.x.y", "databricks_job.y"))
    column = Path(file).read_text(encoding="utf-8").index('{"name": "n"') + len('{"name": ') + 1
    found = places(checked(file))
    assert found["name"] == f"{file}:1:{column}#/resource_changes/0/change/after/name"


@pytest.mark.usefixtures("project")
def test_says_when_a_source_that_is_named_defines_nothing() -> None:
    report = checked(write_plan("plan.json", "databricks_job.gone"), "root")
    assert [each.message for each in report.notes] == ["nothing that has findings in plan.json is defined here"]
    assert not checked(write_plan("root/plan.json", "databricks_job.gone")).notes


@pytest.mark.usefixtures("project")
def test_says_which_source_cannot_be_read_and_shows_none_of_it() -> None:
    Path("root/modules/deeper/broken.tf").write_text('databricks_job j { password = "hunter22" ]\n', encoding="utf-8")
    report = checked(write_plan("plan.json", DEEP), "root")
    (note,) = report.notes
    assert note.location == Location(file="root/modules/deeper/broken.tf", line=1, column=42)
    assert note.message.startswith("no finding points into this file, and no waiver in it counts: ")
    assert "hunter22" not in str(note)
    assert places(report)["name"] == "root/modules/deeper/main.tf:4:3"


@pytest.mark.parametrize(
    ("folder", "reason"), [("own", "no .tf file and no databricks.yml in this folder"), ("gone", "No such file")]
)
@pytest.mark.usefixtures("project")
def test_refuses_a_source_that_is_no_root_module(folder: str, reason: str) -> None:
    with pytest.raises(UsageError, match=f"--source {folder}: {reason}") as error:
        checked("plan.json", folder)
    assert error.value.hint == "name the folder of the root module or bundle that the plan or the state was made from"


def test_reads_only_sources_that_name_what_has_findings(project: Path) -> None:
    for number in range(3):
        (project / f"root/other{number}.tf").write_text('resource "x" "databricks_job" {}\n}', encoding="utf-8")
    assert not checked(write_plan("plan.json", DEEP), "root").notes  # each of them is broken


def test_reads_nothing_where_there_are_no_findings(project: Path) -> None:
    write_policy(project / "own", rules='deny := set()\nundecided := set()\nchecked := {"x"}\n')
    for file in (project / "root").rglob("*.tf"):
        file.write_text("{", encoding="utf-8")
    report = checked(write_plan("root/plan.json", DEEP))
    assert (report.findings, report.problems, report.notes) == ((), (), ())


def test_a_state_points_into_the_sources_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("main.tf", "terraform.tfstate"):
        shutil.copy(LLMOPS / "risky" / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    report = check(Settings(files=("terraform.tfstate",), started=NOW, select=("DBX-PRM-002", "DBX-TFS-007")))
    lines = Path("main.tf").read_text(encoding="utf-8").split("\n")
    there = {each.policy: lines[(each.location.line or 0) - 1] for each in report.findings if each.location}
    assert {policy: line.split()[0] for policy, line in there.items()} == {
        "DBX-PRM-002": "permission_level",
        "DBX-TFS-007": "string_value",
    }


def test_a_configuration_points_at_attributes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(LLMOPS / "risky/main.tf", tmp_path / "main.tf")
    monkeypatch.chdir(tmp_path)
    report = check(Settings(files=("main.tf",), started=NOW, select=("DBX-PRM-002",)))
    (found,) = report.findings
    line = Path("main.tf").read_text(encoding="utf-8").split("\n")[(found.location.line or 0) - 1]  # type: ignore[union-attr]  # it has one
    assert line.strip().startswith("permission_level")
    assert found.location == Location(file="main.tf", line=found.location.line, column=5)  # type: ignore[union-attr]  # as above


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "root/modules/deeper/main.tf:6:5"),
        ("json", '"file": "root/modules/deeper/main.tf", "line": 6, "column": 5, "pointer": ""'),
        ("sarif", '"uri": "root/modules/deeper/main.tf"}, "region": {"startLine": 6, "startColumn": 5}'),
        ("github", "file=root/modules/deeper/main.tf,line=6,col=5"),
        ("gitlab-codequality", '"path": "root/modules/deeper/main.tf", "lines": {"begin": 6}'),
        ("gitlab-sast", '"file": "root/modules/deeper/main.tf", "start_line": 6'),
        ("azure", "sourcepath=root/modules/deeper/main.tf;linenumber=6;columnnumber=5"),
        ("junit", "root/modules/deeper/main.tf:6:5"),
        ("csv", "root/modules/deeper/main.tf,6,5"),
        ("markdown", "root/modules/deeper/main.tf:6:5"),
    ],
)
@pytest.mark.usefixtures("project")
def test_reports_point_into_the_sources(form: str, expected: str) -> None:
    report = checked(write_plan("plan.json", DEEP, task=[{"task_key": "t"}]), "root")
    rendered = reporter(form)(report, RenderOptions())
    assert expected in (json.dumps(json.loads(rendered)) if rendered[:1] == "{" or rendered[:1] == "[" else rendered)
