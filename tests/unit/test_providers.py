"""What the schemas of providers say, and what is told of resources that are not as they say."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import providers, shipped
from checker.catalogue.lint import strange_names
from checker.catalogue.types import types_covered
from checker.model import Location, Policy, Severity
from checker.providers.fit import misfits, written

FILES = sorted(
    path.relative_to(shipped.schemas()).as_posix() for path in shipped.schemas().glob("providers/*/resources.json")
)


def policy(*types: str, attributes: tuple[str, ...] = (), deprecated: str = "") -> Policy:
    return Policy(
        id="ACME-1",
        package="acme",
        group="acme",
        title="t",
        description="d",
        severity=Severity.LOW,
        sets=("baseline",),
        resource_types=types,
        attributes=attributes,
        remediation="r",
        location=Location(file="acme.rego", line=1),
        deprecated=deprecated,
    )


@pytest.mark.parametrize("file", FILES)
def test_files_are_as_their_schema_says(file):
    schema = shipped.schema("providers/schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(shipped.schema(file))


@pytest.mark.parametrize("file", FILES)
def test_each_type_stands_on_one_line(file):
    text = (shipped.schemas() / file).read_text(encoding="utf-8")
    lines = [line.strip().rstrip(",") for line in text.splitlines() if line.startswith("    ")]
    assert [next(iter(json.loads(f"{{{line}}}"))) for line in lines] == sorted(shipped.schema(file)["types"])


@pytest.mark.parametrize("provider", providers.PROVIDERS)
def test_flags_are_of_attributes_that_there_are(provider):
    def check(block: providers.Block) -> None:
        flagged = block.required | block.computed | block.sensitive | block.deprecated | block.write_only
        assert flagged <= block.attributes.keys()
        assert block.attributes.keys().isdisjoint(block.blocks)
        for inner in block.blocks.values():
            check(inner)

    for type_ in providers.types_of(provider):
        block = providers.resource_type(type_)
        assert block is not None
        check(block)


def test_databricks_has_all_its_types_and_azure_few():
    assert providers.is_complete("databricks")
    assert len(providers.types_of("databricks")) > 170
    assert not providers.is_complete("azurerm")
    assert "azurerm_databricks_workspace" in providers.types_of("azurerm")


def test_what_is_sensitive_is_what_gets_masked():
    """One is read with every check and is small; the other holds all that the schema says."""

    def sensitive(block: providers.Block, path: str = "") -> set[str]:
        found = {f"{path}{name}" for name in block.sensitive}
        return found.union(*(sensitive(inner, f"{path}{name}.") for name, inner in block.blocks.items()))

    found = {
        type_: sensitive(block)
        for type_ in providers.types_of("databricks")
        if (block := providers.resource_type(type_))
    }
    masked = shipped.schema("providers/databricks/sensitive.json")["sensitive"]
    assert {type_: paths for type_, paths in found.items() if paths} == {
        type_: {*paths} for type_, paths in masked.items()
    }
    assert "string_value" in found["databricks_secret"]


def test_what_is_deprecated_is_there():
    for type_, paths in shipped.schema("providers/databricks/deprecated.json")["types"].items():
        block = providers.resource_type(type_)
        assert block is not None, type_
        assert [path for path in paths if path and not providers.has_attribute(block, path)] == [], type_


@pytest.mark.parametrize(
    ("type_", "path", "there"),
    [
        ("databricks_grants", "grant[].privileges", True),
        ("databricks_grants", "grant.privileges", True),
        ("databricks_grants", "grants[].privileges", False),
        ("databricks_grants", "grant[].privilege", False),
        ("databricks_grants", "function.name", False),
        ("databricks_job", "task[].for_each_task[].task[].new_cluster[].spark_conf", True),
        ("databricks_app", "compute_status.state", True),
    ],
)
def test_attributes(type_, path, there):
    block = providers.resource_type(type_)
    assert block is not None
    assert providers.has_attribute(block, path) is there


def test_types_that_are_not_known():
    assert providers.resource_type("databricks_planet") is None
    assert providers.resource_type("aws_instance") is None
    assert providers.resource_type("terraform_data") is None


GRANT = {"principal": "users", "privileges": ["SELECT"]}
FITTING = {
    "null is not set": ("databricks_job", {"nonsense": None}),
    "nor is what a state has for it": ("databricks_job", {"nonsense": "", "more": [], "no": False, "zero": 0}),
    "blocks": ("databricks_grants", {"table": "a.b.c", "grant": [GRANT]}),
    "a number as text": ("databricks_job", {"timeout_seconds": "60"}),
    "a truth as text": ("databricks_catalog", {"force_destroy": "true"}),
    "a number where a text is wanted": ("databricks_job", {"name": 12}),
    "another provider": ("aws_instance", {"anything": 1}),
    "a provider of which few types are here": ("azurerm_key_vault", {"anything": 1}),
    "what the provider fills in": ("databricks_mlflow_experiment", {"description": ""}),
}


@pytest.mark.parametrize("case", FITTING)
def test_fits(case):
    type_, values = FITTING[case]
    assert misfits(type_, values, False) == {}


STRANGE = {
    "a type": ("databricks_grant_set", {}, {(): {"kind": "unknown", "nearest": "databricks_grants"}}),
    "a type like no other": ("databricks_zzzzzzzzzz", {}, {(): {"kind": "unknown"}}),
    "an attribute": ("databricks_grants", {"tabel": "x"}, {("tabel",): {"kind": "unknown", "nearest": "table"}}),
    "an attribute like no other": ("databricks_grants", {"qqqq": "x"}, {("qqqq",): {"kind": "unknown"}}),
    "an attribute in a block": (
        "databricks_grants",
        {"grant": [GRANT, {"privileg": ["SELECT"]}]},
        {("grant", 1, "privileg"): {"kind": "unknown", "nearest": "privileges"}},
    ),
    "a block that is none": (
        "databricks_grants",
        {"grant": GRANT},
        {("grant",): {"kind": "type", "expected": "a set of blocks"}},
    ),
    "a text for a block": (
        "databricks_grants",
        {"grant": ["x"]},
        {("grant", 0): {"kind": "type", "expected": "a block"}},
    ),
    "a text for a list": (
        "databricks_grant",
        {"privileges": "SELECT"},
        {("privileges",): {"kind": "type", "expected": "set(string)"}},
    ),
    "a text that is no number": (
        "databricks_job",
        {"timeout_seconds": "soon"},
        {("timeout_seconds",): {"kind": "type", "expected": "number"}},
    ),
    "a truth that is no number": (
        "databricks_job",
        {"timeout_seconds": True},
        {("timeout_seconds",): {"kind": "type", "expected": "number"}},
    ),
    "a text that is no truth": (
        "databricks_catalog",
        {"force_destroy": "maybe"},
        {("force_destroy",): {"kind": "type", "expected": "bool"}},
    ),
    "an object for a text": ("databricks_job", {"name": {"a": 1}}, {("name",): {"kind": "type", "expected": "string"}}),
    "a list for a map": ("databricks_job", {"tags": ["a"]}, {("tags",): {"kind": "type", "expected": "map(string)"}}),
    "what has a successor": (
        "databricks_job",
        {"max_retries": 2},
        {("max_retries",): {"kind": "deprecated", "instead": "max_retries in a task block"}},
    ),
    "what is deprecated": (
        "databricks_mlflow_experiment",
        {"description": "x"},
        {("description",): {"kind": "deprecated"}},
    ),
    "a block that has a successor": (
        "databricks_cluster",
        {"init_scripts": [{"dbfs": [{"destination": "dbfs:/x"}]}]},
        {
            ("init_scripts", 0, "dbfs"): {
                "kind": "deprecated",
                "instead": "volumes, workspace or a location in cloud storage",
            }
        },
    ),
    "a type that has a successor": (
        "databricks_sql_query",
        {},
        {(): {"kind": "deprecated", "instead": "databricks_query"}},
    ),
}


@pytest.mark.parametrize("case", STRANGE)
def test_does_not_fit(case):
    type_, values, found = STRANGE[case]
    assert misfits(type_, values, False) == found


def test_names_that_are_only_among_what_is_not_known_yet():
    unknown = {"tabel": True, "table": True, "grant": [{"principle": True}], "nothing": False}
    assert misfits("databricks_grants", {}, unknown) == {
        ("tabel",): {"kind": "unknown", "nearest": "table"},
        ("grant", 0, "principle"): {"kind": "unknown", "nearest": "principal"},
    }
    assert misfits("databricks_grants", {"tabel": None}, {"tabel": True}) == {
        ("tabel",): {"kind": "unknown", "nearest": "table"}
    }
    assert misfits("databricks_grants", {}, True) == {}


_TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["task", "name", "tags", "run_as", "x"]), inner)
    ),
    max_leaves=12,
)


@given(
    values=st.dictionaries(st.sampled_from(["task", "name", "tags", "run_as", "job_cluster"]), _TREES), unknown=_TREES
)
def test_whatever_it_is_nothing_breaks(values, unknown):
    misfits("databricks_job", values, unknown)


def test_types_as_terraform_writes_them():
    assert written(["list", ["map", "string"]]) == "list(map(string))"
    assert written(["object", {"a": "string"}]) == "object"


@pytest.mark.parametrize(
    ("given_policy", "sentences"),
    [
        (policy("databricks_job", attributes=("task[].max_retries",)), []),
        (
            policy("databricks_jobs"),
            ["no resource type databricks_jobs in provider databricks VERSION; did you mean databricks_job?"],
        ),
        (policy("databricks_zzzzzzzz"), ["no resource type databricks_zzzzzzzz in provider databricks VERSION"]),
        (policy("databricks_job", attributes=("tasks[].x",)), ["no attribute tasks[].x in databricks_job"]),
        (policy("databricks_job", "databricks_cluster", attributes=("autotermination_minutes",)), []),
        (policy("databricks_job", "aws_instance", attributes=("ami",)), []),
        (policy("*", attributes=("anything",)), []),
        (policy("azurerm_key_vault", attributes=("anything",)), []),
        (
            policy("azurerm_databricks_workspace", attributes=("skuu",)),
            ["no attribute skuu in azurerm_databricks_workspace"],
        ),
    ],
)
def test_names_in_metadata(given_policy, sentences):
    version = providers.version_of("databricks")
    assert [*strange_names(given_policy)] == [each.replace("VERSION", version) for each in sentences]


def test_every_type_stands_in_one_of_three_lists():
    found = types_covered(
        [policy("databricks_job", "*", "aws_instance"), policy("databricks_cluster", deprecated="since 2")]
    )
    assert found.covered == {"databricks_job": ("ACME-1",)}
    assert "databricks_cluster" in found.forgotten
    assert sorted([*found.covered, *found.left_out, *found.forgotten]) == sorted(providers.types_of("databricks"))


def test_types_without_a_policy_on_purpose_have_a_reason_and_exist():
    listed = shipped.schema("providers/databricks/uncovered.json")["types"]
    assert {*listed} <= {*providers.types_of("databricks")}
    assert all(reason.strip() for reason in listed.values())
