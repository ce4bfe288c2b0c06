"""What SARIF says of the check itself."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from checker.reporters.looking import all_problems, broken_runs, is_complete
from checker.reporters.places import place_of_broken
from checker.reporters.sarif.places import physical, uri
from checker.reporters.text.wording import prose, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model import Document, Location, PolicyRun, Problem, Report, Waiver

_CUT = "cut"
_WAIVER = "unused-waiver"


def invocation(report: Report, index: Mapping[str, int], *, left_out: int) -> dict[str, Any]:
    """Successful only if everything was looked at."""
    return {
        "executionSuccessful": is_complete(report),
        "startTimeUtc": report.started.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "toolExecutionNotifications": list(_executing(report, index, left_out)),
        "toolConfigurationNotifications": [_unused(waiver) for waiver in report.unused_waivers],
    }


def descriptors(report: Report, *, is_cut: bool) -> list[dict[str, Any]]:
    """What kinds of notifications there are in this report."""
    kinds = {problem.stage: f"Something could not be looked at ({problem.stage})." for problem in all_problems(report)}
    kinds |= {run.problem.stage: "A policy did not answer." for run in broken_runs(report) if run.problem}
    if report.unused_waivers:
        kinds[_WAIVER] = "A waiver accepts no finding of this check."
    if is_cut:
        kinds[_CUT] = "Not all results have room."
    return [_descriptor(kind, kinds[kind]) for kind in sorted(kinds)]


def artifact(document: Document) -> dict[str, Any]:
    """A file that was looked at."""
    facts = {
        "kind": document.kind,
        "terraformVersion": document.terraform_version,
        "serial": document.serial,
        "lineage": document.lineage,
        "target": document.target,
        "resources": len(document.resources),
    }
    return {
        "location": {"uri": uri(document.file)},
        "roles": ["analysisTarget"],
        "properties": {name: value for name, value in facts.items() if value is not None},
    }


def _descriptor(kind: str, text: str) -> dict[str, Any]:
    """GitHub refuses one without all three."""
    said = {"text": text}
    return {"id": kind, "shortDescription": said, "fullDescription": said, "help": said}


def _executing(report: Report, index: Mapping[str, int], left_out: int) -> Iterator[dict[str, Any]]:
    if left_out:
        text = (
            f"{left_out} results were left out, for code scanning takes no more; those that are here are the severest"
        )
        yield {"descriptor": {"id": _CUT}, "level": "warning", "message": {"text": text}}
    for problem in all_problems(report):
        yield _error(problem, problem.location)
    for run in broken_runs(report):
        if run.problem:
            yield _broken(run, run.problem, index)


def _broken(run: PolicyRun, problem: Problem, index: Mapping[str, int]) -> dict[str, Any]:
    return {
        **_error(problem, place_of_broken(run, problem), f"did not answer about {run.document.file}: "),
        "associatedRule": {"id": run.policy.id, "index": index[run.policy.id]},
    }


def _error(problem: Problem, place: Location | None, about: str = "") -> dict[str, Any]:
    hint = f"\nhint: {problem.hint}" if problem.hint else ""
    found: dict[str, Any] = {
        "descriptor": {"id": problem.stage},
        "level": "error",
        "message": {"text": f"{about}{problem.message}{hint}"},
    }
    if place:
        found["locations"] = [{"physicalLocation": physical(place)}]
    return found


def _unused(waiver: Waiver) -> dict[str, Any]:
    text = f"waiver of {waiver.policy} for {waiver.address} accepts nothing: {prose(waiver.reason)} {terms_of(waiver)}"
    found: dict[str, Any] = {"descriptor": {"id": _WAIVER}, "level": "note", "message": {"text": text}}
    if waiver.location:
        found["locations"] = [{"physicalLocation": physical(waiver.location)}]
    return found
