"""Renders a report as JUnit XML, for the test pages of CI systems.

Written with the standard library, so that it works in every installation. The form is the one that
Jenkins, GitLab and Azure DevOps read: https://llg.cubic.org/docs/junit/.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from checker.reporters.cases import OWN, Outcome, cases
from checker.reporters.places import slashed
from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from checker.model import Document, Report
    from checker.reporters.cases import Case
    from checker.reporters.options import RenderOptions

# No consumer knows a third way between passed and failed; what is skipped says why.
_ELEMENTS = {
    Outcome.FAILED: "failure",
    Outcome.ERROR: "error",
    Outcome.SKIPPED: "skipped",
    Outcome.UNDECIDED: "skipped",
}


def render(report: Report, _options: RenderOptions) -> str:
    """A suite for each document, a case for each finding and for each policy that has none."""
    suites: dict[str, list[Case]] = {slashed(document.file): [] for document in report.documents}
    for case in cases(report):
        suites.setdefault(case.suite, []).append(case)
    root = ET.Element("testsuites", name=OWN, **_counts([case for suite in suites.values() for case in suite]))
    documents = {slashed(document.file): document for document in report.documents}
    for name, suite in suites.items():
        root.append(_suite(report, name, suite, documents.get(name)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _counts(suite: list[Case]) -> dict[str, Any]:
    found = Counter(_ELEMENTS.get(case.outcome, "") for case in suite)
    return {"tests": str(len(suite)), "failures": str(found["failure"]), "errors": str(found["error"])}


def _suite(report: Report, name: str, suite: list[Case], document: Document | None) -> ET.Element:
    skipped = sum(_ELEMENTS.get(case.outcome) == "skipped" for case in suite)
    element = ET.Element(
        "testsuite",
        name=safe(name),
        **_counts(suite),
        skipped=str(skipped),
        timestamp=report.started.isoformat(timespec="seconds"),
    )
    _properties(element, report, document)
    for case in suite:
        element.append(_case(case))
    return element


def _properties(element: ET.Element, report: Report, document: Document | None) -> None:
    facts = {"tfcheck": report.version, "engine": report.engine, "policy digest": report.policy_digest}
    if document:
        facts |= {"kind": document.kind, "terraform": document.terraform_version or "", "target": document.target or ""}
    properties = ET.SubElement(element, "properties")
    for name, value in facts.items():
        if value:
            ET.SubElement(properties, "property", name=name, value=safe(value))


def _case(case: Case) -> ET.Element:
    element = ET.Element("testcase", name=safe(case.name), classname=safe(case.suite))
    if case.outcome in _ELEMENTS:
        message = " ".join(map(safe, case.message.splitlines()))
        told = ET.SubElement(element, _ELEMENTS[case.outcome], type=safe(case.kind), message=message)
        told.text = _text(case) or None
    return element


def _text(case: Case) -> str:
    lines = [f"{name}: {value}" for name, value in case.details.items() if value]
    whole = case.message.splitlines() if "\n" in case.message else []  # an engine's, which points at its place
    return "\n".join(map(safe, [*whole, *lines]))
