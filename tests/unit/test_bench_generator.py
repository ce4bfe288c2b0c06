"""Plans and states that the benchmark generates have the form of real ones."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bench.check import contradictions, differences
from bench.generate import generate

_EXAMPLES = Path(__file__).parents[2] / "examples"
_BYTES_A_RESOURCE = range(6_000, 7_500)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A plan of 1,000 resources, read back."""
    file = tmp_path_factory.mktemp("bench") / "plan.json"
    generate(file, resources=1_000)
    return json.loads(file.read_text("utf-8"))


@pytest.mark.parametrize("resources", [10, 13, 44, 80, 1_000])
def test_a_plan_has_as_many_resources_as_asked_for_and_agrees_with_itself(tmp_path: Path, resources: int) -> None:
    generate(tmp_path / "plan.json", resources=resources)
    plan = json.loads((tmp_path / "plan.json").read_text("utf-8"))
    assert len(plan["resource_changes"]) == resources
    assert list(contradictions(plan)) == []


def test_a_plan_has_the_keys_of_real_plans_at_every_level(plan: Any) -> None:
    real = [json.loads(file.read_text("utf-8")) for file in sorted(_EXAMPLES.rglob("plan*.json"))]
    ours = [line for line in differences(plan, real) if line.startswith("databricks_")]
    assert real
    assert ours == []


def test_a_plan_is_one_line_with_the_sections_in_terraforms_order(tmp_path: Path) -> None:
    generate(tmp_path / "plan.json", resources=100)
    text = (tmp_path / "plan.json").read_text("utf-8")
    assert text.count("\n") == 1
    assert text.endswith("}\n")
    sections = [name for name in json.loads(text) if name != "resource_drift"]
    assert sections == [
        "format_version", "terraform_version", "variables", "planned_values", "resource_changes",
        "output_changes", "prior_state", "configuration", "relevant_attributes", "timestamp",
        "applyable", "complete", "errored",
    ]  # fmt: skip


def test_a_resource_costs_as_many_bytes_as_in_real_plans(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    generate(file, resources=2_000)
    assert file.stat().st_size // 2_000 in _BYTES_A_RESOURCE


def test_a_plan_holds_changes_of_every_kind(tmp_path: Path) -> None:
    generate(tmp_path / "plan.json", resources=3_000)
    changes = json.loads((tmp_path / "plan.json").read_text("utf-8"))["resource_changes"]
    actions = Counter("/".join(change["change"]["actions"]) for change in changes)
    assert actions.keys() == {
        "no-op", "update", "create", "delete", "delete/create", "create/delete", "forget", "read",
    }  # fmt: skip
    assert any("previous_address" in change for change in changes)
    assert any("importing" in change["change"] for change in changes)


def test_the_grant_of_a_new_model_is_unknown_and_linked(plan: Any) -> None:
    grants = [
        change["change"] for change in plan["resource_changes"]
        if change["name"] == "registered_model_model" and change["change"]["actions"] == ["create"]
    ]  # fmt: skip
    assert grants
    assert all("function" not in grant["after"] for grant in grants)
    assert all(grant["after_unknown"]["function"] is True for grant in grants)


def test_secrets_are_marked_and_in_clear_as_terraform_writes_them(plan: Any) -> None:
    secrets = [change["change"] for change in plan["resource_changes"] if change["type"] == "databricks_secret"]
    assert secrets
    for secret in secrets:
        side = "after" if secret["after"] else "before"
        assert secret[side]["string_value"].startswith(("hunter2-", "dapi"))
        assert secret[f"{side}_sensitive"]["string_value"] is True


def test_the_same_arguments_give_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one", "two", "three")]
    for file, seed in zip(files, (0, 0, 1), strict=True):
        generate(file, resources=100, seed=seed)
    one, two, three = (file.read_bytes() for file in files)
    assert one == two
    assert one != three


def test_a_state_holds_as_many_managed_instances_as_asked_for(tmp_path: Path) -> None:
    generate(tmp_path / "terraform.tfstate", resources=100, kind="state")
    state = json.loads((tmp_path / "terraform.tfstate").read_text("utf-8"))
    managed = [resource for resource in state["resources"] if resource["mode"] == "managed"]
    assert state["version"] == 4
    assert sum(len(resource["instances"]) for resource in managed) == 100
    keys = [(one.get("module"), one["mode"], one["type"], one["name"]) for one in state["resources"]]
    assert len(keys) == len(set(keys))


def test_the_check_itself_sees_a_missing_resource_and_a_changed_constant(plan: Any) -> None:
    broken = json.loads(json.dumps(plan))
    gone = broken["resource_changes"].pop()["address"]
    for change in broken["resource_changes"]:
        if change["type"] == "databricks_workspace_conf" and change["change"]["after"]:
            change["change"]["after"]["custom_config"] = {}
    found = list(contradictions(broken))
    assert f"{gone}: only in planned_values" in found or f"{gone}: only in prior_state" in found
    assert "databricks_workspace_conf.this: custom_config differs from the configuration" in found
