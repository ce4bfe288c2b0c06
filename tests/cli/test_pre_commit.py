"""The pre-commit hook: which files it looks at, and that it works in a repository of a user."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
(HOOK,) = yaml.safe_load(HOOKS.read_text())

GOOD, BAD = ROOT / "examples/llmops/prod/plan.json", ROOT / "examples/llmops/risky/plan.json"
IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@example.com")

LOOKED_AT = [
    "plan.json",
    "tfplan.json",
    "prod.plan.json",
    "prod.tfplan.json",
    "envs/prod/plan.json",
    "plan-prod.json",
    "plan_prod.json",
    "plan.prod.json",
    "my-plan.json",
    "tf_plan.json",
    "plan.json.gz",
    "terraform.tfstate",
    "prod.tfstate",
    "terraform.tfstate.d/prod/terraform.tfstate",
    "errored.tfstate",
    "terraform.tfstate.gz",
    ".databricks/bundle/prod/terraform/terraform.tfstate",
]
PASSED_BY = [
    "package.json",
    "explanation.json",
    "planets.json",
    "airplane.json",
    "plans.json",
    "plan/settings.json",
    "plan.jsonl",
    "plan.json.md",
    "plan.yaml",
    "tfplan",
    "main.tf",
    "main.tf.json",
    "terraform.tfvars.json",
    "terraform.tfstate.backup",
    "tfstate.json",
    "mytfstate",
    ".terraform/terraform.tfstate",
    "envs/prod/.terraform/terraform.tfstate",
]


def is_looked_at(path):
    return re.search(HOOK["files"], path) is not None and re.search(HOOK["exclude"], path) is None


@pytest.mark.parametrize("path", LOOKED_AT)
def test_looks_at(path):
    assert is_looked_at(path)


@pytest.mark.parametrize("path", PASSED_BY)
def test_passes_by(path):
    assert not is_looked_at(path)


def test_the_manifest_is_valid():
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="needs pre-commit")
    clientlib.load_manifest(str(HOOKS))


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A repository with what tfcheck is built from, as users name it in their configuration."""
    pytest.importorskip("pre_commit", reason="needs pre-commit")
    folder = tmp_path_factory.mktemp("published")
    for name in ("checker", "policies", "schemas"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "all")
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """Where pre-commit keeps the environment that it builds: once for all tests here."""
    return tmp_path_factory.mktemp("cache")


def git(folder, *args):
    subprocess.run(["git", *IDENTITY, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def commit(tmp_path, published, cache):
    """Commits files in a repository that uses the hook, as a user does."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
    environment |= {"PRE_COMMIT_HOME": str(cache), "PRE_COMMIT_COLOR": "never"}
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=published, capture_output=True, text=True, check=True
    ).stdout.strip()
    hooks = [{"repo": str(published), "rev": revision, "hooks": [{"id": "tfcheck"}]}]
    project = tmp_path / "project"
    project.mkdir()
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": hooks}))
    git(project, "init", "--quiet")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=project, env=environment, check=True)

    def run(name, text):
        (project / name).write_bytes(text)
        git(project, "add", ".")
        return subprocess.run(
            ["git", *IDENTITY, "commit", "--message", "a plan"],
            env=environment,
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.xdist_group("pre-commit")
def test_a_good_commit_is_made(commit):
    done = commit("plan.json", GOOD.read_bytes())
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^tfcheck\.+Passed$", done.stderr, re.MULTILINE)


@pytest.mark.xdist_group("pre-commit")
def test_a_bad_commit_is_stopped_and_told_why(commit):
    done = commit("plan.json", BAD.read_bytes())
    assert done.returncode == 1
    assert "- exit code: 1" in done.stderr
    assert "DBX-ML-001" in done.stderr


@pytest.mark.xdist_group("pre-commit")
def test_a_file_that_cannot_be_read_stops_a_commit(commit):
    done = commit("prod.plan.json", b'{"format_version": "9.0"}')
    assert done.returncode == 1
    assert "- exit code: 3" in done.stderr


@pytest.mark.xdist_group("pre-commit")
def test_other_files_are_of_no_concern(commit):
    done = commit("package.json", BAD.read_bytes())
    assert done.returncode == 0
    assert "(no files to check)Skipped" in done.stderr
