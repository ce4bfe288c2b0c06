"""Which policies run."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from checker.catalogue.lookup import policy_named
from checker.catalogue.select import select, with_severities
from checker.errors import UsageError
from checker.model import Policy, Severity
from tests.unit.test_model import POLICY


def policy(id_: str, group: str, *, sets: tuple[str, ...] = ("baseline",), **more: object) -> Policy:
    fields = {"id": id_, "group": group, "sets": sets, "aliases": (), "package": f"p.{group}.{id_}"} | more
    return replace(POLICY, **fields)  # type: ignore[arg-type]


POLICIES = (
    policy("JOB-1", "jobs", severity=Severity.LOW),
    policy("JOB-2", "jobs", sets=("production",), severity=Severity.CRITICAL, aliases=("TASK-9",)),
    policy("ML-1", "models", sets=("baseline", "llmops"), severity=Severity.MEDIUM),
    policy("ML-2", "models", sets=("llmops",), deprecated="since 2; use ML-1"),
)


def chosen(
    *names: str, skip: tuple[str, ...] = (), sets: tuple[str, ...] = ("baseline",), minimum: Severity | None = None
) -> list[str]:
    found = select(POLICIES, select=names, skip=skip, sets=sets, minimum_severity=minimum)
    return [each.id for each in found]


@pytest.mark.parametrize(
    ("names", "options", "ids"),
    [
        ((), {}, ["JOB-1", "ML-1"]),
        ((), {"sets": ("llmops",)}, ["ML-1"]),
        ((), {"sets": ("production", "llmops")}, ["JOB-2", "ML-1"]),
        (("JOB-2",), {}, ["JOB-2"]),
        (("TASK-9",), {}, ["JOB-2"]),
        (("TASK-*",), {}, ["JOB-2"]),
        (("jobs",), {}, ["JOB-1", "JOB-2"]),
        (("job?",), {}, ["JOB-1", "JOB-2"]),
        (("*-1",), {}, ["JOB-1", "ML-1"]),
        (("*",), {}, ["JOB-1", "JOB-2", "ML-1"]),
        (("ML-1", "JOB-1", "jobs"), {}, ["JOB-1", "JOB-2", "ML-1"]),
        (("*",), {"skip": ("jobs",)}, ["ML-1"]),
        (("*",), {"skip": ("*-1", "TASK-9", "ML-2"), "sets": ()}, None),
        ((), {"skip": ("JOB-1",)}, ["ML-1"]),
        (("*",), {"minimum": Severity.MEDIUM}, ["JOB-2", "ML-1"]),
        (("ML-2",), {}, ["ML-2"]),
    ],
)
def test_chooses(names: tuple[str, ...], options: dict[str, object], ids: list[str] | None) -> None:
    if ids is None:
        with pytest.raises(UsageError, match="no policy is left to run"):
            chosen(*names, **options)  # type: ignore[arg-type]
    else:
        assert chosen(*names, **options) == ids  # type: ignore[arg-type]


def test_a_deprecated_policy_runs_only_when_its_id_is_named() -> None:
    assert "ML-2" not in chosen("models", "*", "ML-*")
    assert chosen("ML-2") == ["ML-2"]


@pytest.mark.parametrize(
    ("names", "skip", "message", "hint"),
    [
        (("JOB-3",), (), "--select JOB-3: no such policy or group", "did you mean JOB-2 or JOB-1?"),
        (("model",), (), "--select model: no such policy or group", "did you mean models?"),
        (("XYZ*",), (), r"--select XYZ\*: no such policy or group", "tfcheck policies list shows what there is"),
        (("job-1",), (), "--select job-1: no such policy or group", "did you mean "),
        (("JOB-1",), ("JOB-4",), "--skip JOB-4: no such policy or group", "did you mean JOB-2 or JOB-1?"),
    ],
)
def test_what_matches_nothing_is_refused_with_the_nearest(
    names: tuple[str, ...], skip: tuple[str, ...], message: str, hint: str
) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        chosen(*names, skip=skip)
    assert caught.value.hint.startswith(hint)


def test_an_unknown_set_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no policy set llmop") as caught:
        chosen(sets=("baseline", "llmop"))
    assert caught.value.hint == "did you mean llmops?"


def test_severities_are_set_by_id_and_by_former_id() -> None:
    changed = with_severities(POLICIES, {"JOB-1": Severity.HIGH, "TASK-9": Severity.INFO})
    assert [each.severity for each in changed] == [Severity.HIGH, Severity.INFO, Severity.MEDIUM, Severity.HIGH]


def test_the_severity_of_an_unknown_policy_is_refused() -> None:
    with pytest.raises(UsageError, match="severities: no policy JOB-3") as caught:
        with_severities(POLICIES, {"JOB-3": Severity.HIGH})
    assert caught.value.hint == "did you mean JOB-2 or JOB-1?"


def test_the_severity_that_the_user_gives_decides_what_is_too_low() -> None:
    raised = with_severities(POLICIES, {"JOB-1": Severity.HIGH})
    found = select(raised, select=(), skip=(), sets=("baseline",), minimum_severity=Severity.HIGH)
    assert [each.id for each in found] == ["JOB-1"]


@pytest.mark.parametrize("name", ["JOB-2", "job-2", "TASK-9"])
def test_finds_one_policy_by_name(name: str) -> None:
    assert policy_named(name, POLICIES).id == "JOB-2"


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no policy JOB-3") as caught:
        policy_named("JOB-3", POLICIES)
    assert caught.value.hint == "did you mean JOB-2 or JOB-1?"
