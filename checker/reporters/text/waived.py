"""How waivers are shown: what they accept, and which of them are idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reporters.text.page import Ink
from checker.reporters.text.wording import prose, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Finding, Waiver
    from checker.reporters.text.page import Page


def write_waived(page: Page, findings: Iterable[tuple[Finding, Waiver]]) -> None:
    """One line for each finding that somebody accepted."""
    for finding, waiver in findings:
        path = f" {finding.path}" if finding.path else ""
        page.write(
            Ink(finding.policy, "strong"),
            f"  {finding.address}{path}: {prose(waiver.reason)} ",
            Ink(terms_of(waiver), "faint"),
            indent=2,
            hang=2,
        )


def write_unused(page: Page, waivers: Iterable[Waiver]) -> None:
    """One line for each waiver that accepts nothing, so that it does not wait for the next mistake."""
    for waiver in waivers:
        page.write(
            Ink(waiver.policy, "warning"),
            f"  {waiver.address}: {prose(waiver.reason)} ",
            Ink(terms_of(waiver), "faint"),
            indent=2,
            hang=2,
        )
