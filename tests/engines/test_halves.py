"""What two processes that share the policies of a large document answer."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from checker import shipped
from checker.catalogue import read_catalogue
from checker.check import program_of
from checker.engines import embedded
from checker.engines.embedded import EmbeddedEngine
from checker.engines.halves import halves
from checker.engines.protocol import Failure, Program
from checker.settings import Settings
from tests.engines.support import SOUND, SOUND_ANSWER, loaded, policy, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engines.protocol import Answer

LIMITS = {"time_limit": 60.0, "memory_limit": 4 * 1024**3}
BOTH_FOLDERS = {
    f"{folder}.rego": SOUND.replace("policies.sound", f"policies.{folder}.sound") for folder in ("first", "second")
}

forking = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the process is not copied there")


@pytest.fixture(scope="module")
def program() -> Program:
    from datetime import UTC, datetime

    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    return program_of(catalogue, catalogue.policies, Settings(files=(), started=datetime.now(UTC)))


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for documents that are not large."""
    monkeypatch.setattr(embedded, "processors", lambda: 2)
    monkeypatch.setattr(embedded, "LARGE", 0)


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


def test_two_processes_answer_as_one_does(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    document = large_document()
    engine = EmbeddedEngine(**LIMITS)
    try:
        engine.load(program)
        monkeypatch.setattr(embedded, "processors", lambda: 1)
        alone = canonical(engine.evaluate(document))
        monkeypatch.setattr(embedded, "processors", lambda: 2)
        assert canonical(engine.evaluate(document)) == alone
        assert alone.keys() == set(program.packages)
        assert canonical(engine.evaluate(document)) == alone
    finally:
        engine.close()


@forking
@pytest.mark.usefixtures("two_processes")
@pytest.mark.parametrize("folder", ["first", "second"])
def test_a_policy_that_fails_in_either_process_is_told_by_name(folder: str) -> None:
    failing = policy("deny contains x if x := lower(input.number)", name=f"{folder}.failing")
    with loaded({**BOTH_FOLDERS, "failing.rego": failing}) as engine:
        answers = told(engine.evaluate(b'{"number": 1}'))
    assert isinstance(answers.pop(f"policies.{folder}.failing"), Failure)
    assert answers == {"policies.first.sound": SOUND_ANSWER, "policies.second.sound": SOUND_ANSWER}


@forking
@pytest.mark.usefixtures("two_processes")
@pytest.mark.parametrize("folder", ["first", "second"])
def test_a_policy_that_never_ends_in_either_process_leaves_none_behind(folder: str) -> None:
    loop = "\tsome x in numbers.range(1, 100000)\n\tsome y in numbers.range(1, 100000)\n\tx * y == -1\n}"
    endless = policy(f"deny contains x if {{\n{loop}", name=f"{folder}.endless")
    with loaded({**BOTH_FOLDERS, "endless.rego": endless}, time_limit=3.0) as engine:
        assert engine._process is not None
        group = engine._process._process.pid
        answers = told(engine.evaluate(b"{}"))
    failure = answers.pop(f"policies.{folder}.endless")
    assert isinstance(failure, Failure)
    assert failure.message.startswith("stopped after")
    assert answers == {"policies.first.sound": SOUND_ANSWER, "policies.second.sound": SOUND_ANSWER}
    assert members(group) == []


def members(group: int) -> list[str]:
    """The processes of a group that run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            state, _, its_group = entry.read_text().rpartition(")")[2].split()[:3]
            if its_group == str(group) and state != "Z":
                found.append(entry.parent.name)
    return found


def test_a_small_document_is_left_to_one_process(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise AssertionError("somebody thought of two")

    monkeypatch.setattr(embedded, "processors", refuse)
    engine = EmbeddedEngine(**LIMITS)
    try:
        engine.load(program)
        answers = engine.evaluate(b'{"resources": {}, "document": {"kind": "plan", "file": "p"}}')
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


def test_what_needs_the_same_modules_is_done_together() -> None:
    program = of_sizes(p_a_x=50, p_b_x=90, p_c_x=20, shared=50)
    needs = {name: (f"{name}.rego", *(("shared.rego",) if name != "p.b.x" else ())) for name in program.packages[:3]}
    program = replace(program, packages=program.packages[:3], needs=needs)
    assert halves(program, program.packages) == (("p.a.x", "p.c.x"), ("p.b.x",))


def test_the_halves_are_even() -> None:
    program = of_sizes(p_a_x=50, p_a_y=50, p_b_x=60, p_c_x=30, p_d_x=20)
    assert halves(program, program.packages) == (("p.b.x", "p.c.x", "p.d.x"), ("p.a.x", "p.a.y"))
    alone = of_sizes(p_a=1)
    assert halves(alone, alone.packages) == (("p.a",), ())
