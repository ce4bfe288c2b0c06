"""Renders a report in the Test Anything Protocol, version 14: https://testanything.org/tap-version-14-specification.html."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.reporters.cases import Outcome, cases
from checker.reporters.headline import headline, trouble
from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Report
    from checker.reporters.cases import Case
    from checker.reporters.options import RenderOptions

_NOT_OK = frozenset({Outcome.FAILED, Outcome.ERROR, Outcome.UNDECIDED})
# What is undecided is "not ok" and yet fails no harness, as a TODO does.
_DIRECTIVES = {Outcome.SKIPPED: "SKIP", Outcome.UNDECIDED: "TODO"}


def render(report: Report, _options: RenderOptions) -> str:
    """A test point for each finding and for each policy that has none."""
    points = list(cases(report))
    lines = ["TAP version 14", f"1..{len(points)}"]
    for number, case in enumerate(points, start=1):
        lines += _point(number, case)
    lines.append(f"# {safe(headline(report))}")
    missing = trouble(report)
    return "\n".join([*lines, *([f"# CHECK INCOMPLETE: {safe(missing)}"] if missing else []), ""])


def _point(number: int, case: Case) -> Iterator[str]:
    verdict = "not ok" if case.outcome in _NOT_OK else "ok"
    directive = _DIRECTIVES.get(case.outcome)
    why = f" # {directive} {_escaped(case.message)}" if directive else ""
    yield f"{verdict} {number} - {_escaped(f'{case.suite}: {case.name}')}{why}"
    if case.details:
        yield "  ---"
        yield f"  message: {_yaml(case.message)}"
        yield f"  kind: {_yaml(case.kind)}"
        for name, value in case.details.items():
            if value and name != "message":
                yield f"  {name.replace(' ', '_')}: {_yaml(value)}"
        yield "  ..."


def _escaped(text: str) -> str:
    """In a description # begins a directive."""
    line = " ".join(map(safe, text.splitlines()))
    return line.replace("\\", "\\\\").replace("#", "\\#")


def _yaml(text: str) -> str:
    """JSON is YAML as well."""
    return json.dumps("\n".join(map(safe, text.splitlines())), ensure_ascii=False)
