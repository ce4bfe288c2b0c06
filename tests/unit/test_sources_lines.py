"""Where in a JSON file the values of resources stand."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from checker.model import Document, Location
from checker.sources import read
from checker.sources.lines import JsonPlaces
from tests.reading import CASES, LLMOPS, ROOT, change, kept, plan, state

if TYPE_CHECKING:
    from pathlib import Path


def place(file: Path, pointer: str, path: str = "") -> tuple[int | None, int | None, str]:
    found = JsonPlaces(document_of(str(file))).of(Location(file=str(file), pointer=pointer), path)
    assert found.file == str(file)
    return found.line, found.column, found.pointer


def document_of(file: str) -> Document:
    """One of which nobody counted the lengths."""
    return Document(kind="plan", file=file, text=b"", resources=())


def written(folder: Path, text: str | bytes, name: str = "plan.json") -> Path:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


JOB = {"name": "ä 🦊", "run_as": [{"user_name": 'a"b\n'}], "tags": {"a/b": "1", "c~d": "2"}, "task": []}


def test_the_column_of_a_value_in_a_plan_on_one_line(tmp_path: Path) -> None:
    text = json.dumps(plan(change("x.y", {}), change("x.z", JOB)), ensure_ascii=False)
    found = place(written(tmp_path, text + "\n"), "/resource_changes/1", "run_as[0].user_name")
    assert found == (1, text.index('"a\\"b') + 1, "/resource_changes/1/change/after/run_as/0/user_name")


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_the_line_of_each_value_of_a_plan_that_was_formatted(tmp_path: Path, end: str) -> None:
    lines = json.dumps(plan(change("x.y", {}), change("x.z", JOB)), indent=2, ensure_ascii=False).split("\n")
    file = written(tmp_path, end.join(lines))
    for path, value in {
        "name": '"ä',
        "run_as[0].user_name": '"a\\"b',
        'tags["a/b"]': '"1"',
        'tags["c~d"]': '"2"',
    }.items():
        line, column, _ = place(file, "/resource_changes/1", path)
        assert lines[(line or 0) - 1][(column or 0) - 1 :].startswith(value)


@pytest.mark.parametrize("indent", [None, 1], ids=["one line", "formatted"])
def test_a_value_far_into_a_file_with_letters_of_several_bytes(tmp_path: Path, indent: int | None) -> None:
    jobs = [change(f"x.y{number}", {"name": "ä🦊" * 5_000, "tags": "end"}) for number in range(9)]
    text = json.dumps(plan(*jobs), indent=indent, ensure_ascii=False)
    file = written(tmp_path, text)
    lines = text.split("\n")
    for number in range(9):
        line, column, _ = place(file, f"/resource_changes/{number}", "tags")
        assert lines[(line or 0) - 1][(column or 0) - 1 :].startswith('"end"')


def test_the_lengths_of_what_a_plan_holds_lead_to_the_same_places(tmp_path: Path) -> None:
    for indent in (None, 2):
        text = json.dumps(plan(change("x.y", {}), change("x.z", JOB)), indent=indent, ensure_ascii=False)
        file = written(tmp_path, text + "\n")
        document = read(str(file), target=None, secret_attributes={})
        assert set(document.lengths) == set(json.loads(text))
        assert len(document.item_lengths["/resource_changes"]) == 2
        resource = Location(file=str(file), pointer="/resource_changes/1")
        found = JsonPlaces(document).of(resource, "name")
        assert (found.line, found.column, found.pointer) == place(file, "/resource_changes/1", "name")


def test_what_is_not_written_stands_where_what_holds_it_does(tmp_path: Path) -> None:
    file = written(tmp_path, json.dumps(plan(change("x.z", JOB)), indent=1))
    whole = place(file, "/resource_changes/0")
    assert whole[2] == "/resource_changes/0"
    assert place(file, "/resource_changes/0", "job_cluster[0].policy_id") == whole
    assert place(file, "/resource_changes/0", "run_as[0].service_principal_name")[2].endswith("/after/run_as/0")
    assert place(file, "/resource_changes/0", "task[3].x")[2].endswith("/after/task")


def test_what_goes_away_stands_where_it_was(tmp_path: Path) -> None:
    gone = change("x.z", None, ["delete"], change_before={"name": "n"})
    file = written(tmp_path, json.dumps(plan(gone)))
    assert place(file, "/resource_changes/0", "name")[2] == "/resource_changes/0/change/before/name"


def test_the_values_of_a_state(tmp_path: Path) -> None:
    lines = json.dumps(state(kept("x", "y", {"a": 1}, {"a": [{"b": 2}]})), indent=1).split("\n")
    line, column, pointer = place(written(tmp_path, "\n".join(lines)), "/resources/0/instances/1", "a[0].b")
    assert lines[(line or 0) - 1][(column or 0) - 1 :] == "2"
    assert pointer == "/resources/0/instances/1/attributes/a/0/b"


@pytest.mark.parametrize(
    ("file", "pointer", "path", "value"),
    [
        (LLMOPS / "risky/state-show.json", "/values/root_module/resources/0", "id", None),
        (CASES / "modules/create/terraform.tfstate", "/resources/0/instances/0", "id", None),
        (ROOT / "examples/llmops/risky/plan.json", "/resource_changes/0", "grant[0].privileges[1]", "EXECUTE"),
    ],
    ids=["shown state", "state", "plan"],
)
def test_real_files(file: Path, pointer: str, path: str, value: str | None) -> None:
    line, column, found = place(file, pointer, path)
    tree = json.loads(file.read_text(encoding="utf-8"))
    for step in found.split("/")[1:]:
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]
    assert value in (None, tree)
    rest = file.read_text(encoding="utf-8").split("\n")[(line or 0) - 1][(column or 0) - 1 :]
    assert rest.startswith(json.dumps(tree))


def test_reads_what_is_compressed_or_has_a_byte_order_mark(tmp_path: Path) -> None:
    text = json.dumps(plan(change("x.z", {"a": 1})))
    expected = (1, text.index("1}") + 1, "/resource_changes/0/change/after/a")
    assert place(written(tmp_path, gzip.compress(text.encode())), "/resource_changes/0", "a") == expected
    assert place(written(tmp_path, text.encode("utf-8-sig")), "/resource_changes/0", "a") == expected


@pytest.mark.parametrize("text", ["", "[]", "{", '{"resource_changes": 3}', '{"resource_changes": []}'])
def test_says_no_more_than_before_of_a_file_that_has_changed(tmp_path: Path, text: str) -> None:
    before = Location(file=str(written(tmp_path, text)), pointer="/resource_changes/0")
    assert JsonPlaces(document_of(before.file)).of(before, "a") == before


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"resource_changes": 3}', '{"resource_changes": []}', json.dumps(plan(change("x.y", {})))]
)
def test_says_no_more_than_before_where_the_lengths_are_those_of_what_was_there(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, json.dumps(plan(change("x.y", {}), change("x.z", JOB))))
    places = JsonPlaces(read(str(file), target=None, secret_attributes={}))
    written(tmp_path, text)
    before = Location(file=str(file), pointer="/resource_changes/1")
    assert places.of(before, "name") == before


@pytest.mark.parametrize("file", ["-", "/dev/null", "gone.json"])
def test_reads_nothing_twice_that_can_be_read_once(file: str) -> None:
    before = Location(file=file, pointer="/resource_changes/0")
    assert JsonPlaces(document_of(file)).of(before, "a") == before
