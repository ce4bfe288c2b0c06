"""A configuration gets the verdicts that its plan gets."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checker.check import check
from checker.settings import ConfigurationSettings, Settings

ROOT = Path(__file__).parents[2]
CONFIGURATIONS = ROOT / "tests/fixtures/configurations"
FOLDERS = [
    *(path.parent.relative_to(ROOT).as_posix() for path in sorted(CONFIGURATIONS.glob("*/plan.json"))),
    "examples/llmops/prod",
    "examples/llmops/risky",
]
# Versions, completeness and changes, which only a plan has.
ONLY_OF_PLANS = ("DBX-TFS-", "DBX-CHG-", "DBX-PRM-012", "DBX-PRM-013", "DBX-UC-021")
# What is written before anything is planned: versions, modules and the lock file.
ONLY_OF_CONFIGURATIONS = ("DBX-CFG-006",)
INDEX = re.compile(r"\[[0-9]+\]")  # of blocks, which a plan puts in another order where they are a set


def verdicts(file: str) -> tuple[set[tuple[str, str, str, bool]], dict[str, str]]:
    """Findings and statuses of every policy about resources."""
    settings = Settings(
        files=(file,),
        started=datetime(2026, 11, 23, tzinfo=UTC),
        select=("*",),
        configuration=ConfigurationSettings(workspace="default"),
    )
    report = check(settings)
    assert report.problems == ()
    runs = [run for run in report.runs if not run.policy.id.startswith((*ONLY_OF_PLANS, *ONLY_OF_CONFIGURATIONS))]
    findings = {
        (each.policy, each.address, INDEX.sub("[]", each.path), each.decided) for run in runs for each in run.findings
    }
    return findings, {run.policy.id: run.status.value for run in runs}


@pytest.mark.parametrize("folder", FOLDERS)
def test_agrees_with_its_plan(folder: str) -> None:
    configuration = next((ROOT / folder).glob("*.tf")).as_posix()
    assert verdicts(configuration) == verdicts(f"{ROOT / folder}/plan.json")
