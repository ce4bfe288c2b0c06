"""`tfcheck completion`: the scripts, and what they are told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def folder(tmp_path):
    (tmp_path / "plan.json").touch()
    (tmp_path / "polaris.tfstate").touch()
    (tmp_path / "poem.txt").touch()
    return tmp_path


@pytest.fixture
def complete(folder):
    """What is offered for the last word of a line, as kind and value."""

    def offered(line):
        words = line.split(" ")
        done = subprocess.run(
            [sys.executable, "-m", "checker"],
            env=os.environ
            | {
                "PYTHONPATH": str(ROOT),
                "_TFCHECK_COMPLETE": "bash_complete",
                "COMP_WORDS": line,
                "COMP_CWORD": str(len(words) - 1),
            },
            capture_output=True,
            text=True,
            check=True,
            cwd=folder,
        )
        return [tuple(each.split(",", 1)) for each in done.stdout.split()]

    return offered


def plain(*values):
    return [("plain", value) for value in values]


def test_a_command_or_a_file_whose_names_begin_so(complete):
    assert complete("tfcheck po") == plain("policies", "polaris.tfstate")


def test_where_no_command_begins_so_the_shell_looks_for_files(complete):
    assert complete("tfcheck pl") == [("file", "pl")]


def test_options_of_check_without_its_name(complete):
    assert complete("tfcheck --sev") == plain("--severity")
    assert complete("tfcheck plan.json --sev") == plain("--severity")
    assert complete("tfcheck --he") == plain("--help")


@pytest.mark.parametrize("command", ["check", "dump"])
def test_files_of_commands(complete, command):
    assert complete(f"tfcheck {command} pl") == [("file", "pl")]


@pytest.mark.parametrize(
    "line",
    ["tfcheck policies show DBX-ML-00", "tfcheck policies list --select dbx-ml-00"],
    ids=["argument", "option, small letters"],
)
def test_policies(complete, line):
    offered = complete(line)
    assert ("plain", "DBX-ML-001") in offered
    assert all(value.startswith("DBX-ML-00") for _, value in offered)


@pytest.mark.parametrize("option", ["--select", "--skip"])
def test_policies_and_groups_of_check_after_a_comma(complete, option):
    assert complete(f"tfcheck check {option} DBX-EXP-001,mode") == plain("DBX-EXP-001,models")
    assert complete(f"tfcheck {option} mode") == plain("models")


def test_policies_of_folders_of_ones_own(complete, folder):
    (folder / "own").mkdir()
    (folder / "own/x.rego").write_text(
        "# METADATA\n# title: X\n# description: X.\n# custom:\n#   id: ACME-X-001\n#   severity: low\n"
        "#   resource_types: [x]\n#   remediation: X.\npackage acme.x\n"
    )
    assert complete("tfcheck policies show --policy own ACME") == plain("ACME-X-001")
    (folder / "tfcheck.yaml").write_text("policies: [own]\n")
    assert complete("tfcheck policies show ACME") == plain("ACME-X-001")


def test_a_broken_configuration_offers_nothing_and_breaks_nothing(complete, folder):
    (folder / "tfcheck.yaml").write_text("nonsense: true\n")
    assert complete("tfcheck policies show ACME") == []


def test_sets(complete):
    assert complete("tfcheck policies list --set base") == plain("baseline")
    assert complete("tfcheck plan.json --set llmops,c") == plain("llmops,cost")


@pytest.mark.parametrize("line", ["list --framework", "controls"])
def test_frameworks(complete, line):
    assert complete(f"tfcheck policies {line} nist") == plain("nist-800-53")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_prints_a_script_that_its_shell_accepts(tmp_path, shell):
    done = subprocess.run(
        [sys.executable, "-m", "checker", "completion", shell], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert f"_TFCHECK_COMPLETE={shell}_complete" in done.stdout
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not here to read the script")
    script = tmp_path / f"script.{shell}"
    script.write_text(done.stdout)
    subprocess.run([program, "-n", str(script)], check=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_with_it(folder):
    """The function is called as bash calls it when somebody presses the tab key."""
    command = folder / "tfcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n')
    command.chmod(0o755)
    line = (
        "source <(tfcheck completion bash); COMP_WORDS=(tfcheck policies show DBX-EXP-001); COMP_CWORD=3; "
        '_tfcheck_completion tfcheck; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", line],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    assert done.stdout == "DBX-EXP-001\n"
