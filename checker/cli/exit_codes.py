"""What the exit code of a check says."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Report, Severity


class ExitCode(IntEnum):
    """Stable: scripts depend on them."""

    CLEAN = 0  # nothing open
    FINDINGS = 1  # open findings at or above --fail-on; with --strict also undecided ones
    USAGE = 2  # the command line or the configuration is wrong
    INCOMPLETE = 3  # something could not be looked at; goes before FINDINGS


def exit_code(report: Report, *, fail_on: Severity, strict: bool) -> ExitCode:
    """The exit code for a report; `fail_on` is the lowest severity that fails."""
    if not report.is_complete:
        return ExitCode.INCOMPLETE
    failing = (
        finding
        for finding in report.findings
        if finding.severity >= fail_on and (finding.is_open or (strict and finding.waiver is None))
    )
    return ExitCode.FINDINGS if any(failing) else ExitCode.CLEAN
