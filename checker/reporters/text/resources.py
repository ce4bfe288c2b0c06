"""How findings are shown by resource: what is wrong with one stands together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reporters.text.page import Ink
from checker.reporters.text.wording import place_of, prose, terms_of

if TYPE_CHECKING:
    from checker.model import Finding, Policy
    from checker.reporters.text.page import Page
    from checker.reporters.text.sections import Section


def write_resources(page: Page, section: Section, *, verbose: bool) -> None:
    """The resource with the most severe finding first; those of equal severity by address."""
    together: dict[str, list[tuple[Policy, Finding]]] = {}
    for policy, finding in section.pairs:
        together.setdefault(finding.address, []).append((policy, finding))
    for address, pairs in sorted(together.items(), key=lambda item: (-_worst(item[1]), item[0])):
        page.gap()
        place = place_of(pairs[0][1].location, section.file)
        page.write(Ink(address, "strong"), Ink(f"  {place}" if place else "", "faint"), indent=2, hang=2)
        for policy, finding in sorted(pairs, key=lambda pair: (-pair[1].severity, pair[0].id)):
            _write_finding(page, policy, finding, verbose=verbose)


def _worst(pairs: list[tuple[Policy, Finding]]) -> int:
    return max(finding.severity for _, finding in pairs)


def _write_finding(page: Page, policy: Policy, finding: Finding, *, verbose: bool) -> None:
    label = finding.severity.label
    link = policy.references[0] if policy.references else ""
    page.write(Ink(label.upper(), label), "  ", Ink(policy.id, "strong", link), f"  {policy.title}", indent=4, hang=2)
    path = [Ink(finding.path, "strong"), Ink(": ")] if finding.path else []
    page.write(*path, finding.message, indent=6, hang=2)
    if finding.expired_waiver:
        terms = f"{prose(finding.expired_waiver.reason)} {terms_of(finding.expired_waiver)}"
        page.write(Ink("waiver expired: ", "warning"), terms, indent=6, hang=2)
    if verbose or finding.is_open:
        page.write(Ink("fix: ", "strong"), prose(policy.remediation), indent=6, hang=5)
    if verbose:
        page.write(Ink(f"finding {finding.fingerprint[:12]}", "faint"), indent=6)
