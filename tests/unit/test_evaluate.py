"""What an engine answers, and which run it makes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.engines.protocol import Answer, Failure, Program
from checker.evaluate import evaluate
from checker.model import Location, PolicyRun, Resource, Status
from tests.unit.test_model import DOCUMENT, POLICY

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACE = Location(file="plan.json", pointer="/resource_changes/0")
WITH_RESOURCE = replace(
    DOCUMENT, resources=(Resource(address="a.b", type="a", mode="managed", action="create", location=PLACE),)
)
RESULT = {"address": "a.b", "path": "p", "message": "m"}


class Fake:
    """An engine that answers what it was told to."""

    def __init__(self, answers: Mapping[str, Answer | Failure]) -> None:
        self._answers = answers

    @property
    def description(self) -> str:
        return "fake"

    def load(self, program: Program) -> None:
        """Nothing to load."""

    def evaluate(self, document: bytes) -> Mapping[str, Answer | Failure]:
        assert document == DOCUMENT.text
        return self._answers

    def close(self) -> None:
        """Nothing to close."""


def run_of(answer: Any) -> PolicyRun:
    """The run for an answer, given as it is or as a tree."""
    given_answer = answer if isinstance(answer, Failure) else Answer(text=json.dumps(answer).encode())
    (run,) = evaluate(WITH_RESOURCE, [POLICY], Fake({POLICY.package: given_answer}))
    return run


def verdict(**sets: Any) -> dict[str, Any]:
    return {"deny": [], "undecided": [], "checked": []} | sets


def test_findings_have_the_severity_of_the_policy_and_the_place_of_the_resource() -> None:
    run = run_of(verdict(deny=[RESULT], checked=["a.b"]))
    (finding,) = run.findings
    assert (finding.policy, finding.severity, finding.location, finding.decided) == (
        "X-1",
        POLICY.severity,
        PLACE,
        True,
    )
    assert (finding.address, finding.path, finding.message) == ("a.b", "p", "m")


def test_what_is_undecided_is_not_decided() -> None:
    run = run_of(verdict(undecided=[RESULT]))
    assert [finding.decided for finding in run.findings] == [False]
    assert run.status is Status.UNDECIDED


def test_a_finding_about_what_is_no_resource_has_no_place() -> None:
    assert run_of(verdict(deny=[RESULT | {"address": "terraform"}])).findings[0].location is None


def test_what_was_found_was_looked_at() -> None:
    assert run_of(verdict(deny=[RESULT], checked=["c.d"])).checked == ("a.b", "c.d")


def test_nothing_looked_at_is_not_a_pass() -> None:
    assert run_of(verdict()).status is Status.NOT_APPLICABLE
    assert run_of(verdict(checked=["a.b"])).status is Status.PASSED


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        "passed",
        {},
        {"deny": [], "undecided": []},
        verdict(deny=True),
        verdict(deny=["no"]),
        verdict(deny=[{"address": "a.b", "message": "m"}]),
        verdict(deny=[RESULT | {"extra": 1}]),
        verdict(deny=[RESULT | {"address": ""}]),
        verdict(deny=[RESULT | {"address": None}]),
        verdict(checked=[1]),
        verdict(checked=[""]),
        verdict(checked={"a.b": True}),
        verdict(more=[]),
    ],
    ids=json.dumps,
)
def test_an_answer_of_another_form_breaks_the_policy(answer: Any) -> None:
    run = run_of(answer)
    assert run.status is Status.BROKEN
    assert run.findings == run.checked == ()
    assert run.problem is not None
    assert run.problem.message.startswith("X-1: answered something else than results")
    assert run.problem.location == POLICY.location
    assert run.problem.hint


def test_no_answer_breaks_the_policy() -> None:
    (run,) = evaluate(DOCUMENT, [POLICY], Fake({}))
    assert run.status is Status.BROKEN
    assert run.problem is not None
    assert run.problem.message == "X-1: the engine gave no answer"


def test_a_failure_is_told_with_its_place() -> None:
    run = run_of(Failure(message="no", hint="do", file="x.rego", line=3, column=4))
    assert run.problem is not None
    assert (run.problem.message, run.problem.hint) == ("X-1: no", "do")
    assert run.problem.location == Location(file="x.rego", line=3, column=4)


def test_a_failure_without_place_or_hint_gets_those_of_the_policy() -> None:
    run = run_of(Failure(message="no"))
    assert run.problem is not None
    assert run.problem.location == POLICY.location
    assert "--skip" in run.problem.hint


def test_every_policy_has_a_run_in_the_order_given() -> None:
    others = [replace(POLICY, id=f"X-{n}", package=f"own.x{n}") for n in (3, 1, 2)]
    answers = {"own.x1": Answer(text=json.dumps(verdict()).encode())}
    runs = evaluate(DOCUMENT, others, Fake(answers))
    assert [(run.policy.id, run.status) for run in runs] == [
        ("X-3", Status.BROKEN),
        ("X-1", Status.NOT_APPLICABLE),
        ("X-2", Status.BROKEN),
    ]


results = st.fixed_dictionaries({key: st.sampled_from("abc") for key in RESULT})


@settings(suppress_health_check=[HealthCheck.too_slow])  # on a busy machine
@given(st.data(), st.lists(results, max_size=6), st.lists(results, max_size=6), st.lists(st.sampled_from("abc")))
def test_the_order_of_an_answer_does_not_matter(
    data: st.DataObject, deny: list[Any], undecided: list[Any], checked: list[str]
) -> None:
    shuffled = verdict(
        deny=data.draw(st.permutations(deny)),
        undecided=data.draw(st.permutations(undecided)),
        checked=data.draw(st.permutations(checked)),
    )
    assert run_of(shuffled) == run_of(verdict(deny=deny, undecided=undecided, checked=checked))
