"""Renders a report as Markdown: a comment for a pull request, or the summary of a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reporters.headline import headline, trouble
from checker.reporters.identity import digest
from checker.reporters.markdown.blocks import counts, footer, problems, unused_waivers
from checker.reporters.markdown.escape import text
from checker.reporters.markdown.findings import groups
from checker.reporters.markdown.room import Room
from checker.reporters.places import slashed

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.options import RenderOptions

# Bytes, a little below what GitHub takes: 65,536 characters for a comment, 1 MiB for the summary of a step.
# https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
_COMMENT = 65_000
_SUMMARY = 1_000_000


def comment(report: Report, _options: RenderOptions) -> str:
    """For a pull request: short, and with a first line by which the next run finds it again."""
    return _page(report, _COMMENT, [_marker(report), ""])


def summary(report: Report, _options: RenderOptions) -> str:
    """For `$GITHUB_STEP_SUMMARY`."""
    return _page(report, _SUMMARY, [])


def _page(report: Report, size: int, before: list[str]) -> str:
    end = footer(report)
    room = Room(size - len(end.encode()))
    room.add([*before, f"### tfcheck: {text(headline(report))}", ""])
    missing = trouble(report)
    if missing:
        room.add([f"**CHECK INCOMPLETE:** {text(missing)}. No findings does not mean compliant here.", ""])
    room.add(counts(report))
    room.add_all(problems(report))
    room.add_all(groups(report))
    room.add_all(unused_waivers(report))
    return "\n".join([*room.lines(), end])


def _marker(report: Report) -> str:
    """The same for the same files, so that each environment of a project keeps a comment of its own."""
    files = "\0".join(sorted(slashed(document.file) for document in report.documents))
    return f"<!-- tfcheck:{digest(files)[:16]} -->"
