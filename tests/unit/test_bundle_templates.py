"""Bundles as templates of the Databricks CLI lay them out are read whole, for each of their targets."""

from __future__ import annotations

import pytest

from tests.reading import ROOT, see

BUNDLES = ROOT / "tests/fixtures/bundles"


@pytest.mark.parametrize(
    ("project", "target"),
    [("python_project", "dev"), ("python_project", "prod")]
    + [("model_stack", target) for target in ("dev", "staging", "prod")],
)
def test_is_read_whole(project: str, target: str) -> None:
    seen = see(BUNDLES / project / "databricks.yml", target=target)
    assert seen.document.problems == ()
    assert seen.document.target == target
    assert len(seen.resources) >= 3


def test_a_python_project() -> None:
    seen = see(BUNDLES / "python_project/databricks.yml", target="prod")
    job = seen.resources["databricks_job.sample_job"]
    assert job["values"]["parameter"] == [{"name": "catalog", "default": "prod"}, {"name": "schema", "default": "prod"}]
    assert job["values"]["trigger"] == [{"periodic": [{"interval": 1, "unit": "DAYS"}], "pause_status": "UNPAUSED"}]
    assert job["links"] == {"task[2].pipeline_task[0].pipeline_id": ["databricks_pipeline.etl"]}
    assert seen.each("values")["databricks_permissions.pipeline_etl"]["access_control"] == [
        {"user_name": "ann@example.com", "permission_level": "CAN_MANAGE"}
    ]
    development = see(BUNDLES / "python_project/databricks.yml").resources["databricks_job.sample_job"]
    assert development["unknown"]["parameter"] == [False, {"default": True}]


def test_a_stack_with_anchors() -> None:
    seen = see(BUNDLES / "model_stack/databricks.yml", target="prod")
    job = seen.resources["databricks_job.batch_inference_job"]
    assert job["values"]["task"][0]["new_cluster"][0]["num_workers"] == 3
    assert job["values"]["task"][0]["notebook_task"][0]["base_parameters"] == {
        "env": "prod",
        "model_name": "prod.model_stack.model_stack-model",
    }
    values = seen.each("values")
    assert values["databricks_grants.registered_model_model"]["grant"] == [
        {"privileges": ["EXECUTE"], "principal": "account users"}
    ]
    assert values["databricks_permissions.mlflow_experiment_experiment"]["access_control"] == [
        {"group_name": "users", "permission_level": "CAN_READ"}
    ]
    assert seen.resources["databricks_mlflow_experiment.experiment"]["unknown"] == {"name": True, "id": True}
