"""What a user gets to read about a file that cannot be judged."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checker.check import check
from checker.model import Location, Problem
from checker.settings import Settings
from checker.sources import UnreadableError
from checker.sources.files import read_bytes
from tests.bad_inputs import MALFORMED, UNREADABLE
from tests.reading import LLMOPS, read_or_refuse

STARTED = datetime(2026, 11, 23, 9, tzinfo=UTC)


def problems(*files: Path | str) -> list[Problem]:
    return list(check(Settings(files=tuple(map(str, files)), started=STARTED)).problems)


def message(file: Path | str) -> tuple[str, str]:
    came = read_or_refuse(Path(file))
    assert isinstance(came, UnreadableError)
    return came.message, came.hint


@pytest.mark.parametrize("case", UNREADABLE, ids=lambda case: case.replace(" ", "-"))
def test_says_why_it_cannot_be_read(case: str, tmp_path: Path) -> None:
    data, said, hint = UNREADABLE[case]
    file = tmp_path / "plan.json"
    file.write_bytes(data())
    assert message(file) == (said, hint)


def test_a_check_says_it_of_each_file_and_goes_on_with_the_others(tmp_path: Path) -> None:
    files = [tmp_path / f"{case}.json" for case in UNREADABLE]
    for file, (data, _, _) in zip(files, UNREADABLE.values(), strict=True):
        file.write_bytes(data())
    report = check(Settings(files=(*map(str, files), str(LLMOPS / "prod/plan.json")), started=STARTED))
    assert list(report.problems) == [
        Problem(stage="read", message=said, hint=hint, location=Location(file=str(file)))
        for file, (_, said, hint) in zip(files, UNREADABLE.values(), strict=True)
    ]
    assert [document.file for document in report.documents] == [str(LLMOPS / "prod/plan.json")]


@pytest.mark.parametrize("case", MALFORMED, ids=lambda case: case.replace(" ", "-"))
def test_says_what_is_wrong_with_its_structure(case: str, tmp_path: Path) -> None:
    data, said = MALFORMED[case]
    file = tmp_path / "plan.json"
    file.write_bytes(data())
    found = problems(file)
    assert [(problem.location.pointer if problem.location else None, problem.message) for problem in found] == said
    assert {problem.stage for problem in found} == {"structure"}
    assert all(problem.hint for problem in found)


def test_a_file_that_is_not_there() -> None:
    hint = "check the path; terraform show -json tfplan > plan.json makes a plan"
    assert message("nowhere/plan.json") == ("no such file", hint)


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert message(tmp_path) == ("is a folder", "name the files in it, or let tfcheck search it: tfcheck FOLDER")


def test_symbolic_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert message(tmp_path / "a") == ("symbolic links go round in circles", "name the file itself")


def test_a_path_with_a_zero_byte() -> None:
    assert message("plan\0.json") == ("no path: embedded null byte", "check the path")


def test_a_name_that_is_too_long() -> None:
    assert message("a" * 5000) == ("the name is too long", "check the path")


def test_nothing_at_all() -> None:
    assert message(os.devnull) == ("empty file", "terraform show -json tfplan > plan.json")


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.touch(mode=0)
    caller = os.geteuid()
    if caller == 0:  # who may read everything
        os.seteuid(65534)
    try:
        said = message(file)
    finally:
        os.seteuid(caller)
    assert said == ("may not be read", "check its permissions")


def test_a_path_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"pl\xe4n.json")
    file.write_bytes((LLMOPS / "prod/plan.json").read_bytes())
    came = read_or_refuse(file)
    assert not isinstance(came, UnreadableError)
    assert came.file == f"{tmp_path.as_posix()}/pl�n.json"


def test_a_gzip_that_would_fill_the_memory(tmp_path: Path) -> None:
    file = tmp_path / "plan.json.gz"
    file.write_bytes(gzip.compress(b" " * 100_000))
    with pytest.raises(UnreadableError, match=r"^more than 5,000 bytes from a pipe or out of a gzip$") as caught:
        read_bytes(str(file), most_in_memory=5_000)
    assert caught.value.hint.startswith("write it into a file, not compressed")


def test_a_device_that_never_ends() -> None:
    with pytest.raises(UnreadableError, match=r"^more than 5,000 bytes from a pipe or out of a gzip$"):
        read_bytes("/dev/zero", most_in_memory=5_000)


@pytest.mark.parametrize("size", [1 << 20, 3_000_000])
def test_a_file_of_any_size_is_read(size: int, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(b"{}".ljust(size))
    assert len(read_bytes(str(file), most_in_memory=5_000)) == size
