"""A policy explained as a page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.policy_pages.page import example_address, write_controls, write_list, write_text, write_waiving
from checker.reporters.text.page import Ink, Page
from checker.reporters.text.wording import place_of, prose, terms_of

if TYPE_CHECKING:
    from checker.model import Finding, Policy
    from checker.policy_pages.examples import Example
    from checker.reporters.options import RenderOptions


def explanation(
    policy: Policy,
    examples: tuple[Example, ...],
    options: RenderOptions,
    *,
    finding: Finding | None = None,
    file: str = "",
) -> str:
    """Of the policy alone, or of one finding in `file`."""
    sheet = Page(options)
    severity = (finding or policy).severity.label
    sheet.write(Ink(severity.upper(), severity), "  ", Ink(policy.id, "strong"), f"  {policy.title}")
    if policy.deprecated:
        sheet.write(Ink(f"Deprecated: {prose(policy.deprecated)}", "warning"))
    if finding:
        _write_finding(sheet, finding, file)
    write_text(sheet, "Why it matters", policy.description)
    write_text(sheet, "What to do", policy.remediation)
    for example in examples:
        _write_example(sheet, example)
    write_controls(sheet, policy)
    write_list(sheet, "References", policy.references)
    write_waiving(sheet, policy, _quoted(finding.address) if finding else example_address(policy))
    sheet.gap()
    sheet.write(Ink(f"tfcheck policies show {policy.id}", "strong"), " says the rest: parameters, sets, file.")
    return sheet.text()


def _write_finding(sheet: Page, finding: Finding, file: str) -> None:
    sheet.gap()
    sheet.write(Ink("The finding" if finding.decided else "The finding, which is undecided", "heading"))
    place = place_of(finding.location, "") or file
    sheet.write(Ink(finding.address, "strong"), Ink(f"  {place}", "faint"), indent=2, hang=2)
    path = [Ink(finding.path, "strong"), Ink(": ")] if finding.path else []
    sheet.write(*path, finding.message, indent=4, hang=2)
    for title, waiver in (("waived", finding.waiver), ("waiver expired", finding.expired_waiver)):
        if waiver:
            sheet.write(Ink(f"{title}: ", "warning"), f"{prose(waiver.reason)} {terms_of(waiver)}", indent=4, hang=2)
    sheet.write(Ink(f"fingerprint {finding.fingerprint}", "faint"), indent=4)


def _write_example(sheet: Page, example: Example) -> None:
    sheet.gap()
    sheet.write(Ink("Passes", "good") if example.is_good else Ink("Fails", "bad"))
    for line in example.text.split("\n"):
        sheet.write_whole(Ink(f"    {line}".rstrip()))


def _quoted(address: str) -> str:
    """As YAML: with indices an address is full of characters that mean something there."""
    return f"'{address.replace(chr(39), chr(39) * 2)}'" if set(address) - _PLAIN else address


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-")
