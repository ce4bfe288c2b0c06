"""Findings on what a bundle generated, deployed or will change point into its YAML, and take waivers from there."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker.check import check
from checker.model import Location
from checker.settings import Settings
from tests.reading import ROOT, change, plan
from tests.running import write_policy

if TYPE_CHECKING:
    from checker.model import Finding, Report

WRITTEN = ROOT / "examples/bundle"
GENERATED = ROOT / "tests/fixtures/bundles"
NOW = datetime(2026, 11, 25, tzinfo=UTC)
KEPT = ".databricks/bundle/prod"
FILES = {
    f"{KEPT}/resources.json": "resources.json",
    f"{KEPT}/terraform/bundle.tf.json": "bundle.tf.json",
    f"{KEPT}/terraform/terraform.tfstate": "terraform/terraform.tfstate",
    "plan.json": "plan.json",
    "out/plan.json": "plan.json",
}
RULES = """deny contains {"address": a, "path": p, "message": sprintf("%v", [value])} if {
	some type, by in input.resources
	type != "bundle"
	some a, r in by
	walk(object.union(object.get(r, "values", {}), object.get(r, "before", {})), [steps, value])
	not is_object(value)
	not is_array(value)
	p := trim_left(concat("", [step(s) | some s in steps]), ".")
}
step(s) := sprintf("[%d]", [s]) if is_number(s)
step(s) := sprintf(".%s", [s]) if is_string(s)
undecided := set()
checked := {"x"}
"""


def bundle(folder: Path, name: str = "risky") -> Path:
    """A bundle as a developer has it: written, generated, deployed."""
    shutil.copytree(WRITTEN / name, folder, dirs_exist_ok=True)
    for file, generated in FILES.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(GENERATED / name / generated, folder / file)
    return folder


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(*files: str, **settings: Any) -> Report:
    given = {"sets": ("baseline", "llmops", "production"), "target": "prod", "policy_dirs": ()} | settings
    return check(Settings(files=files, started=NOW, **given))


def everything(*files: str, **settings: Any) -> Report:
    """A finding on each value of each resource; its message is the value."""
    write_policy(Path("own"), rules=RULES)
    return checked(*files, sets=(), policy_dirs=("own",), select=("OWN-1",), **settings)


def line(finding: Finding) -> str:
    return f"{finding.location.file}:{finding.location.line}" if finding.location else ""


def everywhere(*files: str, **settings: Any) -> dict[tuple[str, str], str]:
    """File and line at which each value of each resource is said to stand."""
    report = everything(*files, **settings)
    assert not report.problems
    return {(each.address, each.path): line(each) for each in report.findings}


def places(report: Report) -> dict[tuple[str, ...], set[str]]:
    """Where each value stands, by the attribute without indexes."""
    found: dict[tuple[str, ...], set[str]] = {}
    for each in report.findings:
        value = "masked" if "(sensitive value " in each.message else each.message
        found.setdefault((each.address, re.sub(r"\[[0-9]+\]", "[]", each.path), value), set()).add(line(each))
    return found


@pytest.mark.parametrize("name", ["risky", "llmops"])
@pytest.mark.parametrize("file", FILES)
def test_every_value_stands_where_the_bundle_itself_has_it(file: str, name: str, tmp_path: Path) -> None:
    """The oracle is the check of `databricks.yml`, which knows the place of every value."""
    bundle(tmp_path, name)
    report = everything(file)
    written, found = places(everything("databricks.yml")), places(report)
    of_both = found.keys() & written.keys()
    assert len(of_both) > 10
    assert {key: found[key] for key in of_both} == {key: written[key] for key in of_both}
    defined = {address for address, *_ in written}
    in_yaml = {each.address for each in report.findings if ".yml:" in line(each)}
    assert in_yaml == {each.address for each in report.findings if each.address in defined}


def test_a_finding_on_a_state_is_one_on_the_yaml(tmp_path: Path) -> None:
    bundle(tmp_path)
    report = checked(f"{KEPT}/resources.json", target=None)
    lines = Path("databricks.yml").read_text(encoding="utf-8").split("\n")
    there = {each.policy: lines[each.location.line - 1].strip() for each in report.findings if each.location.line}  # type: ignore[union-attr]  # all have one
    assert there["DBX-PRM-002"] == "- level: CAN_MANAGE"
    assert there["DBX-ML-001"] == "- principal: ml-interns"
    assert there["DBX-JOB-001"] == "user_name: bob@example.com"
    assert not report.notes


WAIVER = '# tfcheck:waive DBX-ML-001 until=2027-01-31 reason="They test it"'


@pytest.mark.parametrize("file", FILES)
def test_a_waiver_in_the_yaml_holds_for_what_was_made_from_it(file: str, tmp_path: Path) -> None:
    bundle(tmp_path)
    text = Path("databricks.yml").read_text(encoding="utf-8")
    Path("databricks.yml").write_text(text.replace("ml-interns", f"ml-interns {WAIVER}"), encoding="utf-8")
    report = checked(file, select=("DBX-ML-001",))
    (finding,) = report.findings
    assert finding.waiver is not None
    assert finding.waiver.reason == "They test it"
    assert not report.unused_waivers


def test_of_a_bundle_and_its_state_a_waiver_counts_once(tmp_path: Path) -> None:
    bundle(tmp_path)
    with Path("databricks.yml").open("a", encoding="utf-8") as file:
        file.write(f"{WAIVER}\n".replace("DBX-ML-001", "DBX-ML-0*"))
        file.write("# tfcheck:waive\n")
    report = checked("databricks.yml", f"{KEPT}/resources.json", select=("DBX-ML-001",))
    found = "tfcheck:waive names one policy, by its id or a glob of ids; found no policy"
    assert [each.message for each in report.problems].count(found) == 1


def test_says_of_a_named_bundle_which_waivers_no_state_needs(tmp_path: Path) -> None:
    bundle(tmp_path / "b", "llmops")
    path = Path("b/databricks.yml")
    path.write_text(path.read_text(encoding="utf-8").replace("\nbundle:", f"\n{WAIVER}\nbundle:"), encoding="utf-8")
    report = checked(f"b/{KEPT}/resources.json", source="b", select=("DBX-ML-001",))
    number = path.read_text(encoding="utf-8").split("\n").index(WAIVER) + 1
    place = Location(file="b/databricks.yml", line=number, column=1)
    assert [each.location for each in report.unused_waivers] == [place]


YAML = """bundle:
  name: b
