"""`tfcheck --changed`, from the command line to the exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import CLEAN, tfcheck

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples/bundle", tmp_path / "bundle")
    shutil.copy(CLEAN, tmp_path / "plan.json")
    (tmp_path / "prod").mkdir()
    (tmp_path / "prod/main.tf").write_text(
        'variable "name" {}\nresource "databricks_job" "j" {\n  name = var.name\n}\n'
    )
    (tmp_path / "README.md").write_text("# x\n")
    (tmp_path / "lost.tfvars").write_text('name = "x"\n')
    return tmp_path


def report(*arguments: str, cwd: Path) -> tuple[int, dict[str, object]]:
    done = tfcheck("--changed", *arguments, "--format", "json", cwd=cwd)
    return done.code, json.loads(done.out)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["prod/main.tf", "README.md"], ["prod"]),
        (["plan.json", "prod/main.tf"], ["plan.json", "prod"]),
        (["bundle/risky/databricks.yml"], ["bundle/risky/databricks.yml"]),
    ],
    ids=["configuration", "plan", "bundle"],
)
def test_what_changed_is_checked(project: Path, names: Sequence[str], expected: Sequence[str]) -> None:
    _, found = report(*names, cwd=project)
    documents = found["documents"]
    assert isinstance(documents, list)
    assert [each["file"] for each in documents] == expected


def test_where_nothing_of_concern_changed_nothing_is_wrong(project: Path) -> None:
    done = tfcheck("--changed", "README.md", "gone.tf", cwd=project)
    assert done.code == 0
    assert "CHECK INCOMPLETE" not in done.out
    assert done.out.splitlines()[-1].startswith("Nothing to check: no changed file is a part of")
    code, found = report("README.md", cwd=project)
    assert (code, found["documents"], found["runs"]) == (0, [], [])


def test_values_for_nothing_are_said_to_be_not_looked_at(project: Path) -> None:
    done = tfcheck("--changed", "lost.tfvars", cwd=project)
    assert done.code == 0
    assert "NOTE  lost.tfvars" in done.out
    assert "not looked at: there is no configuration beside it, nor in a folder above" in done.out


def test_a_document_is_called_like_the_file_with_its_values(project: Path) -> None:
    (project / "prod/eu.tfvars").write_text('name = "in-eu"\n')
    dumped = tfcheck("dump", "prod/eu.tfvars", cwd=project)
    seen = json.loads(dumped.out)
    assert seen["document"]["file"] == "prod/eu.tfvars"
    assert seen["resources"]["databricks_job"]["databricks_job.j"]["values"]["name"] == "in-eu"
    over = json.loads(tfcheck("dump", "prod/eu.tfvars", "--var", "name=other", cwd=project).out)
    assert over["resources"]["databricks_job"]["databricks_job.j"]["values"]["name"] == "other"
