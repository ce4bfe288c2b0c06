"""What the documentation says about the program is what the program does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from checker.cli import cli
from tests.running import LLMOPS, ROOT, environment, tfcheck

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
NOT_RUN = ("make ", "python -m pip ", "terraform plan ")  # they install, or need a cloud


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands() -> Iterator[tuple[str, click.Command]]:
    waiting: list[tuple[str, click.Command]] = [("tfcheck", cli)]
    while waiting:
        name, command = waiting.pop()
        yield name, command
        if isinstance(command, click.Group):
            context = click.Context(command)
            for each in command.list_commands(context):
                found = command.get_command(context, each)
                assert found is not None
                waiting.append((f"{name} {each}", found))


LEAVES = {name: command for name, command in commands() if not isinstance(command, click.Group)}


def test_the_readme_shows_the_help(tmp_path: Path) -> None:
    help_ = tfcheck("--help", cwd=tmp_path, variables={"COLUMNS": "80"}).out
    assert help_ in blocks(README, "text")


def test_the_readme_shows_real_output() -> None:
    out = tfcheck("examples/llmops/risky/plan.json", cwd=ROOT).out
    excerpt = blocks(README, "text")[0]
    assert "fix: " in excerpt
    assert excerpt in out


def console() -> list[str]:
    lines = [line for block in blocks(README, "console") for line in block.splitlines()]
    assert all(line.startswith("$ ") for line in lines)
    return [line.removeprefix("$ ").partition("  #")[0].strip() for line in lines]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder as the README supposes it, with programs that stand in for tfcheck's installation and Terraform."""
    shutil.copytree(LLMOPS, tmp_path / "examples/llmops")
    shutil.copytree(LLMOPS / "prod", tmp_path / "environments/prod")
    shutil.copy(LLMOPS / "risky/plan.json", tmp_path / "plan.json")
    shutil.copy(LLMOPS / "risky/terraform.tfstate", tmp_path / "terraform.tfstate")
    programs = {
        "tfcheck": f'exec "{sys.executable}" -m checker "$@"',
        "terraform": f'[ "$*" = "show -json tfplan" ] && cat "{LLMOPS}/prod/plan.json"',
    }
    for name, line in programs.items():
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{line}\n")
        program.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="they are commands of a POSIX shell")
@pytest.mark.parametrize("command", [line for line in console() if not line.startswith(NOT_RUN)])
def test_commands_of_the_readme_work(project: Path, command: str) -> None:
    path = f"{project / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=project, env=environment(PATH=path), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode in (0, 1)


def test_make_knows_the_commands_of_the_readme() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [line.removeprefix("make ") for line in console() if line.startswith("make ")]
    assert targets == ["run", "test"]
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


@pytest.mark.parametrize("name", LEAVES)
def test_every_option_is_documented_and_no_other(name: str) -> None:
    section = re.search(rf"^##+ {name}\n(.*?)(?=^##|\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert section, f"docs/commands.md has no section {name}"
    cells = re.findall(r"^\| (`-.*?) \|", section[1], re.MULTILINE)
    documented = {word for cell in cells for word in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", cell)}
    options = [parameter for parameter in LEAVES[name].params if isinstance(parameter, click.Option)]
    assert documented == {flag for option in options for flag in (*option.opts, *option.secondary_opts)}


def test_every_section_is_of_a_command() -> None:
    sections = set(re.findall(r"^##+ (tfcheck.*)$", COMMANDS, re.MULTILINE))
    assert sections == {name for name, _ in commands() if name != "tfcheck"}


@pytest.mark.parametrize("name", LEAVES)
def test_the_help_of_every_command_has_examples(name: str) -> None:
    """Whoever asks for help copies an example first."""
    help_ = LEAVES[name].get_help(click.Context(LEAVES[name], info_name=name))
    assert "Examples:" in help_
    assert name in help_


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (document.parent / target).exists(), target


def test_the_exit_codes_are_those_of_the_program() -> None:
    from checker.cli.exit_codes import ExitCode

    rows = re.findall(r"^\| (\d) \|", README, re.MULTILINE)
    assert [int(row) for row in rows] == [code.value for code in ExitCode]


def test_the_sets_of_the_readme_are_those_of_the_program() -> None:
    from checker.settings import SETS

    assert dict(re.findall(r"^\| `([a-z]+)` \| (.*) \|$", README, re.MULTILINE)).keys() == SETS.keys()


def test_the_statuses_of_the_readme_are_those_of_the_program() -> None:
    from checker.model import Status

    assert re.findall(r"^\| ([A-Z_]+) \|", README, re.MULTILINE) == [status.value for status in Status]


def test_every_format_is_described_and_no_other() -> None:
    from checker.reporters import REPORTERS

    text = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \|$", text.partition("## What is where")[0], re.MULTILINE)
    assert rows == list(REPORTERS)


def test_every_format_is_in_the_benchmark() -> None:
    from bench.reports import _READ_BY
    from checker.reporters import REPORTERS

    assert list(_READ_BY) == list(REPORTERS)
