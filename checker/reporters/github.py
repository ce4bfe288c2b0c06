"""Renders a report as workflow commands: GitHub shows them as annotations.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Severity
from checker.reporters.annotations import Dialect, log
from checker.reporters.places import slashed
from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.annotations import Annotation
    from checker.reporters.options import RenderOptions

_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "notice",
    Severity.INFO: "notice",
}


def render(report: Report, _options: RenderOptions) -> str:
    """At most ten commands of a level, then the verdict."""
    return log(report, Dialect(levels=_LEVELS, undecided="notice", command=_command))


def _command(each: Annotation) -> str:
    place = each.location
    given = {"title": each.title}
    if place is not None:
        given |= {"file": slashed(place.file)}
        given |= {"line": str(place.line)} if place.line else {}
        given |= {"col": str(place.column)} if place.line and place.column else {}
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    return f"::{each.level} {properties}::{_data(each.message)}"


def _data(text: str) -> str:
    """Everything of a line is escaped but its end, which becomes one of the annotation."""
    return "%0A".join(safe(line).replace("%", "%25") for line in text.splitlines())


def _property(text: str) -> str:
    return safe(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
