"""Runs the whole pipeline over the examples of one policy, tests/examples/<policy id>."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker import configuration
from checker.check import check
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.model import PolicyRun

EXAMPLES = Path(__file__).parents[1] / "examples"


def example_files(policy: str) -> list[Path]:
    """Plans, states and bundles, in order of their names; a folder is a deployment or a configuration."""
    files = sorted((EXAMPLES / policy).iterdir())
    return [
        path / "metadata.json" if (path / "metadata.json").is_file() else path
        for path in files
        if path.is_dir() or (path.suffix in (".json", ".tfstate", ".yml"))
    ]


def example_name(file: Path) -> str:
    """What an example is called: after its file, or the folder of its deployment or configuration."""
    return file.parent.name if file.name == "metadata.json" else file.name


@cache
def runs(policy: str) -> dict[str, PolicyRun]:
    """What the policy says of each of its examples, by name, with the tfcheck.yaml beside them."""
    files = example_files(policy)
    path = configuration.find(EXAMPLES / policy)
    given = configuration.read(path) if path else configuration.Configuration()
    report = check(
        Settings(
            files=tuple(str(file) for file in files),
            started=datetime(2026, 1, 1, tzinfo=UTC),
            select=(policy,),
            target=given.target,
            parameters=given.parameters or {},
        )
    )
    assert [problem for problem in report.problems if problem.stage != "structure"] == []  # partial plans have one
    return {example_name(Path(run.document.file)): run for run in report.runs}


def verdict(name: str, run: PolicyRun) -> str:
    """One line for the example, one for each finding: what is kept in verdicts.txt."""
    findings = (
        f"  {'' if finding.decided else 'undecided: '}{finding.address} {finding.path}".rstrip()
        for finding in run.findings
    )
    return "\n".join([f"{name}: {run.status.name}", *sorted(findings)]) + "\n"
