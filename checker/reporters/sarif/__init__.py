"""Renders a report as SARIF 2.1.0, for code scanning.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

from checker.reporters.json_text import json_text
from checker.reporters.looking import policies_of
from checker.reporters.sarif.invocation import artifact, descriptors, invocation
from checker.reporters.sarif.results import result
from checker.reporters.sarif.rules import rule
from checker.reporters.standing import most_severe_first

if TYPE_CHECKING:
    from checker.model import Report
    from checker.reporters.options import RenderOptions

# What GitHub refuses: more results in a run, or a larger file when compressed.
# https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
MOST_RESULTS = 25_000
MOST_BYTES = 10 * 1000 * 1000


def render(report: Report, _options: RenderOptions) -> str:
    """Rules are the policies, results the findings; what could not be looked at are notifications."""
    most = MOST_RESULTS
    text = json_text(_log(report, most))
    # Each round is at least a tenth shorter; what compresses to more than the limit is larger than it.
    while len(text) > MOST_BYTES and most > 1 and (size := _compressed(text)) > MOST_BYTES:
        most = int(min(most, len(report.findings)) * 0.9 * MOST_BYTES / size)
        text = json_text(_log(report, most))
    return text


def _log(report: Report, most: int) -> dict[str, Any]:
    ranked = most_severe_first(report)
    rules = policies_of(report)
    index = {policy.id: number for number, policy in enumerate(rules)}
    driver = {
        "name": "tfcheck",
        "version": report.version,
        "semanticVersion": report.version,
        "rules": [rule(policy) for policy in rules],
        "notifications": descriptors(report, is_cut=len(ranked) > most),
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation(report, index, left_out=max(len(ranked) - most, 0))],
        "artifacts": [artifact(document) for document in report.documents],
        "results": [result(each, index) for each in ranked[:most]],
        "columnKind": "unicodeCodePoints",
        "properties": {"engine": report.engine, "policyDigest": report.policy_digest},
    }
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _compressed(text: str) -> int:
    """At the fastest level, which is the largest: what uploads is smaller."""
    return len(gzip.compress(text.encode(), compresslevel=1, mtime=0))