targets:
  dev:
    default: true
  prod:
    resources:
      jobs:
        j:
          max_concurrent_runs: 2
resources:
  jobs:
    j:
      name: n
      max_concurrent_runs: 1
      tasks:
        - task_key: z
          notebook_task:
            notebook_path: /Workspace/z
        - task_key: a
          notebook_task:
            notebook_path: /Workspace/a
      permissions:
        - level: CAN_VIEW
          group_name: users
        - level: CAN_MANAGE
          user_name: ${workspace.current_user.userName}
"""
JOB = "databricks_job.j"
RIGHTS = "databricks_permissions.job_j"


def write(yaml: str = YAML, file: str = "plan.json", *changes: Any) -> str:
    """A bundle, and a plan that Terraform would show of it."""
    Path("databricks.yml").write_text(yaml, encoding="utf-8")
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    tasks = [{"task_key": key, "notebook_task": [{"notebook_path": f"/Workspace/{key}"}]} for key in "az"]
    entries = [
        {"group_name": "users", "permission_level": "CAN_VIEW"},
        {"group_name": "admins", "permission_level": "CAN_MANAGE"},
        {"permission_level": "CAN_MANAGE", "user_name": "bob@example.com"},
    ]
    job = change(JOB, {"name": "n", "max_concurrent_runs": 2, "task": tasks})
    rights = change(RIGHTS, {"job_id": "7", "access_control": entries})
    Path(file).write_text(json.dumps(plan(*(changes or (job, rights)))), encoding="utf-8")
    return file


def test_tells_sorted_items_by_what_is_written_in_them() -> None:
    found = everywhere(write())
    assert found[JOB, "task[0].notebook_task[0].notebook_path"] == "databricks.yml:22"
    assert found[JOB, "task[1].task_key"] == "databricks.yml:17"
    assert found[RIGHTS, "access_control[0].permission_level"] == "databricks.yml:24"
    assert found[RIGHTS, "access_control[2].user_name"] == "databricks.yml:27"


def test_points_at_the_list_where_no_item_of_it_is_meant() -> None:
    found = everywhere(write())
    assert found[RIGHTS, "access_control[1].group_name"] == "databricks.yml:23"  # added by whoever deployed
    assert found[RIGHTS, "job_id"] == "databricks.yml:23"


def test_points_into_the_target_that_it_was_made_for() -> None:
    kept = write(file=f"{KEPT}/terraform/shown.json")
    assert everywhere(kept, target=None)[JOB, "max_concurrent_runs"] == "databricks.yml:10"
    kept = write(file=kept.replace("prod", "dev"))
    assert everywhere(kept, target=None)[JOB, "max_concurrent_runs"] == "databricks.yml:15"
    assert everywhere(write(), target="prod")[JOB, "max_concurrent_runs"] == "databricks.yml:10"


@pytest.mark.parametrize(
    ("target", "reason", "hint"),
    [
        (None, "nothing says which of the bundle's targets this was made for", "say which: --target dev"),
        ("prd", "the bundle has no target prd", "did you mean prod?"),
    ],
)
def test_does_not_guess_the_target(target: str | None, reason: str, hint: str) -> None:
    report = everything(write(f"{WAIVER}\n{YAML}".replace("DBX-ML-001", "OWN-1")), target=target)
    assert report.unused_waivers == ()  # nobody looked whether one needs it
    assert {each.location.file for each in report.findings if each.location} == {"plan.json"}
    (note,) = report.notes
    assert note.message == f"no finding points into this file, and no waiver in it counts: {reason}"
    assert (note.hint, str(note.location)) == (hint, "databricks.yml")
    assert not report.problems


def test_one_target_is_the_one() -> None:
    found = everywhere(write(YAML.replace("  dev:\n    default: true\n", "")), target=None)
    assert found[JOB, "max_concurrent_runs"] == "databricks.yml:8"


@pytest.mark.parametrize("action", ["delete", "forget"])
def test_what_goes_away_stands_where_the_resource_does(action: str) -> None:
    gone = change(JOB, None, [action], change_before={"name": "n"})
    assert set(everywhere(write(YAML, "plan.json", gone)).values()) == {"databricks.yml:13"}


def test_what_the_bundle_does_not_have_stands_in_the_file_itself() -> None:
    found = everywhere(write(YAML, "plan.json", change("databricks_job.other", {"name": "n"})))
    assert {place.partition(":")[0] for place in found.values()} == {"plan.json"}


@pytest.mark.parametrize(("file", "place"), [("plan.json", "main.tf:2"), (f"{KEPT}/p.json", "databricks.yml:14")])
def test_beside_both_a_root_module_and_a_bundle_the_place_of_a_file_decides(file: str, place: str) -> None:
    write(file=file)
    Path("main.tf").write_text('resource "databricks_job" "j" {\n  name = "n"\n}\n', encoding="utf-8")
    assert everywhere(file)[JOB, "name"] == place


def test_the_bundle_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    write(file="../plan.json")
    monkeypatch.chdir(tmp_path)
    assert everywhere("plan.json", source="project")[JOB, "name"] == "project/databricks.yml:14"
    assert everywhere("plan.json")[JOB, "name"].startswith("plan.json:")


@pytest.mark.parametrize(
    ("yaml", "reason"),
    [
        ("bundle: [hunter2\n", "not YAML"),
        ("bundle: {name: b}\nresources: hunter2\n", "not the structure of a bundle"),
        ("- hunter2\n", "a bundle that holds no map"),
        ("bundle: {name: b}\nresources: " + "{a: " * 5000, ""),
    ],
    ids=["no YAML", "no bundle", "no map", "too deep"],
)
def test_says_when_the_bundle_cannot_be_read_and_shows_none_of_it(yaml: str, reason: str) -> None:
    report = everything(write(yaml))
    (note,) = report.notes
    assert note.message.startswith(f"no finding points into this file, and no waiver in it counts: {reason}")
    assert "hunter2" not in str(note)
    assert note.location is not None
    assert note.location.file == "databricks.yml"
    assert {each.location.file for each in report.findings if each.location} == {"plan.json"}


def test_reads_nothing_where_there_are_no_findings() -> None:
    write_policy(Path("own"), rules='deny := set()\nundecided := set()\nchecked := {"x"}\n')
    report = checked(write("{"), sets=(), policy_dirs=("own",), select=("OWN-1",))
    assert (report.findings, report.problems, report.notes) == ((), (), ())
