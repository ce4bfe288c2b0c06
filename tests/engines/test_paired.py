"""What two engines that share a large document answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from checker import shipped
from checker.catalogue import read_catalogue
from checker.check import program_of
from checker.engines import paired
from checker.engines.embedded import EmbeddedEngine
from checker.engines.paired import PairedEngine, halves
from checker.engines.protocol import Failure, Program
from checker.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engines.protocol import Answer

LIMITS = {"time_limit": 60.0, "memory_limit": 4 * 1024**3}


@pytest.fixture(scope="module")
def program() -> Program:
    from datetime import UTC, datetime

    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    return program_of(catalogue, catalogue.policies, Settings(files=(), started=datetime.now(UTC)))


def canonical(answers: Mapping[str, Answer | Failure]) -> dict[str, object]:
    return {
        package: answer if isinstance(answer, Failure) else json.loads(answer.text)
        for package, answer in answers.items()
    }


def large_document() -> bytes:
    jobs = {
        f"databricks_job.j{number}": {
            "address": f"databricks_job.j{number}",
            "type": "databricks_job",
            "name": f"j{number}",
            "mode": "managed",
            "action": "create",
            "values": {"name": "x" * 2000, "task": [{"task_key": "a", "depends_on": [{"task_key": "b"}]}]},
        }
        for number in range(2200)
    }
    return json.dumps({"document": {"kind": "plan", "file": "p"}, "resources": {"databricks_job": jobs}}).encode()


def test_two_engines_answer_as_one_does(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paired, "processors", lambda: 2)
    document = large_document()
    one, two = EmbeddedEngine(**LIMITS), PairedEngine(**LIMITS)
    try:
        for engine in (one, two):
            engine.load(program)
        answers = canonical(two.evaluate(document))
        assert answers == canonical(one.evaluate(document))
        assert answers.keys() == set(program.packages)
        assert canonical(two.evaluate(document)) == answers  # again, now that the pair is there
    finally:
        one.close()
        two.close()


def test_a_small_document_is_left_to_one_engine(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise AssertionError("somebody thought of a pair")

    monkeypatch.setattr(paired, "processors", refuse)
    engine = PairedEngine(**LIMITS)
    try:
        engine.load(program)
        answers = engine.evaluate(b'{"document": {"kind": "plan", "file": "p"}, "resources": {}}')
        assert answers.keys() == set(program.packages)
    finally:
        engine.close()


def of_sizes(**sizes: int) -> Program:
    files = {name.replace("_", "."): size for name, size in sizes.items()}
    return Program(
        modules={f"{name}.rego": "x" * size for name, size in files.items()},
        trusted=frozenset(),
        packages=tuple(files),
        needs={name: (f"{name}.rego",) for name in files},
        data=b"{}",
    )


def test_folders_stay_together_and_the_halves_are_even() -> None:
    program = of_sizes(p_a_x=50, p_a_y=50, p_b_x=60, p_c_x=30, p_d_x=20)
    assert halves(program) == (("p.a.x", "p.a.y"), ("p.b.x", "p.c.x", "p.d.x"))
    assert halves(of_sizes(p_a=1)) == (("p.a",), ())
