"""Renders an audit report as PDF, with page numbers, contents and tagged headings."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import UsageError

try:
    import typst

    from checker.reporters.audit import audit
except ImportError as missing:
    needed = "the format pdf needs typst, pygal and igraph"
    raise UsageError(needed, "python -m pip install 'tfcheck[pdf]'") from missing

from checker.reporters.audit.colours import ON_PAPER
from checker.reporters.headline import counted
from checker.reporters.json_text import json_text
from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Report
    from checker.reporters.options import PastCheck, RenderOptions

_TEMPLATE = Path(__file__).parent / "report.typ"
# Of a text: more would fill pages. So many findings take a thousand pages, and 1.3 GB to make them.
_MOST_CHARACTERS, _MOST_FINDINGS = 2_000, 10_000
_FONT = '<svg font-family="Libertinus Serif" '  # which typst brings along


def render(report: Report, options: RenderOptions) -> bytes:
    """With as many findings as a file of a thousand pages holds."""
    return pages(report, _MOST_FINDINGS, options.history)


def pages(report: Report, most: int, history: Sequence[PastCheck] = ()) -> bytes:
    """Everything from outside is data for the template, and never Typst's markup."""
    told = audit(report, ON_PAPER, most=most, history=history)
    inputs = {"audit": json_text(_plain(told)), "colours": json_text(ON_PAPER)}
    started = report.started.astimezone(UTC).replace(microsecond=0)  # PDF knows none, and typst refuses them
    pdf = typst.compile(_TEMPLATE, format="pdf", sys_inputs=inputs, timestamp=started)
    assert isinstance(pdf, bytes)
    return pdf


def _plain(value: Any) -> Any:
    """What JSON can say, with nothing in a text that would be obeyed or hidden."""
    if isinstance(value, str):
        return value.replace("<svg ", _FONT, 1) if value.startswith("<svg ") else _shortened(safe(value))
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    fields = getattr(value, "__struct_fields__", None)
    return {name: _plain(getattr(value, name)) for name in fields} if fields else value


def _shortened(text: str) -> str:
    left_out = len(text) - _MOST_CHARACTERS
    return f"{text[:_MOST_CHARACTERS]}… ({counted(left_out, 'more character')})" if left_out > 0 else text
