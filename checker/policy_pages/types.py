"""Resource types with their policies, and those that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.reporters.headline import counted
from checker.reporters.text.page import Ink, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.catalogue.types import TypesCovered
    from checker.reporters.options import RenderOptions


def types_page(found: TypesCovered, options: RenderOptions, *, forgotten_only: bool) -> str:
    """The three lists, and how long they are."""
    page = Page(options)
    if not forgotten_only:
        _list(page, "With a policy", {type_: ", ".join(ids) for type_, ids in found.covered.items()})
        _list(page, "Without one on purpose", found.left_out)
    _list(page, "Forgotten", dict.fromkeys(found.forgotten, ""))
    page.gap()
    every = len(found.covered) + len(found.left_out) + len(found.forgotten)
    page.write(
        f"{counted(every, 'resource type')} of provider databricks {found.version}: {len(found.covered)} with a "
        f"policy, {len(found.left_out)} without one on purpose, {len(found.forgotten)} forgotten"
    )
    return page.text()


def types_tree(found: TypesCovered) -> dict[str, Any]:
    """The same for programs."""
    return {
        "provider": "databricks",
        "version": found.version,
        "covered": {type_: list(ids) for type_, ids in found.covered.items()},
        "left_out": dict(found.left_out),
        "forgotten": list(found.forgotten),
    }


def _list(page: Page, heading: str, lines: Mapping[str, str]) -> None:
    if not lines:
        return
    page.gap()
    page.write(Ink(heading, "heading"))
    for type_, text in lines.items():
        page.write(Ink(type_, "strong"), f"  {text}" if text else "", indent=2, hang=2)
