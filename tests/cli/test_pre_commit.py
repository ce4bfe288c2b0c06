"""The pre-commit hooks: which files they look at, and that they work in a repository of a user."""

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
BY_ID = {hook["id"]: hook for hook in yaml.safe_load(HOOKS.read_text())}

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


LOOKED_AT_BY = {
    "tfcheck-terraform": [
        "main.tf",
        "envs/prod/main.tf",
        "main.tf.json",
        "main.tofu",
        "main.tofu.json",
        "terraform.tfvars",
        "envs/prod.tfvars",
        "prod.auto.tfvars",
        "terraform.tfvars.json",
        ".infra/main.tf",
    ],
    "tfcheck-bundle": [
        "databricks.yml",
        "databricks.yaml",
        "bundle.yml",
        "bundle.yaml",
        "ml/databricks.yml",
        "resources/jobs.yml",
        "resources/jobs.yaml",
    ],
}
PASSED_BY_OF = {
    "tfcheck-terraform": [
        "plan.json",
        "terraform.tfstate",
        ".terraform.lock.hcl",
        "main.tf.bak",
        "main.tfx",
        "main_tf",
        "tfvars",
        "main.tftest.hcl",
        ".terraform/modules/m/main.tf",
        "envs/prod/.terraform/modules/m/main.tf",
        ".databricks/bundle/prod/terraform/bundle.tf.json",
    ],
    "tfcheck-bundle": [
        "databricks.json",
        "resources/job.py",
        "databricks.yml.tmpl",
        "yml",
        ".databricks/bundle/prod/sync-snapshots/x.yml",
    ],
}


def is_looked_at(hook, path):
    return re.search(hook["files"], path) is not None and re.search(hook["exclude"], path) is None


def cases(looked_at, plans):
    return [(name, path) for name, paths in {"tfcheck": plans, **looked_at}.items() for path in paths]


@pytest.mark.parametrize(("hook", "path"), cases(LOOKED_AT_BY, LOOKED_AT))
def test_looks_at(hook, path):
    assert is_looked_at(BY_ID[hook], path)


@pytest.mark.parametrize(("hook", "path"), cases(PASSED_BY_OF, PASSED_BY))
def test_passes_by(hook, path):
    assert not is_looked_at(BY_ID[hook], path)


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
    """Commits files in a repository that uses the hooks, as a user does."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
    environment |= {"PRE_COMMIT_HOME": str(cache), "PRE_COMMIT_COLOR": "never"}
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=published, capture_output=True, text=True, check=True
    ).stdout.strip()
    hooks = [{"repo": str(published), "rev": revision, "hooks": [{"id": name} for name in BY_ID]}]
    project = tmp_path / "project"
    project.mkdir()
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": hooks}))
    git(project, "init", "--quiet")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=project, env=environment, check=True)

    def run(name, text, **more):
        for path, content in {name: text, **more}.items():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_bytes(content)
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


MODULE = b"""
variable "reader" {}
resource "databricks_registered_model" "m" {
  catalog_name = "main"
  schema_name  = "default"
  name         = "m"
}
resource "databricks_grants" "g" {
  function = databricks_registered_model.m.id
  grant {
    principal  = var.reader
    privileges = ["EXECUTE"]
  }
}
"""
CALL = b'module "m" {\n  source = "../modules/m"\n  reader = "%s"\n}\n'


@pytest.mark.xdist_group("pre-commit")
def test_a_good_configuration_is_committed(commit):
    done = commit("prod/main.tf", CALL % b"account users", **{"modules/m/main.tf": MODULE})
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^tfcheck-terraform\.+Passed$", done.stderr, re.MULTILINE)


@pytest.mark.xdist_group("pre-commit")
def test_a_bad_configuration_is_stopped_on_its_line(commit):
    done = commit("prod/main.tf", CALL % b"interns", **{"modules/m/main.tf": MODULE})
    assert done.returncode == 1
    assert "- hook id: tfcheck-terraform\n- exit code: 1" in done.stderr
    assert "module.m.databricks_grants.g  modules/m/main.tf:11:5" in done.stderr


@pytest.mark.xdist_group("pre-commit")
def test_a_change_of_a_module_is_judged_where_it_is_called(commit):
    assert commit("modules/m/main.tf", MODULE).returncode == 0  # by itself it is undecided
    project = {"prod/main.tf": CALL % b"account users", "modules/m/main.tf": MODULE}
    assert commit("dev/main.tf", CALL % b"account users", **project).returncode == 0
    done = commit("modules/m/main.tf", MODULE.replace(b"var.reader", b'"${var.reader} and interns"'))
    assert done.returncode == 1
    assert "Findings in dev" in done.stderr
    assert "Findings in prod" in done.stderr


@pytest.mark.xdist_group("pre-commit")
@pytest.mark.parametrize(("reader", "code"), [("account users", 0), ("interns", 1)])
def test_changed_values_are_judged(commit, reader, code):
    assert commit("main.tf", MODULE).returncode == 0
    done = commit("envs/prod.tfvars", f'reader = "{reader}"\n'.encode())
    assert done.returncode == code, done.stdout + done.stderr
    assert ("main.tf:11:5" in done.stderr) is bool(code)


BUNDLE = b"""
bundle:
  name: b
include: [resources/*.yml]
targets:
  prod:
    mode: production
    run_as: {service_principal_name: 11111111-2222-3333-4444-555555555555}
    workspace: {root_path: /Workspace/Applications/b}
    permissions: [{level: CAN_VIEW, group_name: users}]
"""
EXPERIMENT = b"""
resources:
  experiments:
    e:
      name: /Shared/e
      permissions: [{level: %s, group_name: users}]
"""


@pytest.mark.xdist_group("pre-commit")
@pytest.mark.parametrize(("level", "code"), [(b"CAN_READ", 0), (b"CAN_MANAGE", 1)])
def test_a_bundle_is_judged_with_what_it_includes(commit, level, code):
    done = commit("ml/databricks.yml", BUNDLE, **{"ml/resources/e.yml": EXPERIMENT % b"CAN_READ"})
    assert done.returncode == 0, done.stdout + done.stderr
    done = commit("ml/resources/e.yml", (EXPERIMENT % level) + b"# changed\n")
    assert done.returncode == code, done.stdout + done.stderr
    assert ("DBX-EXP-001" in done.stderr) is bool(code)
    assert ("ml/resources/e.yml:6:" in done.stderr) is bool(code)


@pytest.mark.xdist_group("pre-commit")
def test_yaml_of_no_bundle_is_of_no_concern(commit):
    done = commit("ci.yml", b"resources: 1\n", **{"ml/databricks.yml": BUNDLE})
    assert done.returncode == 0, done.stdout + done.stderr
    done = commit("ml/ci.yml", b"resources: 1\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^tfcheck-bundle\.+Passed$", done.stderr, re.MULTILINE)


@pytest.mark.xdist_group("pre-commit")
def test_a_syntax_error_stops_a_commit(commit):
    done = commit("main.tf", b'resource "databricks_job" "x" {\n  name = "a" "b"\n}\n')
    assert done.returncode == 1
    assert "- exit code: 3" in done.stderr
    assert "main.tf:2:14" in done.stderr
