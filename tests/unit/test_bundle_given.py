"""Variables of a bundle have the value that the Databricks CLI would give them when deploying."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from checker import shipped
from checker.settings import ConfigurationSettings
from checker.sources import read
from tests.running import tfcheck

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model import Document

BUNDLE = """
bundle: {name: b}
variables:
  size: {default: 1}
  name: {default: declared}
  required:
  found: {lookup: {cluster: c}}
  nodes: {type: complex, default: {num_workers: 1}}
targets:
  dev: {}
  prod: {default: true, variables: {name: of-target}}
resources:
  jobs:
    j:
      name: job-${var.name}
      max_concurrent_runs: ${var.size}
      description: ${var.required}
      tags: {cluster: "${var.found}"}
      job_clusters:
        - {job_cluster_key: k, new_cluster: "${var.nodes}"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "databricks.yml").write_text(BUNDLE)
    return tmp_path


def overrides(folder: Path, text: str, target: str = "prod") -> None:
    path = folder / f".databricks/bundle/{target}/variable-overrides.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def document(folder: Path, *options: str, target: str | None = None, **environment: str) -> Document:
    return read(
        str(folder / "databricks.yml"),
        target=target,
        secret_attributes=shipped.secret_attributes(),
        settings=ConfigurationSettings(
            variables=tuple(("var", option) for option in options), bundle_environment=environment
        ),
    )


def job(read_: Document) -> dict[str, Any]:
    view: dict[str, Any] = json.loads(read_.text)["resources"]["databricks_job"]["databricks_job.j"]
    return view


def problems(read_: Document) -> list[str]:
    return [problem.message for problem in read_.problems]


LADDER = ["of-target", "of-file", "of-environment", "of-option"]


@pytest.mark.parametrize("steps", range(4))
def test_what_is_nearer_to_the_command_goes_first(folder: Path, steps: int) -> None:
    if steps > 0:
        overrides(folder, '{"name": "of-file"}')
    environment = {"name": "of-environment"} if steps > 1 else {}
    options = ["name=ignored", "name=of-option"] if steps > 2 else []
    assert job(document(folder, *options, **environment))["values"]["name"] == f"job-{LADDER[steps]}"


def test_each_target_has_a_file_of_its_own(folder: Path) -> None:
    overrides(folder, '{"name": "of-file"}', "dev")
    assert job(document(folder))["values"]["name"] == "job-of-target"
    assert job(document(folder, target="dev"))["values"]["name"] == "job-of-file"


def test_text_becomes_what_the_attribute_is(folder: Path) -> None:
    values = job(document(folder, "size=7", "required=12"))["values"]
    assert (values["max_concurrent_runs"], values["description"]) == (7, "12")


def test_a_value_decides_what_was_unknown(folder: Path) -> None:
    assert job(document(folder))["unknown"]["description"] is True
    found = job(document(folder, required="x", found="0101-abc"))
    assert (found["values"]["description"], found["values"]["tags"]) == ("x", {"cluster": "0101-abc"})


def test_a_lookup_goes_before_the_file(folder: Path) -> None:
    overrides(folder, '{"found": "from-file"}')
    assert job(document(folder))["unknown"]["tags"] == {"cluster": True}


def test_a_complex_value_comes_from_the_file_alone(folder: Path) -> None:
    overrides(folder, '{"nodes": {"num_workers": 8}}')
    (cluster,) = job(document(folder))["values"]["job_cluster"]
    assert cluster["new_cluster"] == [{"num_workers": 8}]
    assert problems(document(folder, "nodes=x")) == ["--var cannot set nodes, which is a complex variable"]
    assert problems(document(folder, nodes="x")) == ["BUNDLE_VAR_nodes cannot set nodes, which is a complex variable"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"name": ["x"]}', "a value of another kind than the variable name"),
        ('{"nodes": "x"}', "a value of another kind than the variable nodes"),
        ('["x"]', "a file with values of variables that holds no object"),
        ('{"name": ', "not YAML: did not find expected node content"),
    ],
    ids=["a list", "text", "no object", "no JSON"],
)
def test_a_file_that_does_not_fit_is_a_problem_with_its_place(folder: Path, text: str, message: str) -> None:
    overrides(folder, text)
    (problem,) = document(folder).problems
    assert problem.message.partition("\n")[0].partition(";")[0] == message
    assert problem.location is not None
    assert problem.location.file.endswith(".databricks/bundle/prod/variable-overrides.json")


def test_values_of_nothing(folder: Path) -> None:
    overrides(folder, '{"other": "as with the CLI of no concern", "name": null}')
    assert problems(document(folder)) == []
    assert problems(document(folder, "other=x")) == ["--var other: the bundle declares no such variable"]


def test_from_the_command_line(folder: Path) -> None:
    dumped = tfcheck("dump", "databricks.yml", "--var", "size=3", cwd=folder, variables={"BUNDLE_VAR_name": "env"})
    values = json.loads(dumped.out)["resources"]["databricks_job"]["databricks_job.j"]["values"]
    assert (values["name"], values["max_concurrent_runs"]) == ("job-env", 3)


def test_a_secret_that_is_given_is_nowhere(folder: Path) -> None:
    secret = "dapi" + "0123456789abcdef" * 2
    found = document(folder, f"name={secret}", required=secret)
    assert secret.encode() not in found.text
    overrides(folder, f'{{"name": "{secret}", "x": }}')
    assert all(secret not in f"{problem.message} {problem.hint}" for problem in document(folder).problems)
