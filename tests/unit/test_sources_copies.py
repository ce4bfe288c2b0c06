"""What copies of the process read is what the process reads alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from checker.forked import Fork, can_fork
from checker.sources import files
from tests.reading import CASES, LLMOPS, REAL_FILES, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

OF_TERRAFORM = [file for file in REAL_FILES if CASES in file.parents or LLMOPS in file.parents]

forking = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the process is not copied there")


def read_in_copies(given: Iterable[Path]) -> list[dict[str, Any]]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.read_in_copies", *map(str, given)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return [json.loads(line) for line in told.stdout.splitlines()]


def changed_plan(folder: Path, **changes: Any) -> Path:
    plan = json.loads((LLMOPS / "prod/plan.json").read_text()) | changes
    file = folder / "plan.json"
    file.write_text(json.dumps(plan))
    return file


def resource_changes() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((LLMOPS / "prod/plan.json").read_text())["resource_changes"]
    return found


@forking
def test_copies_read_what_one_process_reads() -> None:
    found = read_in_copies(OF_TERRAFORM)
    assert len(found) == len(OF_TERRAFORM)
    for each in found:
        alone = each["alone"]
        assert alone["copies"] == 0
        assert {**each["halved"], "copies": 0} == alone, each["file"]
        assert {**each["apart"], "copies": 0} == alone, each["file"]
        assert each["apart"]["copies"] == 1 or "error" in alone, each["file"]
    assert sum(each["halved"]["copies"] for each in found) >= sum(file.name == "plan.json" for file in OF_TERRAFORM)


@forking
def test_what_is_wrong_in_the_second_half_is_told(tmp_path: Path) -> None:
    written = resource_changes()
    written[-1]["change"]["actions"] = ["conjure"]
    (found,) = read_in_copies([changed_plan(tmp_path, resource_changes=written)])
    expected = "unknown change actions [conjure] at /resource_changes/5"
    assert [found[way]["error"] for way in ("alone", "halved", "apart")] == [expected] * 3


@forking
def test_one_address_in_both_halves_is_a_problem(tmp_path: Path) -> None:
    written = resource_changes()
    (found,) = read_in_copies([changed_plan(tmp_path, resource_changes=[*written, written[0]])])
    assert found["halved"]["read"]["problems"] == [
        "two resources have the address databricks_grants.registered_model_model: only the first was looked at"
    ]
    assert found["halved"]["read"] == found["alone"]["read"]


def test_a_process_with_threads_is_not_copied() -> None:
    import threading

    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        done.set()
        thread.join()


@forking
def test_a_copy_that_fails_gives_none() -> None:
    with Fork(lambda: os._exit(3)) as copy:
        assert copy.result() is None


@forking
def test_a_copy_that_is_not_wanted_any_more_is_gone() -> None:
    import time

    with Fork(lambda: bytes(int(time.sleep(60) or 0))) as copy:
        process = copy._process
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_file_is_read_again_where_its_memory_was_given_back(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    text = b"[" + b"1," * files._MAPPED_FROM + b"1]"
    file.write_bytes(text)
    data = files.read_bytes(str(file))
    files.give_back(data)
    assert bytes(data) == text
    files.give_back(memoryview(b"not mapped"))
