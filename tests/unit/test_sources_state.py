"""What policies see of a state, raw and shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.reading import CASES, LLMOPS, kept, see, see_tree, state

if TYPE_CHECKING:
    from pathlib import Path

BOTH = ("terraform.tfstate", "state-show.json")
MASK = re.compile(r"\(sensitive value [0-9a-f]{12}\)")


@pytest.mark.parametrize("file", BOTH)
def test_sees_a_resource_at_rest(file: str) -> None:
    view = see(LLMOPS / "prod" / file).resources["databricks_permissions.mlflow_experiment_experiment"]
    experiment = see(LLMOPS / "prod" / file).resources["databricks_mlflow_experiment.experiment"]["values"]["id"]
    assert view | {"values": ...} == {
        "address": "databricks_permissions.mlflow_experiment_experiment",
        "type": "databricks_permissions",
        "name": "mlflow_experiment_experiment",
        "mode": "managed",
        "action": "no-op",
        "provider": "registry.terraform.io/databricks/databricks",
        "depends_on": ["databricks_mlflow_experiment.experiment"],
        "values": ...,
        "links": {"experiment_id": ["databricks_mlflow_experiment.experiment"]},
    }
    assert view["values"]["experiment_id"] == experiment


@pytest.mark.parametrize("case", sorted(path.parent.relative_to(CASES).as_posix() for path in CASES.rglob("*.tfstate")))
def test_a_raw_and_a_shown_state_look_the_same(case: str) -> None:
    raw, shown = (see(CASES / case / file) for file in BOTH)
    assert list(raw.resources) == list(shown.resources)
    for member in ("mode", "action", "type", "name", "module", "index", "provider", "tainted", "deposed"):
        assert raw.each(member) == shown.each(member), member
    assert {key: sorted(each) for key, each in raw.each("depends_on").items()} == {
        key: sorted(each) for key, each in shown.each("depends_on").items()
    }
    assert _unmasked(raw.each("values")) == _unmasked(shown.each("values"))
    assert _unmasked(raw.tree.get("outputs")) == _unmasked(shown.tree.get("outputs"))


def _unmasked(tree: Any) -> Any:
    """Masks differ from run to run."""
    if isinstance(tree, dict):
        return {key: _unmasked(item) for key, item in tree.items() if key != "secrets"}
    if isinstance(tree, list):
        return [_unmasked(item) for item in tree]
    return MASK.sub("…", tree) if isinstance(tree, str) else tree


def test_sees_what_a_raw_state_says_about_itself() -> None:
    seen = see(LLMOPS / "prod/terraform.tfstate")
    assert seen.tree["document"] == {
        "kind": "state",
        "file": (LLMOPS / "prod/terraform.tfstate").as_posix(),
        "format_version": "4",
        "terraform_version": "1.11.4",
        "serial": 7,
        "lineage": "8b3ef9ad-bd28-4e82-c46c-94e99240537d",
    }


@pytest.mark.parametrize("file", BOTH)
def test_sees_tainted_objects(file: str) -> None:
    assert see(CASES / "tainted/half-made" / file).each("tainted") == {"terraform_data.half_made": True}


@pytest.mark.parametrize("file", BOTH)
def test_sees_deposed_objects_beside_their_successors(file: str) -> None:
    seen = see(CASES / "deposed/replace" / file)
    (key,) = seen.each("deposed").values()
    assert set(seen.resources) == {
        "terraform_data.cluster",
        f"terraform_data.cluster (deposed {key})",
        "terraform_data.job",
    }


@pytest.mark.parametrize("file", BOTH)
def test_sees_addresses_in_modules(file: str) -> None:
    assert 'module.lake["a/b \\"c\\""].module.table["returns of 2024"].terraform_data.table' in see(
        CASES / "modules/create" / file
    ).each("module")


@pytest.mark.parametrize("file", BOTH)
def test_data_sources_are_read(file: str) -> None:
    actions = see(CASES / "remote-state/create" / file).each("action")
    assert {address: action for address, action in actions.items() if address.startswith("data.")} == {
        "data.terraform_remote_state.catalogs": "read",
        "data.terraform_remote_state.later": "read",
    }


@pytest.mark.parametrize(
    ("key", "address"),
    [
        (None, "x.y"),
        (0, "x.y[0]"),
        ("a", 'x.y["a"]'),
        ('a"b', 'x.y["a\\"b"]'),
        ("a\\b", 'x.y["a\\\\b"]'),
        ("${a}%{b}", 'x.y["$${a}%%{b}"]'),
        ("ü.ß/x", 'x.y["ü.ß/x"]'),
        ("a\nb", 'x.y["a\\nb"]'),
        ("", 'x.y[""]'),
    ],
)
def test_writes_addresses_as_terraform_does(key: Any, address: str, tmp_path: Path) -> None:
    instance = {"attributes": {}, "index_key": key}
    assert list(see_tree(tmp_path, state(kept("x", "y", instance))).resources) == [address]


def test_the_provider_of_an_instance_goes_before_that_of_its_resource(tmp_path: Path) -> None:
    """OpenTofu writes it where providers have for_each."""
    instances = [
        {"attributes": {}, "index_key": 0, "provider": 'provider["registry.opentofu.org/a/b"].by["x"]'},
        {"attributes": {}, "index_key": 1},
    ]
    resource = kept("x", "y", *instances, provider='module.a.provider["registry.terraform.io/a/b"].alias')
    assert see_tree(tmp_path, state(resource)).each("provider") == {
        "x.y[0]": "registry.opentofu.org/a/b",
        "x.y[1]": "registry.terraform.io/a/b",
    }


def test_values_of_any_type_are_unwrapped(tmp_path: Path) -> None:
    wrapped = {"value": {"a": [1]}, "type": ["object", {"a": ["list", "number"]}]}
    tree = state(kept("terraform_data", "t", {"input": wrapped, "triggers_replace": None}))
    assert see_tree(tmp_path, tree).each("values") == {"terraform_data.t": {"input": {"a": [1]}}}


def test_an_object_kept_as_before_terraform_0_12_is_a_problem(tmp_path: Path) -> None:
    flat = {"attributes_flat": {"grant.#": "1", "grant.0.principal": "users"}}
    seen = see_tree(tmp_path, state(kept("x", "y", flat), kept("x", "z", {"a": 1})))
    assert list(seen.resources) == ["x.z"]
    assert [(each.message, each.hint) for each in seen.document.problems] == [
        (
            "x.y is kept as Terraform before 0.12 kept it, which no policy can judge",
            "run terraform apply -refresh-only once, which upgrades it",
        ),
    ]


def test_two_instances_with_one_address_are_a_problem(tmp_path: Path) -> None:
    seen = see_tree(tmp_path, state(kept("x", "y", {"a": 1}), kept("x", "y", {"a": 2})))
    assert [each.message for each in seen.document.problems] == [
        "two resources have the address x.y: only the first was looked at",
    ]
    assert seen.each("values") == {"x.y": {"a": 1}}


def test_sees_the_results_of_checks() -> None:
    tree = see(CASES / "checks/create/terraform.tfstate").tree
    assert {"address": "var.target", "kind": "var", "status": "pass", "messages": []} in tree["checks"]


def test_a_state_without_check_results_has_no_checks(tmp_path: Path) -> None:
    assert "checks" not in see_tree(tmp_path, state(check_results=None)).tree
    assert "checks" not in see_tree(tmp_path, state()).tree


UUID = "7c1f0a4e-1111-4222-8333-444455556666"


def linked(folder: Path, id_: str, **members: Any) -> dict[str, Any]:
    """Links of a resource that holds the id of another."""
    holder = {"attributes": {"id": "own", "model": id_, "deep": [{"ref": id_}], "text": f"x{id_}"}} | members
    return see_tree(folder, state(kept("x", "y", {"id": id_}), kept("x", "r", holder))).each("links")


def test_an_equal_id_of_a_dependency_is_a_link(tmp_path: Path) -> None:
    found = linked(tmp_path, "plain", dependencies=["x.y"])
    assert found == {"x.r": {"model": ["x.y"], "deep[0].ref": ["x.y"]}}


def test_a_plain_word_without_dependency_is_no_link(tmp_path: Path) -> None:
    assert linked(tmp_path, "plain") == {}


@pytest.mark.parametrize("id_", [UUID, "main.schema.model", "837462910294"])
def test_an_id_that_hardly_occurs_by_chance_is_a_link(id_: str, tmp_path: Path) -> None:
    assert linked(tmp_path, id_) == {"x.r": {"model": ["x.y"], "deep[0].ref": ["x.y"]}}


def test_an_equal_id_of_something_else_than_a_dependency_is_no_link(tmp_path: Path) -> None:
    assert linked(tmp_path, UUID, dependencies=["x.other"]) == {}


def test_an_id_that_very_many_share_is_no_link(tmp_path: Path) -> None:
    many = kept("x", "y", *({"attributes": {"id": UUID}, "index_key": number} for number in range(65)))
    assert see_tree(tmp_path, state(many, kept("x", "r", {"model": UUID}))).each("links") == {}
