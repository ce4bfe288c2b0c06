"""Files that cannot be judged: what the program says and how it exits, never a traceback."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from tests.bad_inputs import MALFORMED, UNREADABLE
from tests.running import CLEAN, tfcheck

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, case: str) -> Path:
    file = folder / "input.json"
    file.write_bytes((UNREADABLE | MALFORMED)[case][0]())
    return file


@pytest.mark.parametrize(
    "case",
    [
        "empty",
        "a plan file",
        "cut off in the middle",
        "brackets in a part that is not read",
        "resource_changes is null",
    ],
    ids=lambda case: case.replace(" ", "-"),
)
def test_exits_with_3_and_a_sentence(case: str, tmp_path: Path) -> None:
    done = tfcheck(write(tmp_path, case).name, cwd=tmp_path)
    assert done.code == 3
    assert "input.json" in done.out
    assert "Traceback" not in done.out + done.err


def test_exits_with_3_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = tfcheck("nowhere.json", cwd=tmp_path)
    assert done.code == 3
    assert "no such file" in done.out


def test_exits_with_3_for_a_broken_file_from_standard_input(tmp_path: Path) -> None:
    done = tfcheck("-", cwd=tmp_path, stdin=UNREADABLE["cut off in the middle"][0]())
    assert done.code == 3
    assert "input data was truncated" in done.out


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes")
def test_waits_for_the_writer_of_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "plan.json"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(CLEAN.read_bytes()))
    writer.start()
    done = tfcheck(pipe, "--format", "json", cwd=tmp_path)
    writer.join()
    assert done.code == 0
    assert [document["file"] for document in done.report["documents"]] == [pipe.as_posix()]


def test_a_path_that_is_no_text_is_reported_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"pl\xe4n.json")
    file.write_bytes(b"{")
    done = tfcheck(file, cwd=tmp_path)
    assert done.code == 3
    assert "not valid JSON" in done.out
