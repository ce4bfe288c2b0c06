"""A plan that two processes read is the plan that one reads."""

from __future__ import annotations

import json
import re
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import pytest

from checker import shipped
from checker.sources import UnreadableError, read, second_half
from checker.sources.second_half import SecondHalf, Task
from tests.reading import CASES, LLMOPS

if TYPE_CHECKING:
    from pathlib import Path

PLANS = sorted([*CASES.glob("*/*/plan.json"), *LLMOPS.glob("*/plan.json")])


def document(file: Path) -> dict[str, Any]:
    """Without masks, whose key is another one for each document."""
    text = read(str(file), target=None, secret_attributes=shipped.secret_attributes(), misfits=True).text.decode()
    tree: dict[str, Any] = json.loads(re.sub(r"\(sensitive value [0-9a-f]+\)", "(masked)", text))
    return tree


@pytest.mark.parametrize("file", PLANS, ids=lambda file: "/".join(file.parts[-3:-1]))
def test_two_processes_read_what_one_reads(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_half, "start_for", lambda _: nullcontext())
    alone = document(file)
    monkeypatch.setattr(second_half, "start_for", lambda _: SecondHalf())
    assert document(file) == alone


def test_what_is_wrong_in_the_second_half_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = json.loads((LLMOPS / "prod/plan.json").read_text())
    plan["resource_changes"][-1]["change"]["actions"] = ["conjure"]
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan))
    monkeypatch.setattr(second_half, "start_for", lambda _: SecondHalf())
    with pytest.raises(UnreadableError, match=r"^unknown change actions \[conjure\] at /resource_changes/5$"):
        read(str(file), target=None, secret_attributes={})


def test_one_address_in_both_halves_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = json.loads((LLMOPS / "prod/plan.json").read_text())
    plan["resource_changes"].append(plan["resource_changes"][0])
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan))
    monkeypatch.setattr(second_half, "start_for", lambda _: SecondHalf())
    found = read(str(file), target=None, secret_attributes={})
    assert [problem.message for problem in found.problems] == [
        "two resources have the address databricks_grants.registered_model_model: only the first was looked at"
    ]
    assert len(found.resources) == len(plan["resource_changes"]) - 1


def test_a_process_that_dies_gives_none() -> None:
    import os

    with SecondHalf() as other:
        other.give(Task(function=os._exit, arguments=(3,)))
        assert other.result() is None


def test_a_process_that_is_not_wanted_any_more_is_gone() -> None:
    with SecondHalf() as other:
        process = other._process
    assert process.poll() is not None
