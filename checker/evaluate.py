"""Turns what an engine answers about a document into policy runs; the only decoder of its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from checker.engines.protocol import Failure
from checker.model import Finding, Location, PolicyRun, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.engines.protocol import Answer, Engine
    from checker.model import Document, Policy, Resource


_Address = Annotated[str, msgspec.Meta(min_length=1)]


class _Result(msgspec.Struct, forbid_unknown_fields=True):
    address: _Address
    path: str
    message: str


class _Verdict(msgspec.Struct, forbid_unknown_fields=True):
    """What every policy answers."""

    deny: list[_Result]
    undecided: list[_Result]
    checked: list[_Address]


_verdict = msgspec.json.Decoder(_Verdict)


def evaluate(document: Document, policies: Sequence[Policy], engine: Engine) -> tuple[PolicyRun, ...]:
    """Judge one document; every policy has a run, in the order given."""
    answers = engine.evaluate(document.text)
    resources = {resource.address: resource for resource in document.resources}
    return tuple(_run(policy, document, answers.get(policy.package), resources) for policy in policies)


def _run(
    policy: Policy, document: Document, answer: Answer | Failure | None, resources: Mapping[str, Resource]
) -> PolicyRun:
    if isinstance(answer, Failure):
        return PolicyRun(policy=policy, document=document, problem=_problem(policy, answer))
    if answer is None:
        return _broken(policy, document, "the engine gave no answer", "this is a bug in tfcheck")
    try:
        verdict = _verdict.decode(answer.text)
    except msgspec.DecodeError as error:
        return _broken(
            policy,
            document,
            f"answered something else than results: {error}",
            "deny and undecided hold {address, path, message}, checked holds addresses: docs/writing-policies.md",
        )
    findings = [
        Finding(
            policy=policy.id,
            severity=policy.severity,
            address=result.address,
            path=result.path,
            message=result.message,
            decided=decided,
            location=_location(resources, result),
        )
        for results, decided in ((verdict.deny, True), (verdict.undecided, False))
        for result in results
    ]
    findings.sort(key=lambda finding: (finding.address, finding.path, finding.message, finding.decided))
    checked = {*verdict.checked, *(finding.address for finding in findings)}  # it found something: it looked
    return PolicyRun(policy=policy, document=document, checked=tuple(sorted(checked)), findings=tuple(findings))


def _location(resources: Mapping[str, Resource], result: _Result) -> Location | None:
    """Where the attribute stands; what is about a whole bundle stands where the bundle does."""
    resource = resources.get(result.address) or resources.get("bundle")
    return resource.place_of(result.path) if resource is not None else None


def _broken(policy: Policy, document: Document, message: str, hint: str) -> PolicyRun:
    return PolicyRun(policy=policy, document=document, problem=_problem(policy, Failure(message=message, hint=hint)))


def _problem(policy: Policy, failure: Failure) -> Problem:
    location = (
        Location(file=failure.file, line=failure.line, column=failure.column) if failure.file else policy.location
    )
    return Problem(
        stage="evaluate",
        message=f"{policy.id}: {failure.message}",
        hint=failure.hint or "mend the policy, or skip it with --skip",
        location=location,
    )
