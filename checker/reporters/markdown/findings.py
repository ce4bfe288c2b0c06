"""How findings are shown in Markdown: by policy, folded up, the most severe first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reporters.headline import counted
from checker.reporters.markdown.escape import code, html, html_code, text
from checker.reporters.markdown.room import Block
from checker.reporters.places import place_of_finding
from checker.reporters.standing import Standing, most_severe_first
from checker.reporters.text.wording import place_of, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Report
    from checker.reporters.standing import Found


def groups(report: Report) -> Iterator[Block]:
    """The findings of one policy, severity and standing each."""
    together: dict[tuple[Standing, int, str], list[Found]] = {}
    for each in most_severe_first(report):
        together.setdefault((each.standing, each.finding.severity, each.run.policy.id), []).append(each)
    for found in together.values():
        yield _block(found)


def _block(found: list[Found]) -> Block:
    policy, standing = found[0].run.policy, found[0].standing
    label = found[0].finding.severity.name if standing is Standing.OPEN else standing.name
    head = f"<b>{label}</b> {html_code(policy.id)} {html(policy.title)} ({counted(len(found), 'finding')})"
    fix = f"\n**Fix:** {text(policy.remediation)}\n" if standing is Standing.OPEN else ""
    return Block(
        head=f"<details><summary>{head}</summary>\n{fix}",
        entries=tuple(map(_entry, found)),
        noun="finding",
    )


def _entry(each: Found) -> str:
    finding = each.finding
    place = place_of(place_of_finding(each.run, finding), "")
    path = f"{code(finding.path)}: " if finding.path else ""
    lines = [f"- {code(finding.address)} in {code(place)}<br>{path}{text(finding.message)}"]
    if finding.waiver:
        lines.append(f"waived: {text(finding.waiver.reason)} {text(terms_of(finding.waiver))}")
    if finding.expired_waiver:
        lines.append(f"waiver expired: {text(finding.expired_waiver.reason)} {text(terms_of(finding.expired_waiver))}")
    return "<br>".join(lines)
