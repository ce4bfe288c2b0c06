"""States, plans, metadata and file lists of bundles, as the two engines of the Databricks CLI write them."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from checker.sources.errors import UnreadableError
from tests.reading import ROOT, Seen, read_or_refuse, see

if TYPE_CHECKING:
    from pathlib import Path

LLMOPS = ROOT / "tests/fixtures/bundles/llmops"
STATE = json.loads((LLMOPS / "resources.json").read_bytes())
PLAN = json.loads((LLMOPS / "plan.json").read_bytes())
JOB = "resources.jobs.model_training_job"


def see_json(folder: Path, tree: Any, name: str = "resources.json") -> Seen:
    file = folder / name
    file.write_text(json.dumps(tree), encoding="utf-8")
    return see(file)


def refused(folder: Path, tree: Any) -> tuple[str, str]:
    file = folder / "input.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    error = read_or_refuse(file)
    assert isinstance(error, UnreadableError)
    return error.message, error.hint


def test_a_state_of_the_direct_engine() -> None:
    seen = see(LLMOPS / "resources.json")
    assert seen.document.kind == "state"
    assert (seen.document.serial, seen.document.target) == (3, None)
    job = seen.resources["databricks_job.model_training_job"]
    assert job["values"]["id"] == "331022002"
    assert job["values"]["task"][1]["depends_on"] == [{"task_key": "data_preparation"}]
    assert job["depends_on"] == ["databricks_registered_model.model"]
    assert job["links"] == {
        "task[1].notebook_task[0].base_parameters.model_name": ["databricks_registered_model.model"]
    }
    permissions = seen.resources["databricks_permissions.mlflow_experiment_experiment"]
    assert permissions["values"] == {
        "access_control": [{"group_name": "users", "permission_level": "CAN_READ"}],
        "experiment_id": "88123",
        "id": "/experiments/88123",
    }
    assert permissions["links"] == {"experiment_id": ["databricks_mlflow_experiment.experiment"]}
    grants = seen.resources["databricks_grants.registered_model_model"]["values"]
    assert grants["function"] == "prod.LLMOps.LLMOps-model"


@pytest.mark.parametrize("name", ["_", "permissions"])
def test_older_names_of_the_list_of_permissions(name: str, tmp_path: Path) -> None:
    tree = deepcopy(STATE)
    entry = tree["state"][f"{JOB}.permissions"]["state"]
    entry[name] = [{"group_name": "g", "permission_level": "CAN_VIEW"}]
    del entry["__embed__"]
    values = see_json(tmp_path, tree).resources["databricks_permissions.job_model_training_job"]["values"]
    assert values["access_control"] == [{"group_name": "g", "permission_level": "CAN_VIEW"}]


def test_versions_of_the_state(tmp_path: Path) -> None:
    for version in (1, 2, 3):
        assert see_json(tmp_path, {**STATE, "state_version": version}).document.problems == ()
    assert refused(tmp_path, {**STATE, "state_version": 4}) == (
        "state version 4 of the direct engine is not supported, only 1 to 3 (written by the Databricks CLI 1.13.0)",
        "upgrade tfcheck",
    )
    message, _ = refused(tmp_path, {**STATE, "state_version": 3, "cli_version": "2.0", "features": {"sharding": {}}})
    assert message == (
        "a state of the direct engine that needs features which are not known here (written by the Databricks CLI 2.0)"
    )


def wal(folder: Path, *lines: Any, header: dict[str, Any] | None = None) -> Seen:
    head = {"state_version": 2, "cli_version": "1.13.0", "lineage": STATE["lineage"], "serial": 4} | (header or {})
    texts = [line if isinstance(line, str) else json.dumps(line) for line in (head, *lines)]
    (folder / "resources.json.wal").write_text("\n".join(texts) + "\n", encoding="utf-8")
    return see_json(folder, STATE)


def test_a_write_ahead_file_is_applied(tmp_path: Path) -> None:
    changed = {"__id__": "7", "state": {"name": "new"}}
    seen = wal(tmp_path, {"k": "resources.jobs.new", "v": changed}, {"k": JOB}, {"k": f"{JOB}.permissions", "v": None})
    assert seen.document.problems == ()
    assert "databricks_job.new" in seen.resources
    assert "databricks_job.model_training_job" not in seen.resources
    assert "databricks_permissions.job_model_training_job" not in seen.resources
    assert seen.resources["bundle"]["values"]["interrupted"] is True


def test_a_write_ahead_file_that_was_applied_already(tmp_path: Path) -> None:
    seen = wal(tmp_path, {"k": JOB}, header={"serial": 3})
    assert seen.document.problems == ()
    assert "databricks_job.model_training_job" in seen.resources
    assert "interrupted" not in seen.resources["bundle"]["values"]


@pytest.mark.parametrize(
    ("header", "line", "message"),
    [
        ({"lineage": "other"}, {"k": JOB}, "the write-ahead file is of another state"),
        ({"serial": 9}, {"k": JOB}, "the write-ahead file continues a later state than this"),
        ({}, '{"k": "resources.jobs.x", "v": {"__i', "line 2 of the write-ahead file cannot be read"),
        ({}, {"v": {}}, "line 2 of the write-ahead file cannot be read"),
        ({"serial": "x"}, {"k": JOB}, "the write-ahead file beside the state has no header"),
    ],
)
def test_a_write_ahead_file_that_cannot_be_applied(
    header: dict[str, Any], line: Any, message: str, tmp_path: Path
) -> None:
    seen = wal(tmp_path, line, header=header)
    (problem,) = seen.document.problems
    assert problem.message == message
    assert problem.location is not None
    assert problem.location.file.endswith("resources.json.wal")
    assert "databricks_job.model_training_job" in seen.resources


def test_a_write_ahead_file_by_itself(tmp_path: Path) -> None:
    wal(tmp_path, {"k": JOB})
    error = read_or_refuse(tmp_path / "resources.json.wal")
    assert isinstance(error, UnreadableError)
    assert error.message == "the write-ahead file of a bundle's state, which is read together with it"


def test_a_plan_of_the_direct_engine() -> None:
    seen = see(LLMOPS / "plan.json")
    assert seen.document.kind == "plan"
    job = seen.resources["databricks_job.model_training_job"]
    assert (job["action"], job["unknown"]["id"]) == ("create", True)
    assert job["links"] == {
        "task[1].notebook_task[0].base_parameters.model_name": ["databricks_registered_model.model"]
    }
    grants = seen.resources["databricks_grants.registered_model_model"]
    assert grants["unknown"] == {"function": True}
    assert grants["links"] == {"function": ["databricks_registered_model.model"]}
    assert grants["values"] == {"grant": [{"principal": "account users", "privileges": ["EXECUTE"]}]}


@pytest.mark.parametrize(
    ("entry", "action"),
    [
        ({"action": "skip", "remote_state": {"name": "n"}}, "no-op"),
        ({"action": "update", "new_state": {"value": {"name": "n"}}, "remote_state": {"name": "o"}}, "update"),
        ({"action": "update_id", "new_state": {"value": {"name": "n"}}}, "update"),
        ({"action": "resize", "new_state": {"value": {"name": "n"}}}, "update"),
        ({"action": "recreate", "new_state": {"value": {"name": "n"}}, "remote_state": {"name": "o"}}, "replace"),
        ({"action": "create", "new_state": {"value": {"name": "n"}}}, "create"),
        ({"action": "delete", "remote_state": {"name": "o"}}, "delete"),
        ({"action": "delete", "gone": True}, "forget"),
        ({"action": "delete", "state_only": True}, "forget"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.get("action", ""),
)
def test_actions(entry: dict[str, Any], action: str, tmp_path: Path) -> None:
    seen = see_json(tmp_path, {"plan_version": 2, "cli_version": "1.13.0", "plan": {JOB: {"id": "5", **entry}}})
    job = seen.resources["databricks_job.model_training_job"]
    assert job["action"] == action
    assert job["values"].get("name") == (None if action in ("delete", "forget") else "n")
    if "remote_state" in entry and action != "no-op":
        assert job["before"] == {"name": "o", "id": "5"}


def test_an_entry_that_says_nothing(tmp_path: Path) -> None:
    for entry in ({"action": "update"}, {"action": "update", "remote_state": {"name": "n"}}, {"action": "skip"}):
        seen = see_json(tmp_path, {"plan_version": 2, "plan": {JOB: entry}})
        assert [each.message for each in seen.document.problems] == [
            "nothing says what databricks_job.model_training_job will be"
        ]


def test_a_plan_of_a_part(tmp_path: Path) -> None:
    seen = see_json(tmp_path, {**PLAN, "not_selected": 2})
    assert [each.message for each in seen.document.problems] == ["the plan leaves out 2 resources: made with --select"]
    assert seen.tree["document"]["complete"] is False


def test_plans_that_are_not_supported(tmp_path: Path) -> None:
    message, hint = refused(tmp_path, {"cli_version": "1.13.0", "plan": {JOB: {"action": "create"}}})
    assert message == "a bundle plan of the Terraform engine, which says what is done and not what resources will be"
    assert "terraform show -json" in hint
    message, _ = refused(tmp_path, {"plan_version": 3, "plan": {}})
    assert message == "version 3 of a bundle plan is not supported, only 2"


def test_a_key_that_is_not_known(tmp_path: Path) -> None:
    tree = {**STATE, "state": {"resources.jobs.a.b.c": {"__id__": "1", "state": {}}}}
    assert [each.message for each in see_json(tmp_path, tree).document.problems] == [
        "a resource whose key is not known here"
    ]


def test_generated_terraform() -> None:
    seen = see(LLMOPS / "bundle.tf.json")
    assert seen.document.kind == "bundle"
    assert seen.tree["providers"]["databricks"]["version_constraint"] == "1.128.0"
    job = seen.resources["databricks_job.model_training_job"]
    assert job["values"]["run_as"] == [{"service_principal_name": "7c1f0a4e-1111-4222-8333-444455556666"}]
    experiment = seen.resources["databricks_permissions.mlflow_experiment_experiment"]
    assert experiment["unknown"] == {"experiment_id": True, "id": True}
    assert experiment["links"] == {"experiment_id": ["databricks_mlflow_experiment.experiment"]}


def test_terraform_of_one_s_own_is_no_bundle(tmp_path: Path) -> None:
    tree = json.loads((LLMOPS / "bundle.tf.json").read_bytes())
    message, _ = refused(tmp_path, {**tree, "variable": {}})
    assert message.startswith("neither a Terraform plan nor a state")


def test_metadata(tmp_path: Path) -> None:
    seen = see(LLMOPS / "metadata.json")
    assert (seen.document.kind, seen.document.target) == ("bundle", "prod")
    values = seen.resources["bundle"]["values"]
    assert values["git"]["commit"] == "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"
    assert values["state"]["jobs"]["model_training_job"] == {"id": "331022002"}
    message, _ = refused(tmp_path, {"version": 2, "config": {"bundle": {}}})
    assert message == "version 2 of a bundle's metadata is not supported, only 1"


@pytest.mark.parametrize("name", ["terraform.tfstate", "resources.json"])
def test_a_state_beside_metadata_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "metadata.json").write_bytes((LLMOPS / "metadata.json").read_bytes())
    (tmp_path / name).write_text("{")
    seen = see(tmp_path / "metadata.json")
    assert [each.message for each in seen.document.problems] == ["the state beside the metadata cannot be read"]


def test_a_target_that_only_the_folder_names(tmp_path: Path) -> None:
    tree = {"version": 1, "config": {"workspace": {"file_path": "/Workspace/Users/a@b.c/.bundle/x/staging/files"}}}
    assert see_json(tmp_path, tree, "m.json").document.target == "staging"


def test_uploaded_files(tmp_path: Path) -> None:
    tree = {
        "version": 1,
        "seq": 1,
        "cli_version": "1.13.0",
        "files": [{"local_path": "a.py"}],
        "timestamp": "",
        "id": "",
    }
    assert see_json(tmp_path, tree).resources["bundle"]["values"]["files"] == ["a.py"]
    message, _ = refused(tmp_path, {**tree, "version": 2})
    assert message == "version 2 of a bundle's deployment.json is not supported, only 1"
