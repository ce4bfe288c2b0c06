"""Gathers what is wrong with a configuration while it is evaluated, each thing once, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Location, Problem

if TYPE_CHECKING:
    from checker.hcl.tree import Node

_MOST = 200  # of one configuration: whoever reads them mends the first


class Notes:
    """Problems, in the order in which they were met."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Problem] = {}

    def add(self, message: str, file: str, node: Node | None = None, hint: str = "", excerpt: str = "") -> None:
        """Note one."""
        if len(self._found) >= _MOST:
            return
        location = Location(file=file, line=node.line, column=node.column) if node else Location(file=file)
        shown = f"{message}\n{excerpt}" if excerpt else message
        problem = Problem(stage="read", message=shown, hint=hint, location=location)
        self._found.setdefault((str(location), message), problem)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them."""
        return tuple(self._found.values())
