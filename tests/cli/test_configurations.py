"""`tfcheck` on folders of .tf files, from the command line to the exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terraform.support import write

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
CACHE = Path(tempfile.gettempdir()) / "tfcheck-tests-cache"  # making the tables of the grammar takes a while
MODEL = """
variable "environment" {}
resource "databricks_registered_model" "m" {
  catalog_name = "main"
  schema_name  = "default"
  name         = "m"
}
resource "databricks_grants" "g" {
  function = databricks_registered_model.m.id
  grant {
    principal  = var.environment == "prod" ? "interns" : "account users"
    privileges = ["EXECUTE"]
  }
}
"""


def tfcheck(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept: Mapping[str, str] = {
        name: text for name, text in os.environ.items() if not name.startswith(("TF_", "XDG_CACHE"))
    }
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(CACHE), **environment},
    )


@pytest.mark.parametrize("name", [".", "main.tf"])
def test_a_finding_points_at_the_line_in_the_file(name: str, tmp_path: Path) -> None:
    write(tmp_path, main=MODEL)
    done = tfcheck(name, "--select", "DBX-ML-001", "--var", "environment=prod", cwd=tmp_path)
    assert done.returncode == 1
    assert "databricks_grants.g  main.tf:11:5" in done.stdout
    assert 'grant[0].principal: "interns" holds EXECUTE' in done.stdout


def test_what_hangs_on_a_variable_without_value_is_undecided(tmp_path: Path) -> None:
    write(tmp_path, main=MODEL)
    done = tfcheck(".", "--select", "DBX-ML-001", "--format", "json", cwd=tmp_path)
    (run,) = json.loads(done.stdout)["runs"]
    assert (done.returncode, run["status"]) == (0, "UNDECIDED")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--var", "environment=dev"), {}),
        (("--var-file", "dev.tfvars"), {}),
        ((), {"TF_VAR_environment": "dev"}),
        (("--var-file", "prod.tfvars", "--var", "environment=dev"), {}),
        (("--var", "environment=prod", "--var-file", "dev.tfvars"), {}),
        (("--var-file=prod.tfvars", "--var", "environment=prod", "--var-file=dev.tfvars"), {"TF_VAR_environment": "x"}),
    ],
    ids=["--var", "--var-file", "TF_VAR_", "--var last", "--var-file last", "the last of three"],
)
def test_variables_are_given(arguments: tuple[str, ...], environment: dict[str, str], tmp_path: Path) -> None:
    write(tmp_path, main=MODEL)
    (tmp_path / "dev.tfvars").write_text('environment = "dev"\n')
    (tmp_path / "prod.tfvars").write_text('environment = "prod"\n')
    done = tfcheck(".", "--select", "DBX-ML-001", *arguments, cwd=tmp_path, **environment)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "No findings in 1 file; 1 policy passed")


def test_a_syntax_error_is_shown_with_a_caret_and_is_no_pass(tmp_path: Path) -> None:
    write(tmp_path, main='resource "databricks_job" "x" {\n  name = "a" "b"\n}\n', other=MODEL)
    done = tfcheck(".", cwd=tmp_path)
    assert done.returncode == 3
    assert "main.tf:2:14" in done.stdout
    lines = done.stdout.splitlines()
    (caret,) = [number for number, line in enumerate(lines) if line.strip() == "^"]
    assert lines[caret].index("^") == lines[caret - 1].index('"·"', lines[caret - 1].index('"·"') + 1)


def test_a_module_from_elsewhere_is_shown_as_not_looked_at(tmp_path: Path) -> None:
    write(tmp_path, main='module "m" {\n  source = "acme/m/databricks"\n}\n' + MODEL)
    done = tfcheck(".", "--select", "DBX-ML-001", "--var", "environment=dev", cwd=tmp_path)
    assert done.returncode == 0
    assert "NOTE  main.tf:1:1" in done.stdout
    assert "module.m comes from elsewhere: its resources were not looked at" in done.stdout


def test_a_second_run_reads_from_the_cache_and_says_the_same(tmp_path: Path) -> None:
    write(tmp_path, main=MODEL)
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    first = tfcheck(".", "--var", "environment=prod", cwd=tmp_path, **cache)
    kept = list((tmp_path / "cache/tfcheck/hcl").iterdir())
    assert kept
    for entry in kept:
        entry.write_bytes(b"broken")
    assert tfcheck(".", "--var", "environment=prod", cwd=tmp_path, **cache).stdout == first.stdout
    assert tfcheck(".", "--var", "environment=prod", cwd=tmp_path, **cache).stdout == first.stdout


def test_files_that_may_hold_a_secret_are_not_kept(tmp_path: Path) -> None:
    write(tmp_path, main=MODEL, secrets='locals {\n  password = "hunter2-very-secret"\n}\n')
    (tmp_path / "terraform.tfvars").write_text('environment = "hunter2-in-tfvars"\n')
    tfcheck(".", cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path / "cache"))
    kept = [file for file in (tmp_path / "cache").rglob("*") if file.is_file()]
    assert kept
    assert [file for file in kept if b"hunter2" in file.read_bytes()] == []


def test_a_cache_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, main=MODEL)
    (tmp_path / "file").write_text("")
    done = tfcheck(".", "--var", "environment=dev", cwd=tmp_path, XDG_CACHE_HOME=str(tmp_path / "file"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_without_the_extra_a_named_file_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, main=MODEL)
    stub = tmp_path / "stub/regex"
    stub.mkdir(parents=True)
    (stub / "__init__.py").write_text("raise ImportError\n")
    path = f"{tmp_path / 'stub'}{os.pathsep}{ROOT}"
    done = tfcheck("main.tf", cwd=tmp_path, PYTHONPATH=path)
    assert done.returncode == 3
    assert "pip install 'tfcheck[hcl]'" in done.stdout
    shutil.copy(ROOT / "examples/llmops/prod/plan.json", tmp_path)
    done = tfcheck(".", cwd=tmp_path, PYTHONPATH=path)
    assert done.returncode == 0
    assert "pip install 'tfcheck[hcl]'" in done.stdout


def test_dump_prints_a_root_module(tmp_path: Path) -> None:
    write(tmp_path, main=MODEL)
    done = tfcheck("dump", ".", "--var", "environment=prod", cwd=tmp_path)
    grants = json.loads(done.stdout)["resources"]["databricks_grants"]["databricks_grants.g"]
    assert grants["links"] == {"function": ["databricks_registered_model.m"]}
    assert grants["values"]["grant"] == [{"principal": "interns", "privileges": ["EXECUTE"]}]
