"""What programs are told of a policy: a tree for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.frameworks import awaiting_review

if TYPE_CHECKING:
    from checker.model import Policy


def tree(policy: Policy) -> dict[str, Any]:
    """All of its METADATA, with the defaults filled in, and where it stands."""
    return {
        "id": policy.id,
        "title": policy.title,
        "description": policy.description,
        "severity": policy.severity.label,
        "group": policy.group,
        "sets": list(policy.sets),
        "resource_types": list(policy.resource_types),
        "attributes": list(policy.attributes),
        "remediation": policy.remediation,
        "references": list(policy.references),
        "controls": {framework: list(ids) for framework, ids in policy.controls.items()},
        "controls_await_review": list(awaiting_review(policy.controls)),
        "parameters": {
            parameter.name: {
                "description": parameter.description,
                "default": parameter.default,
                "schema": dict(parameter.schema),
            }
            for parameter in policy.parameters
        },
        "aliases": list(policy.aliases),
        "deprecated": policy.deprecated,
        "package": policy.package,
        "file": policy.location.file,
    }
