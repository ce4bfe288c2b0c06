"""How places are written for machines."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from checker.model import Location

if TYPE_CHECKING:
    from checker.model import Finding, PolicyRun, Problem


def slashed(file: str) -> str:
    """With / as separator, whatever the system has."""
    return file.replace(os.sep, "/")


def place_of_finding(run: PolicyRun, finding: Finding) -> Location:
    """Where it is; the document as a whole where nothing more is known."""
    return finding.location or Location(file=run.document.file)


def place_of_broken(run: PolicyRun, problem: Problem) -> Location:
    """Where the policy gave up; its module as a whole where nothing more is known."""
    return problem.location or run.policy.location
