"""Where the resources of a graph stand, in layers from what refers to what is referred to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import igraph
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 232, 44  # of a box
_BESIDE, _BELOW = 84, 14  # between boxes


class Box(Struct, frozen=True, kw_only=True):
    """A resource; x and y are its upper left corner."""

    address: str
    x: float
    y: float


class Layout(Struct, frozen=True, kw_only=True):
    """All of it, from 0, 0 on."""

    boxes: tuple[Box, ...]
    lines: tuple[str, ...]  # SVG paths
    width: float
    height: float


def layout(addresses: Sequence[str], relations: Mapping[str, Sequence[str]]) -> Layout:
    """From left to right, by Sugiyama's method: few lines cross, and long ones go around boxes."""
    number = {address: index for index, address in enumerate(addresses)}
    edges = [(number[each], number[to]) for each in addresses for to in relations.get(each, ()) if to in number]
    layers = [round(layer) for _, layer in _placed(len(addresses), edges).coords]
    # The bends that igraph finds for long lines are not in the order of the lines: each is a vertex here.
    routes = [_bends(source, target, layers) for source, target in edges]
    steps = [pair for route in routes for pair in pairwise(route)]
    points = [(layer * (WIDTH + _BESIDE), y * (HEIGHT + _BELOW)) for y, layer in _placed(len(layers), steps, layers)]
    top = min(y for _, y in points)
    points = [(x, y - top) for x, y in points]
    return Layout(
        boxes=tuple(Box(address=each, x=points[n][0], y=points[n][1]) for each, n in number.items()),
        lines=tuple(_path([points[n] for n in route]) for route in routes),
        width=max(x for x, _ in points) + WIDTH,
        height=max(y for _, y in points) + HEIGHT,
    )


def _placed(vertices: int, edges: Sequence[tuple[int, int]], layers: Sequence[int] | None = None) -> igraph.Layout:
    graph = igraph.Graph(n=vertices, edges=edges, directed=True)
    return graph.layout_sugiyama(layers=layers, maxiter=200)


def _bends(source: int, target: int, layers: list[int]) -> list[int]:
    """The line with a new vertex in each layer that it passes; adds their layers."""
    step = 1 if layers[source] < layers[target] else -1
    between = range(layers[source] + step, layers[target], step)
    added = range(len(layers), len(layers) + len(between))
    layers.extend(between)
    return [source, *added, target]


def _path(corners: Sequence[tuple[float, float]]) -> str:
    """From the right side of a box over bends to the left side of another, or the other way round."""
    forward = corners[0][0] <= corners[-1][0]
    first, last = (WIDTH, 0) if forward else (0, WIDTH)
    beside = (first, *(WIDTH / 2 for _ in corners[1:-1]), last)
    path = [(x + aside, y + HEIGHT / 2) for (x, y), aside in zip(corners, beside, strict=True)]
    curves = [_curve(*start, *end) for start, end in pairwise(path)]
    return f"M{path[0][0]:.1f} {path[0][1]:.1f}{''.join(curves)}"


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    middle = (x1 + x2) / 2
    return f"C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
