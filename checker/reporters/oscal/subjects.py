"""Which resources the observations are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.reporters.oscal.names import prop, words
from checker.reporters.places import slashed

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.oscal.names import Names


def inventory(report: Report, names: Names) -> list[dict[str, Any]]:
    """An item for each resource that something was found at, once for each document."""
    items: dict[str, dict[str, Any]] = {}
    for run in report.runs:
        for finding in run.findings:
            uuid = names.of_resource(run.document, finding.address)
            if uuid not in items:
                props = [prop("document", slashed(run.document.file)), prop("address", finding.address)]
                items[uuid] = {"uuid": uuid, "description": words(finding.address), "props": props}
    return list(items.values())
