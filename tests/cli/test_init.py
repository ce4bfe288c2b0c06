"""`tfcheck init`: what it writes is valid, and it overwrites nothing unasked."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from checker import __version__, shipped
from checker.catalogue import read_catalogue
from checker.catalogue.parameters import validate_parameters
from checker.cli import cli
from checker.configuration import read
from checker.errors import UsageError
from checker.waivers import refuse_unknown_policies

ROOT = Path(__file__).parents[2]
CI = {"github": ".github/workflows/tfcheck.yml", "gitlab": ".gitlab-ci.yml", "azure": "azure-pipelines.yml"}


def init(folder, *args):
    result = CliRunner().invoke(cli, ["init", "--dir", str(folder), *args], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.stdout


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_writes_configuration_and_hook(tmp_path):
    told = init(tmp_path, "--ci", "none")
    assert files(tmp_path) == {"tfcheck.yaml", ".pre-commit-config.yaml"}
    assert f"wrote  {tmp_path.as_posix()}/tfcheck.yaml" in told


@pytest.mark.parametrize(("ci", "file"), CI.items())
def test_writes_a_pipeline(tmp_path, ci, file):
    init(tmp_path, "--ci", ci)
    assert files(tmp_path) == {"tfcheck.yaml", ".pre-commit-config.yaml", file}
    text = (tmp_path / file).read_text()
    assert f"tfcheck=={__version__}" in text
    assert "@" not in re.sub(
        r"uses: \S+@v\d+|UsePythonVersion@0|PublishTestResults@2", "", text
    )  # no placeholder is left


def test_sees_which_ci_system_is_used(tmp_path):
    (tmp_path / ".github").mkdir()
    init(tmp_path)
    assert CI["github"] in files(tmp_path)


def test_without_signs_of_a_ci_system_it_says_that_it_wrote_no_pipeline(tmp_path):
    assert "no CI pipeline" in init(tmp_path)


def test_leaves_what_is_there_and_says_so(tmp_path):
    (tmp_path / "tfcheck.yaml").write_text("strict: true\n")
    told = init(tmp_path, "--ci", "none")
    assert (tmp_path / "tfcheck.yaml").read_text() == "strict: true\n"
    assert f"left   {tmp_path.as_posix()}/tfcheck.yaml: it is there already" in told
    assert ".pre-commit-config.yaml" in files(tmp_path)


def test_overwrites_when_told_to(tmp_path):
    (tmp_path / "tfcheck.yaml").write_text("strict: true\n")
    init(tmp_path, "--ci", "none", "--force")
    assert "sets: [baseline]" in (tmp_path / "tfcheck.yaml").read_text()


def test_never_writes_through_a_link(tmp_path):
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.write_text("precious")
    project.mkdir()
    (project / "tfcheck.yaml").symlink_to(outside)
    init(project, "--ci", "none")
    init(project, "--ci", "none", "--force")
    assert outside.read_text() == "precious"
    assert not (project / "tfcheck.yaml").is_symlink()


def test_a_missing_folder_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="no such folder"):
        init(tmp_path / "nowhere")


def test_the_configuration_is_valid_as_it_is_and_with_every_setting_turned_on(tmp_path):
    init(tmp_path, "--ci", "none")
    path = tmp_path / "tfcheck.yaml"
    assert read(path).sets == ("baseline",)
    text = path.read_text()
    path.write_text(re.sub(r"(?m)^#(?![ ]?[A-Z])(?=\S|  )", "", text))
    configuration = read(path)
    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    validate_parameters(configuration.parameters, catalogue.policies)
    refuse_unknown_policies(configuration.waivers, {name for policy in catalogue.policies for name in policy.names})
    assert configuration.strict is True
    assert configuration.target == "prod"


def test_the_configuration_speaks_of_every_setting(tmp_path):
    init(tmp_path, "--ci", "none")
    named = set(re.findall(r"(?m)^#?([a-z_]+):", (tmp_path / "tfcheck.yaml").read_text()))
    known = set(shipped.schema("config/tfcheck.json")["properties"])
    of_engines = {"engine", *(key for key in known if key.startswith("opa_"))}
    rare = {"select", "format", "jobs", "time_limit", "memory_limit", "waiver_files"}
    assert known - named == rare | of_engines
    assert named <= known


def test_the_hooks_look_at_the_files_that_the_published_ones_look_at(tmp_path):
    init(tmp_path, "--ci", "none")
    written = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    published = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    for key in ("id", "entry", "files", "exclude", "require_serial"):
        assert [hook[key] for hook in written] == [hook[key] for hook in published]


def test_pre_commit_accepts_the_hook(tmp_path):
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="needs pre-commit")
    init(tmp_path, "--ci", "none")
    clientlib.load_config(str(tmp_path / ".pre-commit-config.yaml"))


@pytest.mark.parametrize(
    ("ci", "options"),
    [
        ("github", ["--builtin-schema", "vendor.github-workflows"]),
        ("gitlab", ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
        (
            "azure",
            [
                "--builtin-schema",
                "vendor.azure-pipelines",
                "--data-transform",
                "azure-pipelines",
                "--regex-variant",
                "python",
            ],
        ),
    ],
    ids=["github", "gitlab", "azure"],
)
def test_the_pipeline_fits_the_schema_of_its_system(tmp_path, ci, options):
    pytest.importorskip("check_jsonschema", reason="needs check-jsonschema, which brings the schemas")
    import sys

    init(tmp_path, "--ci", ci)
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *options, str(tmp_path / CI[ci])], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode()
