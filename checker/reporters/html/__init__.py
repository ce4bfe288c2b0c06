"""Renders an audit report as one page of HTML that needs nothing else."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import UsageError

try:
    from checker.reporters.audit import audit
    from checker.reporters.html.templates import environment
except ImportError as missing:
    needed = "the format html needs Jinja2, pygal and igraph"
    raise UsageError(needed, "python -m pip install 'tfcheck[html]'") from missing

from checker.reporters.audit.colours import ON_SCREEN

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.options import RenderOptions

_FOLDER = Path(__file__).parent


def render(report: Report, options: RenderOptions) -> str:
    """Readable without script; the script searches and filters."""
    script = _file("report.js")
    page = (
        environment()
        .get_template("report.html.jinja")
        .render(
            audit=audit(report, ON_SCREEN, history=options.history),
            style=_file("report.css"),
            script=script,
            script_hash=b64encode(sha256(script.encode()).digest()).decode(),  # no other script may run
        )
    )
    return f"{page.rstrip()}\n"


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
