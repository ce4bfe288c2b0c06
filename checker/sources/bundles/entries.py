"""Says what the direct engine keeps of one resource."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field


class Depends(Struct):
    """One resource that another needs, and the reference that says so."""

    node: str
    label: str = ""


class Entry(Struct):
    """One resource of a state."""

    id: str = field(name="__id__")
    state: dict[str, Any] = {}
    depends_on: list[Depends] | None = None
