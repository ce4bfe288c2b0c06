"""What GitLab demands of its reports, as far as tfcheck uses it.

The schemas are in no package, so these say the same in fewer words:
https://gitlab.com/gitlab-org/security-products/security-report-schemas (SAST, 15.0.2) and
https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/validators/json_schemas/codeclimate.json.
"""

from __future__ import annotations

_TEXT = {"type": "string", "minLength": 1}
_TIME = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"}
_LINE = {"type": "integer", "minimum": 1}
_WEB = {"type": "string", "pattern": "^(https?|ftp)://.+"}


def _object(required: dict, optional: dict | None = None) -> dict:
    """An object without other keys: GitLab would ignore a misspelt one."""
    return {
        "type": "object",
        "required": list(required),
        "properties": required | (optional or {}),
        "additionalProperties": False,
    }


_TOOL = _object({"id": _TEXT, "name": _TEXT, "version": _TEXT, "vendor": _object({"name": _TEXT})})
_SIGNATURE = _object({"algorithm": {"enum": ["hash", "location", "scope_offset"]}, "value": _TEXT})
_VULNERABILITY = _object(
    {
        "id": _TEXT,
        "identifiers": {
            "type": "array",
            "minItems": 1,
            "items": _object({"type": _TEXT, "name": _TEXT, "value": _TEXT}, {"url": _WEB}),
        },
        "location": _object({"file": _TEXT}, {"start_line": _LINE, "end_line": _LINE}),
    },
    {
        "name": {"type": "string", "maxLength": 255},
        "description": {"type": "string", "maxLength": 1048576},
        "severity": {"enum": ["Info", "Unknown", "Low", "Medium", "High", "Critical"]},
        "solution": {"type": "string", "maxLength": 7000},
        "links": {"type": "array", "items": _object({"url": _WEB}, {"name": {"type": "string"}})},
        "tracking": _object(
            {
                "type": {"const": "source"},
                "items": {
                    "type": "array",
                    "items": _object(
                        {"signatures": {"type": "array", "minItems": 1, "items": _SIGNATURE}}, {"file": _TEXT}
                    ),
                },
            }
        ),
    },
)
SAST = _object(
    {
        "version": {"type": "string", "pattern": "^[0-9]+[.][0-9]+[.][0-9]+$"},
        "scan": _object(
            {
                "type": {"const": "sast"},
                "analyzer": _TOOL,
                "scanner": _TOOL,
                "start_time": _TIME,
                "end_time": _TIME,
                "status": {"enum": ["success", "failure"]},
            },
            {
                "messages": {
                    "type": "array",
                    "items": _object({"level": {"enum": ["info", "warn", "fatal"]}, "value": _TEXT}),
                }
            },
        ),
        "vulnerabilities": {"type": "array", "items": _VULNERABILITY},
    }
)
CODE_QUALITY = {
    "type": "array",
    "items": _object(
        {
            "description": _TEXT,
            "check_name": _TEXT,
            "fingerprint": _TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": _object({"path": _TEXT, "lines": _object({"begin": _LINE})}),
        },
        {
            "type": {"const": "issue"},
            "content": _object({"body": {"type": "string"}}),
            "categories": {"type": "array", "items": {"enum": ["Security", "Bug Risk"]}},
        },
    ),
}
