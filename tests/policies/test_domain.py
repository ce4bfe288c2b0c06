"""The tables that policies know the domain by are as their schemas say, and agree with each other."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import jsonschema
import pytest

from checker import credentials, providers, shipped
from checker.sources import secret_names

TABLES = sorted(path.parent.name for path in (shipped.policies() / "tfcheck/domain").glob("*/data.json"))


def table(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((shipped.policies() / f"tfcheck/domain/{name}/data.json").read_bytes())
    return tree


def test_every_table_has_a_schema_and_every_schema_a_table() -> None:
    assert sorted(path.stem for path in (shipped.schemas() / "domain").glob("*.json")) == TABLES


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_as_their_schemas_say(name: str) -> None:
    schema = shipped.schema(f"domain/{name}.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(table(name))


@pytest.mark.parametrize("name", TABLES)
def test_notes_are_about_something(name: str) -> None:
    tree = table(name)
    subjects = tree.keys() | tree.get("securables", {}).keys() | {"principals"}
    assert tree["notes"].keys() <= subjects


def test_privileges_of_securables_have_names() -> None:
    tree = table("privileges")
    listed = {
        privilege
        for securable in tree["securables"].values()
        for part in ("documented", "other")
        for privilege in securable.get(part, ())
    }
    assert listed | {*tree["high_risk"], *tree["legacy"]} <= {*tree["names"]}
    assert {name for names in tree["legacy"].values() for name in names} <= {*tree["names"]}


def test_what_a_model_takes_its_function_takes() -> None:
    securables = table("privileges")["securables"]
    both = [{*securables[name]["documented"], *securables[name].get("other", ())} for name in ("model", "function")]
    assert both[0] == both[1]


def test_levels_by_authorization_are_levels_of_the_attribute() -> None:
    tree = table("permission_levels")
    by_value = tree["authorization"]
    assert sorted(by_value) == sorted(tree["objects"]["authorization"]["types"])
    assert {level for levels in by_value.values() for level in levels} == {*tree["objects"]["authorization"]["levels"]}


def test_levels_that_manage_or_have_a_successor_are_levels_of_the_object() -> None:
    objects = table("permission_levels")["objects"].values()
    assert [
        each for each in objects if not {*each["levels"]} >= {*each.get("manages", ()), *each.get("deprecated", ())}
    ] == []


def test_support_ends_after_the_release_and_lts_ends_later() -> None:
    versions = table("runtimes")["versions"]
    days = [(each["released"], each["end_of_support"]) for each in versions.values() if "end_of_support" in each]
    assert [pair for pair in days if pair[0] >= pair[1]] == []
    assert [name for name, each in versions.items() if each["lts"] and "end_of_support" not in each] == []


def test_runtimes_stand_newest_first() -> None:
    numbers = [[int(step) for step in version.split(".")] for version in table("runtimes")["versions"]]
    assert [pair for pair in pairwise(numbers) if pair[0] <= pair[1]] == []


def test_forms_of_credentials_are_those_that_the_reader_knows() -> None:
    assert {*table("credential_forms")["forms"]} == {form.name for form in credentials._FORMS} - {""}


def test_versions_of_provider_schemas_are_those_of_the_files() -> None:
    assert table("provider_schemas")["versions"] == {"databricks": providers.version_of("databricks")}


def test_attributes_in_which_people_keep_secrets_exist() -> None:
    for type_, paths in table("secret_attributes")["bearing"].items():
        block = providers.resource_type(type_)
        assert block is not None, type_
        assert [path for path in paths if not providers.has_attribute(block, path)] == []


def test_objects_of_permissions_are_attributes_of_the_provider() -> None:
    block = providers.resource_type("databricks_permissions")
    assert block is not None
    assert {*table("permission_levels")["objects"]} <= {*block.attributes}


def test_names_of_secrets_are_those_that_the_reader_masks() -> None:
    names = table("secret_names")
    assert names["pattern"] == f"(?i){secret_names.NAMES_A_SECRET.pattern}"
    assert names["no_secret"] == f"(?i){secret_names.NO_SECRET.pattern}"
