"""Draws how the resources of a file hang together, as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from checker.reporters.audit.contents import Drawing
from checker.reporters.audit.layout import HEIGHT, WIDTH, layout
from checker.reporters.headline import counted
from checker.reporters.places import slashed
from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Document, Report, Severity
    from checker.reporters.audit.layout import Box

_MOST_BOXES = 60
_MOST_RELATIONS = 500  # in the table
_MARGIN = 6
_LONGEST_TYPE, _LONGEST_NAME = 34, 24  # characters in a box
_STRIPE = 5


def drawings(report: Report, colours: Mapping[str, str]) -> Iterator[Drawing]:
    """One for each file whose resources refer to each other."""
    for number, document in enumerate(report.documents, start=1):
        if document.relations:
            yield _drawing(document, _worst(report, document), colours, number)


def _worst(report: Report, document: Document) -> dict[str, Severity]:
    """Address → the severity of its worst open finding."""
    worst: dict[str, Severity] = {}
    for run in report.runs:
        if run.document.file == document.file:
            for finding in run.findings:
                if finding.is_open:
                    worst[finding.address] = max(worst.get(finding.address, finding.severity), finding.severity)
    return worst


def _drawing(document: Document, worst: Mapping[str, Severity], colours: Mapping[str, str], number: int) -> Drawing:
    neighbours = _neighbours(document.relations)
    shown = _shown(neighbours, worst)
    note = f"{counted(len(neighbours), 'resource')} that refer to others or are referred to"
    if len(shown) < len(neighbours):
        note += f"; {len(shown)} of them are drawn, first those with open findings and what belongs to these"
    return Drawing(
        file=slashed(document.file),
        svg=_svg(document, shown, worst, colours, number),
        note=f"{note}.",
        relations=tuple((address, ", ".join(to)) for address, to in list(document.relations.items())[:_MOST_RELATIONS]),
        more=max(0, len(document.relations) - _MOST_RELATIONS),
    )


def _neighbours(relations: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = {}
    for address, others in relations.items():
        for to in others:
            neighbours.setdefault(address, set()).add(to)
            neighbours.setdefault(to, set()).add(address)
    return neighbours


def _shown(neighbours: Mapping[str, set[str]], worst: Mapping[str, Severity]) -> list[str]:
    """Those with findings first, then those with many relations; each with what it hangs together with."""
    order = sorted(neighbours, key=lambda each: (-worst.get(each, -1), -len(neighbours[each]), each))
    shown: dict[str, None] = {}
    for address in order:
        for each in (address, *sorted(neighbours[address])):
            if len(shown) < _MOST_BOXES:
                shown[each] = None
    return sorted(shown)


def _svg(
    document: Document,
    shown: Sequence[str],
    worst: Mapping[str, Severity],
    colours: Mapping[str, str],
    number: int,
) -> str:
    placed = layout(shown, document.relations)
    types = {resource.address: resource.type for resource in document.resources}
    width, height = placed.width + 2 * _MARGIN, placed.height + 2 * _MARGIN
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width:g} {height:g}"})
    svg.attrib |= {"width": f"{width:g}", "height": f"{height:g}", "role": "img", "class": "graph"}
    svg.set("aria-label", "Which resource refers to which; the table below says the same")
    arrow = f"arrow-{number}"
    _arrow(svg, arrow, colours["faint"])
    inner = ET.SubElement(svg, "g", {"transform": f"translate({_MARGIN} {_MARGIN})"})
    for line in placed.lines:
        looks = {"fill": "none", "stroke": colours["faint"], "stroke-width": "1.2"}
        ET.SubElement(inner, "path", {"d": line, **looks, "marker-end": f"url(#{arrow})"})
    for box in placed.boxes:
        _draw(inner, box, types.get(box.address, ""), worst.get(box.address), colours)
    return ET.tostring(svg, encoding="unicode")


def _arrow(svg: ET.Element, name: str, colour: str) -> None:
    size = {"viewBox": "0 0 10 10", "refX": "9", "refY": "5", "markerWidth": "7", "markerHeight": "7"}
    marker = ET.SubElement(ET.SubElement(svg, "defs"), "marker", {"id": name, "orient": "auto", **size})
    ET.SubElement(marker, "path", {"d": "M0 0L10 5L0 10z", "fill": colour})


def _draw(parent: ET.Element, box: Box, type_: str, worst: Severity | None, colours: Mapping[str, str]) -> None:
    """A box with the resource's type and name; a stripe in the colour of its worst finding."""
    group = ET.SubElement(parent, "g", {"transform": f"translate({box.x:g} {box.y:g})"})
    ET.SubElement(group, "title").text = safe(box.address)
    size = {"width": str(WIDTH), "height": str(HEIGHT), "rx": "5"}
    ET.SubElement(group, "rect", {**size, "fill": colours["card"], "stroke": colours["line"]})
    stripe = colours["line"] if worst is None else colours[worst.label]
    ET.SubElement(group, "rect", {"width": str(_STRIPE), "height": str(HEIGHT), "rx": "2", "fill": stripe})
    module, name = _parted(box.address, type_)
    _write(group, f"{module}{type_}", _LONGEST_TYPE, {"y": "18", "font-size": "11", "fill": colours["faint"]})
    _write(group, name, _LONGEST_NAME, {"y": "34", "font-size": "13", "font-weight": "600", "fill": colours["ink"]})


def _parted(address: str, type_: str) -> tuple[str, str]:
    """The address before its type, and after it."""
    module, found, name = address.rpartition(f"{type_}.") if type_ else ("", "", address)
    return (module, name) if found else ("", address)


def _write(group: ET.Element, text: str, longest: int, looks: Mapping[str, str]) -> None:
    line = safe(text)
    shown = line if len(line) <= longest else f"{line[: longest - 1]}…"
    ET.SubElement(group, "text", {"x": "14", **looks}).text = shown
