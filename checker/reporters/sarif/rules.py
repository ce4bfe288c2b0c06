"""How a policy becomes a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.frameworks import awaiting_review
from checker.model import Severity
from checker.reporters.markdown.escape import paragraphs

if TYPE_CHECKING:
    from checker.model import Policy

LEVELS = {
    Severity.INFO: "note",
    Severity.LOW: "note",
    Severity.MEDIUM: "warning",
    Severity.HIGH: "error",
    Severity.CRITICAL: "error",
}
# GitHub makes critical, high, medium and low of these numbers; what has none is shown by its level.
# https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
_SECURITY_SEVERITIES = {
    Severity.LOW: "2.0",
    Severity.MEDIUM: "5.0",
    Severity.HIGH: "8.0",
    Severity.CRITICAL: "9.5",
}
_MOST_TAGS = 10  # that GitHub shows


def rule(policy: Policy) -> dict[str, Any]:
    """What METADATA says of it."""
    found = {
        "id": policy.id,
        "name": "".join(word.capitalize() for word in policy.package.rpartition(".")[2].split("_")),
        "shortDescription": {"text": policy.title},
        "fullDescription": {"text": policy.description or policy.title},
        "help": {"text": _help(policy), "markdown": _markdown(policy)},
        "defaultConfiguration": {"level": LEVELS[policy.severity]},
        "properties": _properties(policy),
    }
    if policy.references and policy.references[0].startswith(("https://", "http://")):
        found["helpUri"] = policy.references[0]
    if policy.aliases:
        found["deprecatedIds"] = list(policy.aliases)
    return found


def _help(policy: Policy) -> str:
    parts = [policy.description, f"What to do: {policy.remediation}"]
    parts += [f"Deprecated: {policy.deprecated}"] if policy.deprecated else []
    return "\n\n".join([*parts, *policy.references])


def _markdown(policy: Policy) -> str:
    parts = [paragraphs(policy.description), f"**What to do:** {paragraphs(policy.remediation)}"]
    parts += [f"**Deprecated:** {paragraphs(policy.deprecated)}"] if policy.deprecated else []
    parts += ["\n".join(f"- <{reference}>" for reference in policy.references if _is_web_address(reference))]
    return "\n\n".join(part for part in parts if part)


def _is_web_address(text: str) -> bool:
    return text.startswith(("https://", "http://")) and text.isprintable() and not set(text) & set("<> ")


def _properties(policy: Policy) -> dict[str, Any]:
    tags = dict.fromkeys(("security", "terraform", *(name for name in (policy.group, *policy.sets) if name)))
    found: dict[str, Any] = {
        "tags": list(tags)[:_MOST_TAGS],
        "precision": "very-high",
        "problem.severity": LEVELS[policy.severity].replace("note", "recommendation"),
        "severity": policy.severity.label,
        "resourceTypes": list(policy.resource_types),
        "controls": {framework: list(ids) for framework, ids in policy.controls.items()},
        "controlsAwaitReview": list(awaiting_review(policy.controls)),
    }
    if policy.severity in _SECURITY_SEVERITIES:
        found["security-severity"] = _SECURITY_SEVERITIES[policy.severity]
    return found
