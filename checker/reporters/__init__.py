"""Which formats a report can be rendered in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from checker.errors import UsageError
from checker.reporters.options import RenderOptions

if TYPE_CHECKING:
    from checker.model import Report

__all__ = ["BINARY", "REPORTERS", "WITH_EVIDENCE", "RenderOptions", "Reporter", "reporter"]


class Reporter(Protocol):
    """Turns a report into the text of one format, or into the bytes of a binary one."""

    def __call__(self, report: Report, options: RenderOptions) -> str | bytes:
        """Same report, same options, same bytes."""
        ...


# "module:function" instead of the functions, so that a run pays only for the format it asks for.
REPORTERS = {
    "text": "checker.reporters.text:render",
    "json": "checker.reporters.json:render",
    "sarif": "checker.reporters.sarif:render",
    "junit": "checker.reporters.junit:render",
    "tap": "checker.reporters.tap:render",
    "markdown": "checker.reporters.markdown:comment",
    "github": "checker.reporters.github:render",
    "github-summary": "checker.reporters.markdown:summary",
    "gitlab-codequality": "checker.reporters.gitlab_codequality:render",
    "gitlab-sast": "checker.reporters.gitlab_sast:render",
    "azure": "checker.reporters.azure:render",
    "csv": "checker.reporters.csv:render",
    "xlsx": "checker.reporters.xlsx:render",
    "oscal": "checker.reporters.oscal:render",
    "html": "checker.reporters.html:render",
    "pdf": "checker.reporters.pdf:render",
}
# Formats that are no text, and nothing to show on a terminal.
BINARY = frozenset({"xlsx", "pdf"})
# Formats that show the values at findings, and what resources refer to: `Settings.evidence`.
WITH_EVIDENCE = frozenset({"html", "pdf"})


def reporter(name: str) -> Reporter:
    """Import the reporter of that name.

    Raises:
        UsageError: there is none, and the hint names the nearest; or the library that it needs is not installed.

    """
    if name not in REPORTERS:
        from difflib import get_close_matches  # noqa: PLC0415 -- 2 ms that only a mistake need pay

        nearest = get_close_matches(name.lower(), REPORTERS, n=1)
        raise UsageError(
            f"unknown format {name!r}; known formats: {', '.join(REPORTERS)}",
            hint=f"did you mean {nearest[0]!r}?" if nearest else "",
        )
    module, function = REPORTERS[name].split(":")
    return cast("Reporter", getattr(import_module(module), function))
