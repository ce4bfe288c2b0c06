"""How a report is to be rendered: what a reporter may not find out for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from checker.model import Severity


class PastCheck(Struct, frozen=True, kw_only=True):
    """What an earlier check left open."""

    started: datetime  # in UTC
    open: Mapping[Severity, int]  # how many findings of each severity; those without any may be left out


class RenderOptions(Struct, frozen=True, kw_only=True):
    """Passed in, so that the same report and the same options always give the same bytes."""

    width: int = 80  # terminal cells
    colour: bool = False
    verbose: int = 0  # -1: findings, problems and the verdict alone; 1: also what passed, and why
    hyperlinks: bool = False  # OSC 8 links from policy ids to their first reference
    group_by: str = "file"  # file, policy, severity, resource: under what findings stand together
    history: tuple[PastCheck, ...] = ()  # earlier checks, the oldest first
