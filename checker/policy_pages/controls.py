"""A framework's controls, with the policies that answer for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.frameworks import AWAITS_REVIEW
from checker.reporters.headline import counted
from checker.reporters.text.page import Ink, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.controls import Control, Coverage
    from checker.reporters.options import RenderOptions


def controls_page(coverage: Coverage, shown: Sequence[Control], options: RenderOptions) -> str:
    """The controls of `shown`, and how many of all have a policy."""
    page = Page(options)
    page.write(Ink(f"{coverage.framework.title} {coverage.version}", "heading"))
    width = max((len(control.id) for control in coverage.controls), default=0)
    for control in shown:
        names = ", ".join(policy.id for policy in control.policies) or "no policy"
        role = "" if control.policies else "faint"
        text = f"{control.title}: {names}" if control.title else names
        page.write(Ink(f"{control.id:{width}}", "strong"), "  ", Ink(text, role), indent=2, hang=width + 2)
    for id_, policies in coverage.unknown.items():
        names = ", ".join(policy.id for policy in policies)
        page.write(Ink(f"{id_} is not in the list of controls: {names}", "warning"), indent=2, hang=2)
    page.gap()
    covered = sum(1 for control in coverage.controls if control.policies)
    page.write(f"{counted(len(coverage.controls), 'control')}, {covered} with a policy")
    page.write(Ink(coverage.note, "faint"))
    if not coverage.framework.is_reviewed:
        page.write(Ink(AWAITS_REVIEW, "faint"))
    return page.text()


def controls_tree(coverage: Coverage, shown: Sequence[Control]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "framework": coverage.framework.name,
        "title": coverage.framework.title,
        "version": coverage.version,
        "note": coverage.note,
        "awaits_review": not coverage.framework.is_reviewed,
        "controls": [
            {"id": control.id, "title": control.title, "policies": [policy.id for policy in control.policies]}
            for control in shown
        ],
        "unknown": {id_: [policy.id for policy in policies] for id_, policies in coverage.unknown.items()},
    }
