"""Runs tfcheck the way users do: as a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
LLMOPS = ROOT / "examples/llmops"
CLEAN = LLMOPS / "prod/plan.json"
RISKY = LLMOPS / "risky/plan.json"
_OF_TERMINALS = frozenset({"NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "TERM_PROGRAM", "VTE_VERSION"})
_OF_TERMINALS |= {"WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID"}
COMMAND = (sys.executable, "-m", "checker")

# Own policies, whose verdicts the tests choose: policies that tfcheck ships may change.
_METADATA = """\
# METADATA
# title: {title}
# description: What it looks at.
# custom:
#   id: {id}
#   severity: {severity}
#   sets: [{sets}]
#   resource_types: [databricks_grants]
#   remediation: Do better.
{more}package {package}

"""
_ADDRESS = '"databricks_grants.registered_model_model"'
ANSWERS = {
    "passes": f"deny := set()\nundecided := set()\nchecked := {{{_ADDRESS}}}\n",
    "fails": (
        f'deny contains {{"address": {_ADDRESS}, "path": "grant", "message": "not allowed"}}\n'
        f"undecided := set()\nchecked := {{{_ADDRESS}}}\n"
    ),
    "doubts": (
        f'deny := set()\nundecided contains {{"address": {_ADDRESS}, "path": "grant", "message": "not known yet"}}\n'
        f"checked := {{{_ADDRESS}}}\n"
    ),
    "ignores": "deny := set()\nundecided := set()\nchecked := set()\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of one run."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """Its output where that is JSON."""
        tree: dict[str, Any] = json.loads(self.out)
        return tree

    @property
    def statuses(self) -> dict[str, str]:
        """Policy → status, of a JSON report about one document."""
        return {run["policy"]: run["status"] for run in self.report["runs"]}


def environment(**variables: str) -> dict[str, str]:
    """The caller's, with tfcheck at hand and without what would change its output."""
    given = {name: value for name, value in os.environ.items() if name not in _OF_TERMINALS}
    return given | {"PYTHONPATH": str(ROOT)} | variables


def tfcheck(
    *arguments: object, cwd: Path, stdin: bytes = b"", variables: Mapping[str, str] | None = None, limit: float = 60
) -> Done:
    """Run it to its end."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment(**(variables or {})),
        timeout=limit,
    )
    return Done(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())


def write_policy(
    folder: Path,
    id_: str = "OWN-1",
    rules: str = ANSWERS["passes"],
    *,
    severity: str = "high",
    sets: str = "own",
    package: str = "",
    more: str = "",
) -> Path:
    """Write a policy with METADATA into `folder`; its file."""
    name = id_.lower().replace("-", "_")
    head = _METADATA.format(
        title=f"Policy {id_}",
        id=id_,
        severity=severity,
        sets=sets,
        package=package or f"own.{name}.{name}",
        more="".join(f"# {line}\n" for line in more.splitlines()),
    )
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.rego"
    file.write_text(head + rules, encoding="utf-8")
    return file
