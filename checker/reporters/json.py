"""Renders a report for programs: `schemas/output/report.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.frameworks import awaiting_review
from checker.model import Severity
from checker.reporters.json_text import json_text
from checker.reporters.looking import (
    all_notes,
    all_problems,
    is_complete,
    policies_of,
    runs_by_file,
    statuses,
    types_of,
)
from checker.reporters.places import slashed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Document, Finding, Location, Policy, PolicyRun, Problem, Report, Waiver
    from checker.reporters.options import RenderOptions

FORMAT_VERSION = "1.0"  # the minor part grows with new keys, the major part when readers must change

_NOTHING_OPEN = {severity.label: 0 for severity in reversed(Severity)}


def render(report: Report, _options: RenderOptions) -> str:
    """Everything the report holds, in the report's order; no option changes what a program reads."""
    return json_text(_report(report))


def _report(report: Report) -> dict[str, Any]:
    runs = runs_by_file(report)
    return {
        "format_version": FORMAT_VERSION,
        "tool": "tfcheck",
        "version": report.version,
        "engine": report.engine,
        "started": report.started.isoformat(),
        "policy_digest": report.policy_digest,
        "summary": _summary(report),
        "documents": [_document(document, runs[document.file]) for document in report.documents],
        "policies": [_policy(policy) for policy in policies_of(report)],
        "runs": [_run(run) for run in report.runs],
        "problems": [_problem(problem) for problem in all_problems(report)],
        "notes": [_problem(note) for note in all_notes(report)],
        "unused_waivers": [_waiver(waiver) for waiver in report.unused_waivers],
        "uncovered_types": report.uncovered_types,
    }


def _summary(report: Report) -> dict[str, Any]:
    findings = report.findings
    opened = dict(_NOTHING_OPEN)
    for finding in findings:
        if finding.is_open:
            opened[finding.severity.label] += 1
    return {
        "complete": is_complete(report),
        "documents": len(report.documents),
        "policies": len({run.policy.id for run in report.runs}),
        "resources": sum(len(document.resources) for document in report.documents),
        "resource_types": len(types_of(report.documents)),
        "runs": _statuses(report.runs),
        "findings": {
            "open": opened,
            "undecided": sum(not finding.decided and finding.waiver is None for finding in findings),
            "waived": sum(finding.waiver is not None for finding in findings),
        },
    }


def _statuses(runs: Iterable[PolicyRun]) -> dict[str, int]:
    return {status.value: count for status, count in statuses(runs).items()}


def _document(document: Document, runs: list[PolicyRun]) -> dict[str, Any]:
    return {
        "file": slashed(document.file),
        "kind": document.kind,
        "format_version": document.format_version,
        "terraform_version": document.terraform_version,
        "serial": document.serial,
        "lineage": document.lineage,
        "target": document.target,
        "resources": len(document.resources),
        "resource_types": sorted(document.resource_types),
        "runs": _statuses(runs),
    }


def _policy(policy: Policy) -> dict[str, Any]:
    return {
        "id": policy.id,
        "package": policy.package,
        "title": policy.title,
        "description": policy.description,
        "severity": policy.severity.label,
        "group": policy.group,
        "sets": policy.sets,
        "resource_types": policy.resource_types,
        "remediation": policy.remediation,
        "references": policy.references,
        "controls": dict(policy.controls),
        "controls_await_review": awaiting_review(policy.controls),
        "aliases": policy.aliases,
        "deprecated": policy.deprecated,
        "location": _location(policy.location),
    }


def _run(run: PolicyRun) -> dict[str, Any]:
    return {
        "policy": run.policy.id,
        "document": slashed(run.document.file),
        "status": run.status.value,
        "checked": run.checked,
        "findings": [_finding(finding) for finding in run.findings],
        "problem": _problem(run.problem) if run.problem else None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "address": finding.address,
        "path": finding.path,
        "message": finding.message,
        "severity": finding.severity.label,
        "decided": finding.decided,
        "fingerprint": finding.fingerprint,
        "location": _location(finding.location),
        "waiver": _waiver(finding.waiver) if finding.waiver else None,
        "expired_waiver": _waiver(finding.expired_waiver) if finding.expired_waiver else None,
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "policy": waiver.policy,
        "address": waiver.address,
        "reason": waiver.reason,
        "owner": waiver.owner,
        "expires": waiver.expires.isoformat(),
        "ticket": waiver.ticket,
        "location": _location(waiver.location),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "stage": problem.stage,
        "message": problem.message,
        "hint": problem.hint,
        "location": _location(problem.location),
    }


def _location(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {
        "file": slashed(location.file),
        "line": location.line,
        "column": location.column,
        "pointer": location.pointer,
    }
