"""What the terminal can show, where there is one."""

from __future__ import annotations

import os
import sys
from typing import Any

from checker.reporters import RenderOptions

_NARROWEST = 60
# Programs and terminals that make links of OSC 8; older ones may print its text.
# https://github.com/Alhadis/OSC8-Adoption
_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal"})
_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm")
_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID")
_FIRST_VTE = 5000  # 0.50, of September 2017


def render_options(*, to_stdout: bool = True, no_color: bool = False, **more: Any) -> RenderOptions:
    """How to render for standard output; a file and a pipe get neither colour nor links."""
    is_terminal = to_stdout and sys.stdout.isatty()
    colour = is_terminal and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = os.get_terminal_size(sys.stdout.fileno()).columns if is_terminal else 80
    return RenderOptions(width=max(width, _NARROWEST), colour=colour, hyperlinks=colour and _has_links(), **more)


def _has_links() -> bool:
    """By what terminals say of themselves; FORCE_HYPERLINK, as other programs know it, decides for all."""
    given = os.environ
    if "FORCE_HYPERLINK" in given:
        return given["FORCE_HYPERLINK"] not in {"", "0"}
    vte = given.get("VTE_VERSION", "")
    return (
        given.get("TERM_PROGRAM") in _PROGRAMS
        or given.get("TERM", "").startswith(_TERMS)
        or any(given.get(name) for name in _VARIABLES)
        or (vte.isdigit() and int(vte) >= _FIRST_VTE)
    )
