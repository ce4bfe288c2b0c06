"""What the user's parameters turn into."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from checker.catalogue.parameters import validate_parameters
from checker.errors import UsageError
from checker.model import Location, Parameter, Policy, Severity

if TYPE_CHECKING:
    from pathlib import Path

MINUTES = Parameter(
    name="max_minutes",
    description="Minutes after which a cluster must stop.",
    default=120,
    schema={"type": "integer", "minimum": 10},
)
TAGS = Parameter(
    name="required_tags",
    description="Tags that everything must have.",
    default=["owner"],
    schema={"type": "array", "items": {"type": "string"}},
)


def policy(id_: str, *parameters: Parameter, aliases: tuple[str, ...] = ()) -> Policy:
    return Policy(
        id=id_,
        package="policies.rules.compute.stop",
        title="Title",
        description="Description",
        severity=Severity.LOW,
        sets=("baseline",),
        resource_types=("databricks_cluster",),
        attributes=(),
        remediation="Remediation",
        location=Location(file="stop.rego"),
        parameters=parameters,
        aliases=aliases,
    )


POLICIES = (policy("DBX-CMP-003", MINUTES, TAGS, aliases=("OLD-CMP-003",)), policy("DBX-JOB-001"))


def test_every_policy_has_its_defaults() -> None:
    assert validate_parameters({}, POLICIES) == {
        "DBX-CMP-003": {"max_minutes": 120, "required_tags": ["owner"]},
        "DBX-JOB-001": {},
    }


@pytest.mark.parametrize("name", ["DBX-CMP-003", "OLD-CMP-003"])
def test_the_users_values_replace_defaults_under_the_policys_present_id(name: str) -> None:
    assert validate_parameters({name: {"max_minutes": 60}}, POLICIES) == {
        "DBX-CMP-003": {"max_minutes": 60, "required_tags": ["owner"]},
        "DBX-JOB-001": {},
    }


def test_values_replace_and_are_never_mixed_with_defaults() -> None:
    values = validate_parameters({"DBX-CMP-003": {"required_tags": []}}, POLICIES)
    assert values["DBX-CMP-003"]["required_tags"] == []
    assert TAGS.default == ["owner"]


def test_one_policys_parameters_may_stand_under_both_its_ids() -> None:
    given: dict[str, dict[str, Any]] = {"OLD-CMP-003": {"max_minutes": 60}, "DBX-CMP-003": {"required_tags": ["cost"]}}
    assert validate_parameters(given, POLICIES)["DBX-CMP-003"] == {"max_minutes": 60, "required_tags": ["cost"]}


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        (
            {"DBX-CMP-03": {"max_minutes": 60}},
            "parameters.DBX-CMP-03: no policy has this id",
            "did you mean DBX-CMP-003?",
        ),
        (
            {"ZZZ": {}},
            "parameters.ZZZ: no policy has this id",
            "known: DBX-CMP-003, DBX-JOB-001, OLD-CMP-003",
        ),
        (
            {"DBX-CMP-003": {"max_minuts": 60}},
            "parameters.DBX-CMP-003.max_minuts: DBX-CMP-003 has no such parameter",
            "did you mean max_minutes?",
        ),
        (
            {"OLD-CMP-003": {"hours": 60}},
            "parameters.OLD-CMP-003.hours: DBX-CMP-003 has no such parameter",
            "known: max_minutes, required_tags",
        ),
        (
            {"DBX-JOB-001": {"hours": 60}},
            "parameters.DBX-JOB-001.hours: DBX-JOB-001 has no such parameter",
            "",
        ),
        (
            {"DBX-CMP-003": {"max_minutes": "60"}},
            "parameters.DBX-CMP-003.max_minutes: '60' is not of type 'integer'",
            "max_minutes: Minutes after which a cluster must stop.",
        ),
        (
            {"DBX-CMP-003": {"max_minutes": 5}},
            "parameters.DBX-CMP-003.max_minutes: 5 is less than the minimum of 10",
            "max_minutes: Minutes after which a cluster must stop.",
        ),
        (
            {"DBX-CMP-003": {"required_tags": ["a", 1]}},
            "parameters.DBX-CMP-003.required_tags[1]: 1 is not of type 'string'",
            "required_tags: Tags that everything must have.",
        ),
        (
            {"OLD-CMP-003": {"max_minutes": 60}, "DBX-CMP-003": {"max_minutes": 60}},
            "parameters.DBX-CMP-003.max_minutes: set already for OLD-CMP-003, which is the same policy",
            "keep DBX-CMP-003",
        ),
    ],
    ids=[
        "misspelt policy", "no such policy", "misspelt parameter", "no such parameter", "no parameters", "wrong type",
        "too little", "wrong item", "set twice",
    ],
)  # fmt: skip
def test_says_what_is_wrong_and_what_was_meant(given: dict[str, dict[str, Any]], message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        validate_parameters(given, POLICIES)
    assert (str(caught.value), caught.value.hint) == (message, hint)


def test_tells_everything_that_is_wrong_at_once() -> None:
    given: dict[str, dict[str, Any]] = {"DBX-CMP-03": {}, "DBX-CMP-003": {"max_minutes": "60", "x": 1}}
    with pytest.raises(UsageError) as caught:
        validate_parameters(given, POLICIES)
    assert str(caught.value).splitlines() == [
        "3 errors in the parameters",
        "  parameters.DBX-CMP-03: no policy has this id",
        "    hint: did you mean DBX-CMP-003?",
        "  parameters.DBX-CMP-003.max_minutes: '60' is not of type 'integer'",
        "    hint: max_minutes: Minutes after which a cluster must stop.",
        "  parameters.DBX-CMP-003.x: DBX-CMP-003 has no such parameter",
        "    hint: known: max_minutes, required_tags",
    ]
    assert caught.value.hint == ""


def test_more_errors_than_anyone_reads_are_counted() -> None:
    with pytest.raises(UsageError) as caught:
        validate_parameters({f"X-{number}": {} for number in range(30)}, POLICIES)
    lines = str(caught.value).splitlines()
    assert lines[0] == "30 errors in the parameters"
    assert lines[-1] == "  and 10 more"


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ({"type": "integr"}, "'integr' is not valid under any of the given schemas"),
        ({"$ref": "https://example.com/minutes.json"}, "https://example.com/minutes.json leads nowhere"),
        ({"$ref": "#/$defs/none"}, "/$defs/none leads nowhere"),
    ],
    ids=["no such type", "a reference outside", "a reference to nothing"],
)
def test_a_policy_with_a_wrong_schema_is_to_blame_itself(schema: dict[str, Any], reason: str) -> None:
    wrong = Parameter(name="x", description="Description.", default=1, schema=schema)
    with pytest.raises(UsageError) as caught:
        validate_parameters({"A-1": {"x": 1}}, [policy("A-1", wrong)])
    assert str(caught.value) == f"parameters.A-1.x: the policy's schema for it is wrong: {reason}"
    assert caught.value.hint == "correct the METADATA of the policy"


def test_a_policys_schema_reads_no_file(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    outside = Parameter(name="x", description="Description.", default=1, schema={"$ref": other.as_uri()})
    with pytest.raises(UsageError, match=r"other\.json leads nowhere$"):
        validate_parameters({"A-1": {"x": 1}}, [policy("A-1", outside)])


@pytest.mark.parametrize(
    "module",
    ["checker.configuration", "checker.waivers", "checker.catalogue.parameters"],
)
def test_a_run_without_a_configuration_does_not_pay_for_reading_one(module: str) -> None:
    program = f"import sys, {module}; print(sorted({{'yaml', 'jsonschema'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
