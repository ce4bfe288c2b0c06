"""How text becomes HTML: everything is escaped, and nothing in it is obeyed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from checker.reporters.headline import counted
from checker.reporters.text.safe import safe

_FOLDER = Path(__file__).parent / "templates"
_SPAN = re.compile(r"`([^`]+)`")
_BREAKS = re.compile(r"(?<=[./\[_])(?=[^./\[_])")  # where a long address may go on in the next line


@cache
def environment() -> Environment:
    """With the filters that the templates use."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        finalize=_safe,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"prose": _prose, "breakable": _breakable, "counted": counted, "as_is": Markup}
    made.tests["link"] = _is_link
    return made


def _safe(value: object) -> object:
    """What a template prints, before it is escaped; markup was made safe where it was made."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _prose(text: str) -> Markup:
    """What stands between backticks is code, as policies write it."""
    pieces = _SPAN.split(text)
    return Markup().join(
        Markup("<code>{}</code>").format(safe(piece)) if number % 2 else escape(safe(piece))
        for number, piece in enumerate(pieces)
    )


def _breakable(text: str) -> Markup:
    """A name that may be broken after its separators."""
    return Markup("<wbr>").join(_BREAKS.split(safe(text)))


def _is_link(text: str) -> bool:
    return text.startswith(("https://", "http://"))
