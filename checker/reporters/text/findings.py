"""How findings are shown: by policy, the most severe first, equal ones together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.reporters.text.page import Ink
from checker.reporters.text.wording import place_of, prose, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Finding, Policy, Severity
    from checker.reporters.text.page import Page

# The index that count or for_each gives an instance of a resource or module.
_INDEX = re.compile(r'\[(?:[0-9]+|"(?:[^"\\]|\\.)*")\]')


class Group(Struct, frozen=True, kw_only=True):
    """The findings of one policy and severity in one file."""

    policy: Policy
    severity: Severity
    findings: tuple[Finding, ...]


def grouped(pairs: Iterable[tuple[Policy, Finding]]) -> list[Group]:
    """Group findings by policy, the most severe first; within a group they keep their order."""
    groups: dict[tuple[int, str], tuple[Policy, list[Finding]]] = {}
    for policy, finding in pairs:
        groups.setdefault((-finding.severity, policy.id), (policy, []))[1].append(finding)
    return [
        Group(policy=policy, severity=findings[0].severity, findings=tuple(findings))
        for _, (policy, findings) in sorted(groups.items(), key=lambda item: item[0])
    ]


def write_group(page: Page, group: Group, *, file: str, verbose: bool) -> None:
    """Show what a policy found in a file, and once how to remedy it; what is undecided may need none."""
    policy = group.policy
    label = group.severity.label
    link = policy.references[0] if policy.references else ""
    page.gap()
    page.write(Ink(label.upper(), label), "  ", Ink(policy.id, "strong", link), f"  {policy.title}", indent=2, hang=2)
    for instances in _instances(group.findings):
        _write_instances(page, instances, file, verbose=verbose)
    if verbose or any(finding.is_open for finding in group.findings):
        page.write(Ink("fix: ", "strong"), prose(policy.remediation), indent=4, hang=5)
    if verbose:
        for reference in policy.references:
            page.write(Ink("see: ", "strong"), Ink(reference, link=reference), indent=4, hang=5)
    if policy.deprecated:
        page.write(Ink("deprecated policy: ", "warning"), prose(policy.deprecated), indent=4, hang=5)


def _instances(findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """Put together what says the same of several instances of one resource."""
    same: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        block = _INDEX.sub("", finding.address)
        same.setdefault((block, finding.path, finding.message, finding.expired_waiver), []).append(finding)
    return list(same.values())


def _write_instances(page: Page, instances: list[Finding], file: str, *, verbose: bool) -> None:
    said = ""
    for finding in instances:
        place = place_of(finding.location, file)
        news = [Ink(f"  {place}", "faint")] if place and place != said else []
        page.write(finding.address, *news, indent=4, hang=4)
        if verbose:
            page.write(Ink(f"finding {finding.fingerprint[:12]}", "faint"), indent=6)
        said = place
    finding = instances[0]
    path = [Ink(finding.path, "strong"), Ink(": ")] if finding.path else []
    page.write(*path, finding.message, indent=6, hang=2)
    if finding.expired_waiver:
        page.write(
            Ink("waiver expired: ", "warning"),
            f"{prose(finding.expired_waiver.reason)} {terms_of(finding.expired_waiver)}",
            indent=6,
            hang=2,
        )
