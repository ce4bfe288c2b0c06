"""Which formats a report can be rendered in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from checker.errors import UsageError
from checker.reporters.options import RenderOptions

if TYPE_CHECKING:
    from checker.model import Report

__all__ = ["REPORTERS", "RenderOptions", "Reporter", "reporter"]


class Reporter(Protocol):
    """Turns a report into the text of one format."""

    def __call__(self, report: Report, options: RenderOptions) -> str:
        """Same report, same options, same bytes."""
        ...


# "module:function" instead of the functions, so that a run pays only for the format it asks for.
REPORTERS = {
    "json": "checker.reporters.json:render",
    "text": "checker.reporters.text:render",
}


def reporter(name: str) -> Reporter:
    """Import the reporter of that name.

    Raises:
        UsageError: there is none; the hint names the nearest.

    """
    if name not in REPORTERS:
        from difflib import get_close_matches  # noqa: PLC0415 -- 2 ms that only a mistake need pay

        nearest = get_close_matches(name.lower(), REPORTERS, n=1)
        raise UsageError(
            f"unknown format {name!r}; known formats: {', '.join(sorted(REPORTERS))}",
            hint=f"did you mean {nearest[0]!r}?" if nearest else "",
        )
    module, function = REPORTERS[name].split(":")
    return cast("Reporter", getattr(import_module(module), function))
