"""What is read from policy folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import shipped
from checker.catalogue import Catalogue, read_catalogue
from checker.catalogue.metadata import MetadataError, metadata_of, package_of
from checker.catalogue.modules import read_library
from checker.errors import UsageError
from checker.model import Location, Severity
from tests.running import ANSWERS, write_policy

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = shipped.schemas() / "policy/metadata.json"


def read(*folders: Path) -> Catalogue:
    return read_catalogue(None, [str(folder) for folder in folders], SCHEMA)


def files(catalogue: Catalogue, package: str) -> list[str]:
    (needed,) = catalogue.library.needs([package]).values()
    return [file.rpartition("/")[2] for file in needed]


@pytest.mark.parametrize(
    ("text", "package"),
    [
        ("package a.b.c\n", "a.b.c"),
        ("# a comment\n\npackage\ta.b\n", "a.b"),
        ('package a["b-c"].d\n', 'a["b-c"].d'),
        ("# package a\npackage b", "b"),
        ("x := 1\n", None),
    ],
)
def test_finds_the_package(text: str, package: str | None) -> None:
    assert package_of(text) == package


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# METADATA\n# title: x\npackage a\n", ({"title": "x"}, 1)),
        ("# Licence\n\n# METADATA\n# title: x\npackage a\n", ({"title": "x"}, 3)),
        ("# METADATA\n# title: x\n\n\npackage a\n", ({"title": "x"}, 1)),
        (
            "# METADATA\n# title: x\n#\n# description: |\n#   a\n#\n#   b\npackage a\n",
            ({"title": "x", "description": "a\n\nb"}, 1),
        ),
        ("package a\n# METADATA\n# title: x\np := 1\n", None),
        ("# title: x\npackage a\n", None),
        (" # METADATA\n # title: x\npackage a\n", None),
    ],
)
def test_finds_the_metadata_of_the_package(text: str, found: tuple[dict[str, object], int] | None) -> None:
    assert metadata_of(text) == found


@pytest.mark.parametrize("text", ["title: [x", "- x", "x", "title: !!python/object:os.system x"])
def test_metadata_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(MetadataError) as caught:
        metadata_of(f"\n# METADATA\n# {text}\npackage a\n")
    assert caught.value.line == 2
    assert "docs/writing-policies.md" in caught.value.hint


def test_a_policy_is_what_its_metadata_say(tmp_path: Path) -> None:
    write_policy(
        tmp_path / "tables/owner",
        "OWN-2",
        severity="low",
        sets="own, baseline",
        package="acme.tables.owner",
        more="  aliases: [OLD-1]\n  controls: {soc2: [CC6.1]}\n  deprecated: since 2\n  attributes: [owner]",
    )
    write_policy(tmp_path, "OWN-1")
    first, policy = read(tmp_path).policies
    assert first.id == "OWN-1"
    assert (policy.id, policy.group, policy.severity, policy.sets) == (
        "OWN-2",
        "tables",
        Severity.LOW,
        ("own", "baseline"),
    )
    assert (policy.aliases, policy.deprecated, policy.attributes) == (("OLD-1",), "since 2", ("owner",))
    assert policy.controls == {"soc2": ("CC6.1",)}
    assert policy.location == Location(file=(tmp_path / "tables/owner/own_2.rego").as_posix(), line=1)


def test_modules_without_metadata_and_deny_are_libraries(tmp_path: Path) -> None:
    write_policy(tmp_path)
    (tmp_path / "lib.rego").write_text("package own.lib\n\ndenied := 1\n\nis_deny(x) if x == 1\n")
    catalogue = read(tmp_path)
    assert [policy.id for policy in catalogue.policies] == ["OWN-1"]
    assert catalogue.problems == ()


@pytest.mark.parametrize(
    "rule",
    ["deny contains 1 if true", "deny[msg] { msg := 1 }", "deny := set()", "deny = {1}", "deny\tcontains 1"],
)
def test_a_module_that_denies_without_metadata_is_a_problem(tmp_path: Path, rule: str) -> None:
    write_policy(tmp_path)
    (tmp_path / "lost.rego").write_text(f"package lost\n\n{rule}\n")
    (problem,) = read(tmp_path).problems
    assert problem.message.startswith("a policy without METADATA")
    assert problem.location == Location(file=(tmp_path / "lost.rego").as_posix(), line=1)


def test_tests_are_no_policies(tmp_path: Path) -> None:
    write_policy(tmp_path)
    (tmp_path / "own_test.rego").write_text("package own_test\n\ndeny := 1\n")
    catalogue = read(tmp_path)
    assert (len(catalogue.policies), catalogue.problems) == (1, ())
    assert [module.is_test for module in catalogue.library.modules] == [False, True]


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["without", "with byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_reads_what_editors_write(tmp_path: Path, bom: bytes, end: bytes) -> None:
    file = write_policy(tmp_path)
    file.write_bytes(bom + file.read_bytes().replace(b"\n", end))
    assert [policy.id for policy in read(tmp_path).policies] == ["OWN-1"]


def test_a_module_that_is_no_text_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "x.rego").write_bytes(b"package \xff\n")
    with pytest.raises(UsageError, match=r"x\.rego: cannot be read"):
        read(tmp_path)


def test_only_what_a_policy_refers_to_is_needed(tmp_path: Path) -> None:
    uses = ANSWERS["passes"].replace("deny := set()", "import data.lib.a\ndeny := {1 | a.x; data.lib.b.y}")
    write_policy(tmp_path, rules=uses, package="own.one")
    (tmp_path / "a.rego").write_text("package lib.a\n\nimport data.lib.c\n\nx := c.z\n")
    (tmp_path / "b.rego").write_text("package lib.b\n\n# data.lib.d.q\ny := data.lib.a.x\n")
    (tmp_path / "c.rego").write_text("package lib.c\n\nz := 1\n")
    (tmp_path / "d.rego").write_text("package lib.d\n\nq := 1\n")
    needed = files(read(tmp_path), "own.one")
    assert needed[0] == "own_1.rego"
    assert sorted(needed[1:]) == ["a.rego", "b.rego", "c.rego"]


@pytest.mark.parametrize(
    "rules",
    [
        "import data.lib\ndeny := {1 | lib.b.y}",
        'deny := {1 | data.lib["b"].y}',
        "deny := {1 | some name; data.lib[name].y}",
        'deny := {1 | data["lib"].b.y}',
        "import data.lib.a\ndeny := {1 | a.b.y}",
    ],
)
def test_a_reference_to_what_holds_packages_needs_them_all(tmp_path: Path, rules: str) -> None:
    """What is not loaded is undefined, and the policy would pass."""
    write_policy(tmp_path, rules=ANSWERS["passes"].replace("deny := set()", rules), package="own.one")
    (tmp_path / "a.rego").write_text("package lib.a\n\nx := 1\n")
    (tmp_path / "b.rego").write_text("package lib.a.b\n\ny := 1\n" if "a.b.y" in rules else "package lib.b\n\ny := 1\n")
    assert "b.rego" in files(read(tmp_path), "own.one")


def test_data_files_stand_below_the_path_of_their_folder(tmp_path: Path) -> None:
    write_policy(tmp_path)
    (tmp_path / "acme/limits").mkdir(parents=True)
    (tmp_path / "acme/limits/data.json").write_text('{"most": 3}')
    (tmp_path / "data.json").write_text('{"acme": {"name": "x"}}')
    (tmp_path / "other.json").write_text("not read")
    assert read(tmp_path).library.data == {"acme": {"name": "x", "limits": {"most": 3}}}


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "not valid JSON"), ("[]", "not an object"), ('{"acme": {"limits": 1}}', "'limits' is already given")],
)
def test_wrong_data_ends_the_run(tmp_path: Path, text: str, message: str) -> None:
    write_policy(tmp_path)
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme/data.json").write_text('{"limits": {"most": 3}}')
    (tmp_path / "data.json").write_text(text)
    with pytest.raises(UsageError, match=message):
        read(tmp_path)


def test_folders_may_overlap(tmp_path: Path) -> None:
    write_policy(tmp_path / "a/b")
    (tmp_path / "link").symlink_to(tmp_path / "a", target_is_directory=True)
    catalogue = read(tmp_path / "a", tmp_path / "a/b", tmp_path / "a", tmp_path / "link")
    assert [policy.id for policy in catalogue.policies] == ["OWN-1"]


def test_the_shipped_policies_are_whole() -> None:
    catalogue = read_catalogue(shipped.policies(), [], SCHEMA)
    assert catalogue.problems == ()
    assert {"DBX-ML-001", "DBX-EXP-001"} <= {policy.id for policy in catalogue.policies}
    assert all(policy.package.startswith("policies.rules.") for policy in catalogue.policies)
    assert all(policy.group == policy.package.split(".")[2] for policy in catalogue.policies)


def test_a_shipped_id_cannot_be_taken(tmp_path: Path) -> None:
    write_policy(tmp_path, "DBX-ML-001")
    with pytest.raises(UsageError, match="two policies have the id DBX-ML-001"):
        read_catalogue(shipped.policies(), [str(tmp_path)], SCHEMA)


def test_a_former_id_cannot_be_taken(tmp_path: Path) -> None:
    write_policy(tmp_path, "OWN-1", more="  aliases: [OWN-2]")
    write_policy(tmp_path, "OWN-2")
    with pytest.raises(UsageError, match="two policies have the id OWN-2"):
        read(tmp_path)


def test_of_the_shipped_modules_those_that_hold_tests_are_left_out() -> None:
    shipped_modules = read_library([(shipped.policies(), True)]).modules
    assert [module.file for module in shipped_modules if module.is_test] == []
    as_a_users = read_library([(shipped.policies(), False)]).modules
    assert {module.file for module in as_a_users if not module.is_test} == {module.file for module in shipped_modules}
    assert any(module.is_test for module in as_a_users)
