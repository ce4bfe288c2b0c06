"""What is known of the shipped modules without reading their METADATA is what their METADATA say."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from checker import shipped
from checker.catalogue import Catalogue, read_catalogue
from checker.catalogue.index import FILE, outline_of
from checker.catalogue.indexing import index_of_shipped
from checker.catalogue.modules import read_library
from checker.model import Policy, Severity
from tests.running import write_policy

if TYPE_CHECKING:
    from pathlib import Path

RULE = "rules/models/only_execute_for_account_users/only_execute_for_account_users.rego"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped policies, to be edited."""
    shutil.copytree(shipped.policies(), tmp_path / "policies")
    return tmp_path / "policies"


def read(folder: Path) -> Catalogue:
    return read_catalogue(folder, [], shipped.schemas() / "policy/metadata.json")


def policy(folder: Path, id_: str) -> Policy:
    (found,) = (each for each in read(folder).policies if each.id == id_)
    return found


def test_the_index_is_that_of_the_modules() -> None:
    assert FILE.read_bytes() == index_of_shipped(), "run `make policies`"


def test_a_module_of_the_index_says_what_it_says_when_it_is_read() -> None:
    known = read_library([(shipped.policies(), True)]).modules
    read_anew = {module.file: module for module in read_library([(shipped.policies(), False)]).modules}
    assert all(module.outline for module in known)
    assert [module.outline for module in read_anew.values() if module.outline] == []
    for module in known:
        other = read_anew[module.file]
        assert (module.package, module.references, module.metadata) == (other.package, other.references, other.metadata)


def test_the_catalogue_is_the_same_as_without_the_index(folder: Path) -> None:
    indexed = read(folder)
    for file in folder.rglob("*.rego"):
        file.write_bytes(file.read_bytes() + b"\n")
        assert outline_of(file.read_bytes()) is None
    assert read(folder).policies == indexed.policies


def test_a_policy_that_was_edited_is_read(folder: Path) -> None:
    before = policy(folder, "DBX-ML-001")
    file = folder / RULE
    file.write_text(file.read_text().replace(f"severity: {before.severity.label}", "severity: info"))
    after = policy(folder, "DBX-ML-001")
    assert (before.severity, after.severity) == (Severity.HIGH, Severity.INFO)


def test_a_reference_that_was_added_is_followed(folder: Path) -> None:
    (folder / "lib/more").mkdir()
    (folder / "lib/more/more.rego").write_text("package policies.lib.more\n\nx := 1\n")
    with (folder / RULE).open("a") as module:
        module.write("\n_more := data.policies.lib.more.x\n")
    package = policy(folder, "DBX-ML-001").package
    (needed,) = read(folder).library.needs([package]).values()
    assert (folder / "lib/more/more.rego").as_posix() in needed


def test_policies_come_and_go_without_the_index(folder: Path) -> None:
    write_policy(folder / "rules/own", "OWN-1", package="policies.rules.own")
    shutil.rmtree((folder / RULE).parent)
    ids = {each.id for each in read(folder).policies}
    assert "OWN-1" in ids
    assert "DBX-ML-001" not in ids


def test_a_shipped_policy_that_lost_its_metadata_is_a_problem(folder: Path) -> None:
    file = folder / RULE
    text = file.read_text()
    file.write_text(text[text.index("package ") :])
    (problem,) = read(folder).problems
    assert problem.message.startswith("a policy without METADATA")


@pytest.mark.parametrize("end", [b"\r\n", b"\r"], ids=["CRLF", "CR"])
def test_other_ends_of_lines_are_only_slower(folder: Path, end: bytes) -> None:
    indexed = read(folder)
    for file in folder.rglob("*.rego"):
        file.write_bytes(file.read_bytes().replace(b"\n", end))
    other = read(folder)
    assert other.policies == indexed.policies
    assert [module.text for module in other.library.modules] == [module.text for module in indexed.library.modules]
