"""Which colours an audit report has, by what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Severity, Status

# Text on white, or white on them, has a contrast of at least 4.5 (WCAG 2.2, AA).
ON_PAPER = {
    "ink": "#1c2330",
    "faint": "#566074",
    "line": "#d5dae3",
    "card": "#ffffff",
    "critical": "#8f1239",
    "high": "#b3261e",
    "medium": "#945200",
    "low": "#2f5fa8",
    "info": "#566074",
    "failed": "#b3261e",
    "undecided": "#945200",
    "passed": "#1b6e3c",
    "broken": "#6b2fa0",
    "not-applicable": "#667085",
    "none": "#c3c9d5",
    "on-bar": "#ffffff",
    "on-none": "#1c2330",
}
# A page of HTML says in its style sheet what each is, by day and by night.
ON_SCREEN = {name: f"var(--{name})" for name in ON_PAPER}


def of_status(status: Status) -> str:
    """The name of its colour."""
    return status.value.lower().replace("_", "-")


def of_severity(severity: Severity) -> str:
    """The name of its colour."""
    return severity.label
