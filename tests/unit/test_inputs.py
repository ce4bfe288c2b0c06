"""Which files are looked at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from checker.errors import UsageError
from checker.inputs import Input, find_inputs
from checker.inputs.changed import find_changed

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
    return [(each.file, each.is_searched) for each in find_inputs(names).files if each.root_module]


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


def test_a_call_on_one_line_counts_and_one_in_a_comment_does_not(folder: Path) -> None:
    make(folder, "z/modules/a/main.tf", "z/modules/b/main.tf")
    (folder / "z/main.tf").write_text(
        'module "a" { source = "./modules/a" }\n# module "b" { source = "./modules/b" }\n# source = "./modules/b"\n'
    )
    assert roots("z") == [("z", True), ("z/modules/b", True)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("z/prod.tfvars", ("z/prod.tfvars", "z")),
        ("z/envs/eu/prod.tfvars.json", ("z/envs/eu/prod.tfvars.json", "z")),
        ("z/terraform.tfvars", ("z", "z")),
        ("z/more.auto.tfvars", ("z", "z")),
        ("z/envs/terraform.tfvars", ("z/envs/terraform.tfvars", "z")),
    ],
    ids=["beside", "below", "read by itself", "auto", "not read by itself there"],
)
def test_a_file_with_values_stands_for_its_root_module(folder: Path, name: str, expected: tuple[str, str]) -> None:
    make(folder, "z/main.tf", name)
    assert [(each.file, each.root_module) for each in find_inputs([name]).files] == [expected]


def test_a_file_with_values_for_nothing_is_refused(folder: Path) -> None:
    make(folder, "z/main.tf", "other/prod.tfvars")
    with pytest.raises(UsageError, match="no configuration beside it, nor in a folder above"):
        find_inputs(["other/prod.tfvars"])


def changed(*names: str, parts: tuple[str, ...] | None = ()) -> list[str]:
    included = None if parts is None else frozenset(os.path.realpath(part) for part in parts)
    return [each.file for each in find_changed(names, lambda _: included).files]


def calls(folder: Path, **sources: str) -> None:
    """Make modules, each of which calls others: `env_prod="modules/a modules/b"`."""
    for name, called in sources.items():
        path = folder / name.replace("_", "/")
        path.mkdir(parents=True, exist_ok=True)
        up = "../" * (1 + name.count("_"))
        blocks = [f'module "m{number}" {{\n  source = "{up}{one}"\n}}\n' for number, one in enumerate(called.split())]
        (path / "main.tf").write_text("".join(blocks))


def test_changed_files_of_a_root_module_mean_it_once(folder: Path) -> None:
    make(folder, "a/main.tf", "a/more.tf", "b/main.tf")
    assert changed("a/main.tf", "a/more.tf", "a/main.tf") == ["a"]


def test_a_changed_module_means_the_root_modules_that_call_it(folder: Path) -> None:
    calls(folder, modules_a="", modules_b="modules/a", env_dev="modules/b", env_prod="modules/a", env_other="")
    assert changed("modules/a/main.tf") == ["env/dev", "env/prod"]
    assert changed("modules/b/main.tf", "env/dev/main.tf") == ["env/dev"]
    assert changed("env/other/main.tf") == ["env/other"]


def test_a_changed_module_that_nobody_calls_means_itself(folder: Path) -> None:
    calls(folder, modules_a="")
    assert changed("modules/a/main.tf") == ["modules/a"]


def test_modules_that_call_each_other_are_looked_at(folder: Path) -> None:
    calls(folder, a="b", b="a")
    assert changed("a/main.tf") == ["a"]


def test_a_module_in_a_hidden_folder_is_looked_at(folder: Path) -> None:
    make(folder, ".infra/main.tf")
    assert changed(".infra/main.tf") == [".infra"]


def test_a_file_that_was_removed_means_the_module_that_it_was_in(folder: Path) -> None:
    calls(folder, env="modules/a", modules_b="")
    assert changed("modules/a/gone.tf", "modules/b/gone.tf", "gone/main.tf", "gone.json") == ["env", "modules/b"]


def test_changed_values_mean_their_root_module_with_them(folder: Path) -> None:
    make(folder, "a/main.tf", "a/prod.tfvars", "a/dev.tfvars", "a/terraform.tfvars", "b/main.tf", "x/y.tfvars")
    assert changed("a/prod.tfvars", "a/main.tf", "a/dev.tfvars") == ["a/prod.tfvars", "a/dev.tfvars"]
    assert changed("a/terraform.tfvars", "a/main.tf") == ["a"]
    assert find_changed(["x/y.tfvars", "b/main.tf"], lambda _: frozenset()).unplaced == ("x/y.tfvars",)


def test_a_changed_part_means_its_bundle_once(folder: Path) -> None:
    make(folder, "b/databricks.yml", "b/jobs/a.yml", "b/jobs/b.json", "b/ci.yml", "other.yml")
    parts = ("b/jobs/a.yml", "b/jobs/b.json")
    assert changed("b/jobs/a.yml", "b/jobs/b.json", "b/databricks.yml", parts=parts) == ["b/databricks.yml"]
    assert changed("b/ci.yml", "other.yml", parts=parts) == []
    assert changed("b/ci.yml", "other.yml", parts=None) == ["b/databricks.yml"]


def test_a_part_of_an_outer_bundle_means_that_one(folder: Path) -> None:
    make(folder, "databricks.yml", "inner/databricks.yml", "inner/a.yml")

    def parts(root: str) -> frozenset[str]:
        return frozenset({os.path.realpath("inner/a.yml")} if root == "databricks.yml" else ())

    assert [each.file for each in find_changed(["inner/a.yml"], parts).files] == ["databricks.yml"]


def test_of_other_changed_files_plans_and_states_are_looked_at(folder: Path) -> None:
    make(folder, "plan.json", "a.tfstate", "README.md", "x.py")
    assert changed("README.md", "plan.json", "x.py", "a.tfstate") == ["plan.json", "a.tfstate"]
