"""Renders a report as logging commands: Azure DevOps shows them with the run.

https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
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
    Severity.LOW: "warning",
    Severity.INFO: "warning",
}


def render(report: Report, _options: RenderOptions) -> str:
    """At most ten commands of a level, then the verdict."""
    return log(report, Dialect(levels=_LEVELS, undecided="warning", command=_command))


def _command(each: Annotation) -> str:
    place = each.location
    given = {"type": each.level}
    if place is not None:
        given |= {"sourcepath": slashed(place.file)}
        given |= {"linenumber": str(place.line)} if place.line else {}
        given |= {"columnnumber": str(place.column)} if place.line and place.column else {}
    properties = "".join(f"{name}={_property(value)};" for name, value in given.items())
    return f"##vso[task.logissue {properties}]{_data(f'{each.title}: {each.message}')}"


def _data(text: str) -> str:
    """Everything of a line is escaped but its end, which becomes one of the issue."""
    return "%0A".join(safe(line).replace("%", "%AZP25") for line in text.splitlines())


def _property(text: str) -> str:
    return safe(text).replace("%", "%AZP25").replace(";", "%3B").replace("]", "%5D")
