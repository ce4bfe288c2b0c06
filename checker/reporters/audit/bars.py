"""Draws horizontal bars as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pygal
from msgspec import Struct
from pygal.style import Style

from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDTH = 430
_BAR = 30  # with the space between
_LONGEST = 24  # characters of a label
_NARROWEST = 0.05  # of the longest bar: where a number has room
# What pygal puts in for its own script, and tooltips and colours for all kinds of charts.
_LEFT_OUT = frozenset({"script", "style", "title", "desc"})


class Series(Struct, frozen=True, kw_only=True):
    """One part of every bar."""

    name: str
    colour: str  # its name
    numbers: tuple[int, ...]


def bars(
    title: str, labels: Sequence[str], series: Sequence[Series], colours: Mapping[str, str], *, shares: bool
) -> str:
    """A bar for each label, in parts; with `shares` each is as long as the others."""
    chart = pygal.HorizontalStackedBar(
        width=_WIDTH,
        height=_BAR * len(labels) + 16,
        margin=8,
        spacing=6,
        style=Style(label_font_size=13, value_font_size=12),  # it measures by them
        print_values=True,
        print_zeroes=False,
        show_x_labels=False,  # those of the values, for these bars lie
        show_legend=False,  # its own is cut where there are many parts
        rounded_bars=2,
    )
    chart.uuid = "".join(char if char.isalnum() else "-" for char in title.lower())
    chart.x_labels = [_label(label) for label in reversed(labels)]  # pygal begins at the bottom
    wholes = [sum(each.numbers[row] for each in series) for row in range(len(labels))]
    for each in series:
        numbers = zip(each.numbers, wholes if shares else [max(wholes)] * len(wholes), strict=True)
        chart.add(each.name, [_value(number, whole) for number, whole in numbers][::-1])
    return _svg(chart.render_tree(), title, _css(f"#chart-{chart.uuid}", series, colours))


def _label(label: str) -> str:
    text = safe(label)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _value(number: int, whole: int) -> dict[str, object] | None:
    """A part of the longest bar; None: no part, and no 0 on it."""
    if not number:
        return None
    share = number / whole
    return {"value": 100 * share, "formatter": lambda _: str(number) if share > _NARROWEST else ""}


def _css(chart: str, series: Sequence[Series], colours: Mapping[str, str]) -> str:
    rules = [f"{chart} .color-{number}{{fill:{colours[each.colour]}}}" for number, each in enumerate(series)]
    pale = [number for number, each in enumerate(series) if each.colour == "none"]
    return "".join(
        (
            *rules,
            f"{chart} text{{fill:{colours['ink']};font-size:13px}}",
            f"{chart} .background{{fill:none}}",
            f"{chart} .tooltip-overlay{{display:none}}",
            f"{chart} .axis.y text{{text-anchor:end}}",
            f"{chart} .text-overlay text{{fill:{colours['on-bar']};font-size:12px;font-weight:600}}",
            *(f"{chart} .text-overlay .color-{number} text{{fill:{colours['on-none']}}}" for number in pale),
        )
    )


def _svg(tree: ET.Element, title: str, css: str) -> str:
    """As text, without what a script would need, and without the day on which it was drawn."""
    for parent in list(tree.iter()):
        for child in list(parent):
            if child.tag in _LEFT_OUT or not isinstance(child.tag, str):  # a comment has a function for a tag
                parent.remove(child)
    style = ET.Element("style")
    style.text = css
    tree.insert(0, style)
    tree.set("role", "img")
    tree.set("aria-label", f"{title}: the table below says the same")
    return ET.tostring(tree, encoding="unicode")
