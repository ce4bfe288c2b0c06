"""Everything that is known of one policy, as a page to read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from checker.frameworks import AWAITS_REVIEW, FRAMEWORKS, awaiting_review
from checker.reporters.text.page import Ink, Page
from checker.reporters.text.wording import prose

if TYPE_CHECKING:
    from checker.model import Parameter, Policy
    from checker.reporters.options import RenderOptions

_PARAGRAPHS = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*[-*] )")  # at empty lines, and before the items of a list


def page(policy: Policy, options: RenderOptions) -> str:
    """All of its METADATA, where it stands, and how to set, skip and waive it."""
    sheet = Page(options)
    severity = policy.severity.label
    sheet.write(Ink(policy.id, "strong"), "  ", Ink(severity, severity), f"  {', '.join(policy.sets)}")
    sheet.write(Ink(policy.title, "strong"))
    if policy.deprecated:
        sheet.write(Ink(f"Deprecated: {prose(policy.deprecated)}", "warning"))
    write_text(sheet, "", policy.description)
    write_text(sheet, "What to do", policy.remediation)
    _facts(sheet, policy)
    _parameters(sheet, policy)
    write_controls(sheet, policy)
    write_list(sheet, "References", policy.references)
    write_waiving(sheet, policy, example_address(policy))
    return sheet.text()


def write_text(sheet: Page, heading: str, text: str) -> None:
    """Paragraphs and lists as METADATA has them."""
    sheet.gap()
    indent = 2 if heading else 0
    if heading:
        sheet.write(Ink(heading, "heading"))
    for paragraph in _PARAGRAPHS.split(text):
        is_item = paragraph.lstrip()[:2] in {"- ", "* "}
        sheet.write(prose(paragraph), indent=indent, hang=2 if is_item else 0)


def _facts(sheet: Page, policy: Policy) -> None:
    sheet.gap()
    for name, value in (
        ("Group", policy.group),
        ("Looks at", ", ".join(_looked_at(policy))),
        ("Attributes", ", ".join(policy.attributes)),
        ("Former ids", ", ".join(policy.aliases)),
        ("Package", policy.package),
        ("File", str(policy.location)),
    ):
        if value:
            sheet.write(Ink(f"{name:12}", "faint"), value, hang=12)


def _looked_at(policy: Policy) -> list[str]:
    words = {"terraform": "the document itself", "*": "resources of all types"}
    return [words.get(type_, type_) for type_ in policy.resource_types]


def _parameters(sheet: Page, policy: Policy) -> None:
    if not policy.parameters:
        return
    sheet.gap()
    sheet.write(Ink("Parameters", "heading"))
    for parameter in policy.parameters:
        sheet.write(Ink(parameter.name, "strong"), f"  {prose(parameter.description)}", indent=2, hang=2)
        sheet.write(Ink("default  ", "faint"), _json(parameter.default), indent=4, hang=9)
        sheet.write(Ink("schema   ", "faint"), _json(dict(parameter.schema)), indent=4, hang=9)
    sheet.write("To set them, in tfcheck.yaml:", indent=2)
    sheet.write(Ink("parameters:", "faint"), indent=4)
    sheet.write(Ink(f"{policy.id}:", "faint"), indent=6)
    for parameter in policy.parameters:
        sheet.write(Ink(_setting(parameter), "faint"), indent=8, hang=2)


def _setting(parameter: Parameter) -> str:
    """JSON is YAML as well."""
    return f"{parameter.name}: {_json(parameter.default)}"


def write_controls(sheet: Page, policy: Policy) -> None:
    """Framework by framework, with who assigned them."""
    if not policy.controls:
        return
    sheet.gap()
    sheet.write(Ink("Controls", "heading"))
    for name, ids in policy.controls.items():
        sheet.write(f"{FRAMEWORKS[name].title}: {', '.join(ids)}", indent=2, hang=2)
    if awaiting_review(policy.controls):
        sheet.write(Ink(AWAITS_REVIEW, "faint"), indent=2)


def write_list(sheet: Page, heading: str, items: tuple[str, ...]) -> None:
    """One a line; web addresses are links."""
    if items:
        sheet.gap()
        sheet.write(Ink(heading, "heading"))
    for item in items:
        sheet.write(Ink(item, link=item), indent=2, hang=2)


def write_waiving(sheet: Page, policy: Policy, address: str) -> None:
    """How to accept what it finds there."""
    sheet.gap()
    sheet.write(Ink("To accept a finding", "heading"))
    sheet.write("Add to tfcheck.yaml, with the address that the finding names:", indent=2)
    for line in (
        "waivers:",
        f"  - policy: {policy.id}",
        f"    address: {address}",
        "    reason: why this is acceptable",
        "    owner: who answers for it",
        "    expires: YYYY-MM-DD",
    ):
        sheet.write_whole(Ink(f"    {line}", "faint"))
    sheet.write(f"Or leave the policy out: --skip {policy.id}, or skip: [{policy.id}] in tfcheck.yaml.", indent=2)


def example_address(policy: Policy) -> str:
    """What stands for an address in the example of a waiver."""
    type_ = policy.resource_types[0]
    return '"*"' if type_ in {"terraform", "*"} else f"{type_}.NAME"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
