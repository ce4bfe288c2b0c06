"""Which colours and weights things have.

Of rich, styles alone: its console costs 24 ms to import and a quarter of a millisecond a line,
which is most of a pre-commit hook's time, or seconds for ten thousand findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Of the eight colours that every terminal has, so that light and dark themes stay readable.
STYLES = {
    "critical": "bold white on red",
    "high": "bold red",
    "medium": "bold yellow",
    "low": "bold cyan",
    "info": "bold blue",
    "alarm": "bold white on red",
    "bad": "bold red",
    "warning": "yellow",
    "good": "bold green",
    "heading": "bold underline",
    "strong": "bold",
    "faint": "dim",
}


def painter(*, colour: bool) -> Callable[[str, str], str]:
    """Return what gives a text the style of a role, or leaves it alone when there is no colour."""
    if not colour:
        return lambda _role, text: text
    from rich.color import ColorSystem  # noqa: PLC0415 -- 8 ms that a run without colour need not pay
    from rich.style import Style  # noqa: PLC0415 -- as above

    styles = {role: Style.parse(definition) for role, definition in STYLES.items()}

    def paint(role: str, text: str) -> str:
        return styles[role].render(text, color_system=ColorSystem.STANDARD) if role else text

    return paint
