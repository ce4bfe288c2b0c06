"""How text from outside stands in GitHub's and GitLab's Markdown without meaning anything there.

Backslashes and entities keep the parser away, but not what works upon its result: mentions (@name)
notify people, and #1 refers to an issue. An empty HTML comment between the two characters does.
https://github.github.com/gfm/
"""

from __future__ import annotations

import re
from html import escape

from checker.reporters.text.safe import safe
from checker.reporters.text.wording import prose

# What means something wherever it stands, then what does in some places only: so that names stay readable.
_PUNCTUATION = re.compile(
    r"[\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)|(?<=[Ww]{3})\.|:(?=/)|^[-+=#]|(?<=^\d)[.)]|(?<=^\d\d)[.)]"
)
_REFERENCE = re.compile(r"([@#!%^&]|\\[~$&#])(?=\w)")  # what GitHub and GitLab make links of
_REFERENCE_IN_HTML = re.compile(r"([@#!%^~$]|&amp;)(?=\w)")
_SPAN = re.compile(r"`([^`]+)`")
_TICKS = re.compile(r"`+")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


def text(value: str) -> str:
    """One line of text; what stands between backticks stays code, as policies write it."""
    value = prose(safe(prose(value)))
    pieces = _SPAN.split(value)
    return "".join(code(piece) if number % 2 else _escaped(piece) for number, piece in enumerate(pieces))


def code(value: str) -> str:
    """A code span that shows exactly this on one line."""
    value = safe(prose(value)) or " "
    fence = "`" * (max((len(found) for found in _TICKS.findall(value)), default=0) + 1)
    pad = " " if value.startswith("`") or value.endswith("`") else ""
    return f"{fence}{pad}{value}{pad}{fence}"


def html(value: str) -> str:
    """The same inside of HTML, where there is no Markdown."""
    return _REFERENCE_IN_HTML.sub(r"\1<!-- -->", escape(safe(prose(value)), quote=False))


def html_code(value: str) -> str:
    """As code, where nobody is mentioned."""
    return f"<code>{escape(safe(prose(value)), quote=False)}</code>"


def paragraphs(value: str) -> str:
    """Several lines of text with empty lines between paragraphs."""
    return "\n\n".join(text(paragraph) for paragraph in _PARAGRAPHS.split(value))


def _escaped(value: str) -> str:
    return _REFERENCE.sub(r"\1<!-- -->", _PUNCTUATION.sub(lambda found: f"\\{found[0]}", value))
