"""What all shipped policies find in projects in the style of Databricks' documentation and public registries."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tests.reading import ROOT
from tests.running import tfcheck

if TYPE_CHECKING:
    from pathlib import Path

PROJECTS = {
    file.parent.relative_to(ROOT).as_posix(): file
    for pattern in (
        "examples/patterns/*/plan.json",
        "examples/llmops/prod/plan.json",
        "tests/fixtures/configurations/*/plan.json",
    )
    for file in sorted(ROOT.glob(pattern))
}
TABLE = ROOT / "docs/false-alarms.md"


class Row(NamedTuple):
    """One policy in one project; every row of the table has a judgement and its reason besides."""

    project: str
    policy: str
    failed: int
    undecided: int


def found(project: str, file: Path) -> set[Row]:
    """What is found there now."""
    report = tfcheck(file, "--select", "*", "--format", "json", cwd=ROOT).report
    findings = [(run["policy"], finding["decided"]) for run in report["runs"] for finding in run["findings"]]
    counts = Counter(findings)
    return {
        Row(project, policy, counts[policy, True], counts[policy, False])
        for policy in {policy for policy, _ in findings}
    }


def judged() -> dict[Row, tuple[str, str]]:
    """The rows of the table, with judgement and reason."""
    rows = {}
    project = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("### "):
            project = line.strip("# `")
        elif line.startswith("| DBX-"):
            policy, failed, undecided, judgement, why = (cell.strip() for cell in line.strip("|").split("|"))
            rows[Row(project, policy, int(failed), int(undecided))] = (judgement, why)
    return rows
