"""Which files are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.errors import UsageError
from checker.inputs import Input, find_inputs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}")


def found(*names: str) -> list[tuple[str, bool]]:
    return [(each.file, each.is_searched) for each in find_inputs(names).files]


def test_files_keep_their_order_and_need_not_exist(folder: Path) -> None:
    make(folder, "b.json")
    assert found("b.json", "-", "a.json") == [("b.json", False), ("-", False), ("a.json", False)]


def test_folders_are_searched_in_order(folder: Path) -> None:
    make(folder, "z/b.tfstate", "z/a.json", "z/a/c.json.gz", "z/a/d.tfstate.gz")
    assert found("z") == [(f"z/{name}", True) for name in ("a.json", "b.tfstate", "a/c.json.gz", "a/d.tfstate.gz")]


@pytest.mark.parametrize(
    "name",
    [
        ".terraform/terraform.tfstate",
        ".git/x.json",
        "node_modules/x.json",
        "__pycache__/x.json",
        ".terraform/modules/m/main.tf",
        "#main.tf",
        "plan",
    ],
)
def test_what_is_not_searched(folder: Path, name: str) -> None:
    make(folder, f"z/{name}")
    assert found("z") == []
    assert find_inputs(["z"]).folders == ("z",)


def test_a_hidden_folder_that_is_named_is_searched(folder: Path) -> None:
    make(folder, ".plans/a.json")
    assert found(".plans") == [(".plans/a.json", True)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.json", "a.json"], [("a.json", False)]),
        (["a.json", "./a.json"], [("a.json", False)]),
        (["-", "-"], [("-", False)]),
        ([".", "a.json"], [("a.json", False), ("z/b.json", True)]),
        (["a.json", "."], [("a.json", False), ("z/b.json", True)]),
        (["z", "."], [("z/b.json", True), ("a.json", True)]),
        (["link.json", "a.json"], [("link.json", False)]),
    ],
    ids=["twice", "spelt differently", "standard input", "folder first", "file first", "folder in a folder", "link"],
)
def test_a_file_is_looked_at_once_and_what_is_named_counts_as_named(
    folder: Path, names: list[str], expected: list[tuple[str, bool]]
) -> None:
    make(folder, "a.json", "z/b.json")
    if "link.json" in names:
        (folder / "link.json").symlink_to("a.json")
    assert found(*names) == expected


def test_links_that_go_round_do_no_harm(folder: Path) -> None:
    make(folder, "z/a.json")
    (folder / "z/loop").symlink_to(folder / "z", target_is_directory=True)
    assert found("z") == [("z/a.json", True)]


def test_an_empty_name_is_refused(folder: Path) -> None:
    make(folder, "a.json")
    with pytest.raises(UsageError, match="an empty file name"):
        find_inputs([""])


@pytest.mark.parametrize(
    ("file", "place", "is_in"),
    [
        ("z/a.json", "z", True),
        ("z/a.json", ".", True),
        ("z/a.json", "./z/", True),
        ("y.json", "z", False),
        ("-", ".", False),
    ],
)
def test_knows_where_it_lies(folder: Path, file: str, place: str, is_in: bool) -> None:
    assert Input(file=file, is_searched=True).is_in(place) is is_in
    assert Input(file=file, is_searched=True).is_in(str(folder / place)) is is_in


def test_a_folder_with_a_bundle(folder: Path) -> None:
    make(folder, "b/databricks.yml", "b/resources/jobs.yml", "b/nested/databricks.yaml", "b/state.json", "b/other.yml")
    assert found("b") == [("b/databricks.yml", True), ("b/state.json", True), ("b/nested/databricks.yaml", True)]


def test_a_part_of_a_bundle_means_the_bundle(folder: Path) -> None:
    make(folder, "b/databricks.yml", "b/resources/jobs.yml", "b/resources/more.yml")
    assert found("b/resources/jobs.yml", "b/resources/more.yml", "b/databricks.yml") == [("b/databricks.yml", False)]


def test_yaml_that_is_in_no_bundle(folder: Path) -> None:
    make(folder, "x/jobs.yml")
    assert found("x/jobs.yml") == [("x/jobs.yml", False)]


def test_a_part_that_does_not_exist_stays_what_it_is(folder: Path) -> None:
    make(folder, "b/databricks.yml")
    assert found("b/typo.yml") == [("b/typo.yml", False)]


def roots(*names: str) -> list[tuple[str, bool]]:
    return [(each.file, each.is_searched) for each in find_inputs(names).files if each.is_root_module]


def test_a_file_of_configuration_stands_for_its_folder(folder: Path) -> None:
    make(folder, "z/main.tf", "z/x.tf.json", "main.tofu")
    assert roots("z/main.tf", "z/x.tf.json") == [("z", False)]
    assert roots("main.tofu") == [(".", False)]


def test_folders_of_configuration_are_root_modules(folder: Path) -> None:
    make(folder, "z/main.tf", "z/plan.json", "z/prod/x.tf.json", "z/other/readme.md")
    assert roots("z") == [("z", True), ("z/prod", True)]
    assert found("z") == [("z/plan.json", True), ("z", True), ("z/prod", True)]


def test_a_module_that_another_one_calls_is_no_root_module(folder: Path) -> None:
    make(folder, "z/modules/b/main.tf", "z/modules/unused/main.tf")
    (folder / "z/main.tf").write_text('module "a" {\n  source = "./modules/a"\n}\n')
    (folder / "z/modules/a").mkdir()
    (folder / "z/modules/a/main.tf.json").write_text('{"module": {"b": {\n"source": "../b"}}}')
    assert roots("z") == [("z", True), ("z/modules/unused", True)]
    assert roots("z/modules/a") == [("z/modules/a", True)]
