"""Which resource an attribute refers to, in a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.reading import CASES, LLMOPS, change, plan, see, see_tree

if TYPE_CHECKING:
    from pathlib import Path


def refers(*references: str) -> dict[str, Any]:
    return {"references": list(references)}


def written(address: str, expressions: dict[str, Any], **members: Any) -> dict[str, Any]:
    """A resource in a configuration."""
    return {"address": address, "expressions": expressions} | members


def root(*resources: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"root_module": {"resources": list(resources)} | members}


def links(folder: Path, configuration: dict[str, Any], *changes: dict[str, Any]) -> dict[str, Any]:
    return see_tree(folder, plan(*changes, configuration=configuration)).each("links")


MODEL = change("databricks_registered_model.m", {})


def test_a_grant_refers_to_a_model_that_is_created_in_the_same_plan() -> None:
    assert see(LLMOPS / "prod/plan.json").each("links") == {
        "databricks_grants.registered_model_model": {"function": ["databricks_registered_model.model"]},
        "databricks_permissions.mlflow_experiment_experiment": {
            "experiment_id": ["databricks_mlflow_experiment.experiment"]
        },
        "databricks_job.batch_inference_job": {
            "task[0].notebook_task[0].base_parameters": ["databricks_registered_model.model"]
        },
        "databricks_job.model_training_job": {
            "task[1].notebook_task[0].base_parameters": [
                "databricks_mlflow_experiment.experiment",
                "databricks_registered_model.model",
            ],
            "task[2].notebook_task[0].base_parameters": ["databricks_mlflow_experiment.experiment"],
            "task[3].notebook_task[0].base_parameters": ["databricks_registered_model.model"],
        },
    }


def test_real_references_through_modules_and_their_outputs() -> None:
    assert see(CASES / "unknown/create/plan.json").each("links") == {
        "terraform_data.part": {"input": ["terraform_data.source", "terraform_data.whole"]},
        "terraform_data.text": {"input": ["terraform_data.source"]},
        "terraform_data.through_module": {"input": ["module.inner.terraform_data.inner"]},
        "terraform_data.trigger": {"triggers_replace": ["terraform_data.source"]},
        "terraform_data.whole": {"input": ["terraform_data.source"]},
    }


def test_a_local_value_gives_no_link() -> None:
    """`module.inner` gets `local.through_local`, whose expression no plan records."""
    assert "module.inner.terraform_data.inner" not in see(CASES / "unknown/create/plan.json").each("links")


def test_a_literal_index_means_one_instance_of_the_same_module() -> None:
    found = see(CASES / "modules/create/plan.json").each("links")
    assert len(found) == 10
    for address, by_path in found.items():
        assert by_path == {"input": [address.split(".module.table")[0] + ".terraform_data.volume[0]"]}


def test_a_data_source_that_was_read_while_planning(tmp_path: Path) -> None:
    read = {"address": "module.m.data.x.y", "mode": "data", "type": "x", "name": "y", "values": {}}
    child = {"address": "module.m", "resources": [read]}
    call = {"module": {"resources": [written("x.r", {"a": refers("data.x.y.v", "data.x.y")})]}}
    tree = plan(
        change("module.m.x.r", {}) | {"module_address": "module.m"},
        configuration={"root_module": {"module_calls": {"m": call}}},
        prior_state={"format_version": "1.0", "values": {"root_module": {"child_modules": [child]}}},
    )
    assert see_tree(tmp_path, tree).each("links") == {"module.m.x.r": {"a": ["module.m.data.x.y"]}}


@pytest.mark.parametrize("key", ["a", "a.b", 'quo"te', "back\\slash", "ümläut", "${x}", "module.m.x.y"])
def test_a_literal_key_may_be_any_text(key: str, tmp_path: Path) -> None:
    quoted = '"' + key.replace("\\", "\\\\").replace('"', '\\"').replace("${", "$${") + '"'
    instance = change("x.y", {}) | {"address": f"x.y[{quoted}]", "index": key}
    other = change('x.y["other"]', {})
    configuration = root(written("x.r", {"a": refers(f"x.y[{quoted}].id", f"x.y[{quoted}]", "x.y")}))
    assert links(tmp_path, configuration, instance, other, change("x.r", {})) == {"x.r": {"a": [f"x.y[{quoted}]"]}}


def test_a_reference_without_index_means_all_instances(tmp_path: Path) -> None:
    configuration = root(written("x.r", {"a": refers("x.y")}))
    found = links(tmp_path, configuration, change("x.y[0]", {}), change("x.y[1]", {}), change("x.r", {}))
    assert found == {"x.r": {"a": ["x.y[0]", "x.y[1]"]}}


def test_one_instance_and_all_of_them_mean_all(tmp_path: Path) -> None:
    configuration = root(written("x.r", {"a": refers("x.y[0].id", "x.y[0]", "x.y", "x.y")}))
    found = links(tmp_path, configuration, change("x.y[0]", {}), change("x.y[1]", {}), change("x.r", {}))
    assert found == {"x.r": {"a": ["x.y[0]", "x.y[1]"]}}


@pytest.mark.parametrize("each", ["each.key", "each.value", "count.index"])
def test_an_instance_refers_to_the_instance_of_its_own_key(each: str, tmp_path: Path) -> None:
    configuration = root(written("x.r", {"a": refers("x.y", each)}))
    changes = [change(f'x.{name}["{key}"]', {}) for name in "yr" for key in "ab"]
    assert links(tmp_path, configuration, *changes) == {
        'x.r["a"]': {"a": ['x.y["a"]']},
        'x.r["b"]': {"a": ['x.y["b"]']},
    }


def test_each_value_refers_to_what_for_each_goes_over(tmp_path: Path) -> None:
    configuration = root(
        written("x.r", {"a": refers("each.value.id", "each.value")}, for_each_expression=refers("x.y"))
    )
    changes = [change(f'x.{name}["{key}"]', {}) for name in "yr" for key in "ab"]
    assert links(tmp_path, configuration, *changes)['x.r["a"]'] == {"a": ['x.y["a"]']}


def test_a_data_source_is_referred_to(tmp_path: Path) -> None:
    configuration = root(written("x.r", {"a": refers("data.x.y.id", "data.x.y")}))
    found = links(tmp_path, configuration, change("data.x.y", {}, ["read"]), change("x.r", {}))
    assert found == {"x.r": {"a": ["data.x.y"]}}


@pytest.mark.parametrize("name", ["var.x", "local.x", "path.module", "terraform.workspace", "each.key", "self.id"])
def test_what_is_no_resource_gives_no_link(name: str, tmp_path: Path) -> None:
    assert links(tmp_path, root(written("x.r", {"a": refers(name)})), change("x.r", {})) == {}


def module(**members: Any) -> dict[str, Any]:
    return {"expressions": {}, "module": {}} | members


def test_a_module_input_refers_to_what_it_is_given(tmp_path: Path) -> None:
    child = module(
        expressions={"model": refers("databricks_registered_model.m.id", "databricks_registered_model.m")},
        module={"resources": [written("databricks_grants.g", {"function": refers("var.model")})]},
    )
    grant = change("module.c.databricks_grants.g", {})
    assert links(tmp_path, root(module_calls={"c": child}), MODEL, grant) == {
        "module.c.databricks_grants.g": {"function": ["databricks_registered_model.m"]}
    }


def test_a_module_output_refers_to_what_it_gives(tmp_path: Path) -> None:
    child = module(module={"outputs": {"id": {"expression": refers("x.y.id", "x.y")}}})
    configuration = root(written("x.r", {"a": refers("module.c.id", "module.c")}), module_calls={"c": child})
    found = links(tmp_path, configuration, change("module.c.x.y", {}), change("x.r", {}))
    assert found == {"x.r": {"a": ["module.c.x.y"]}}


def test_the_output_of_one_instance_of_a_module(tmp_path: Path) -> None:
    child = module(module={"outputs": {"id": {"expression": refers("x.y.id", "x.y")}}})
    names = ('module.c["a.b"].id', 'module.c["a.b"]', "module.c")
    configuration = root(written("x.r", {"a": refers(*names)}), module_calls={"c": child})
    changes = [change(f'module.c["{key}"].x.y', {}) for key in ("a.b", "c")]
    assert links(tmp_path, configuration, *changes, change("x.r", {})) == {"x.r": {"a": ['module.c["a.b"].x.y']}}


def test_an_instance_refers_to_the_module_instance_of_its_own_key(tmp_path: Path) -> None:
    child = module(module={"outputs": {"id": {"expression": refers("x.y")}}})
    configuration = root(
        written("x.r", {"a": refers("module.c", "each.key", "module.c.id")}), module_calls={"c": child}
    )
    key = 'quo\\"te'
    changes = [change("module.c.x.y", {}) | {"module_address": f'module.c["{each}"]'} for each in (key, "b")]
    changes = [each | {"address": f"{each['module_address']}.x.y"} for each in changes]
    own = change("x.r", {}) | {"address": f'x.r["{key}"]', "index": 'quo"te'}
    assert links(tmp_path, configuration, *changes, own) == {f'x.r["{key}"]': {"a": [f'module.c["{key}"].x.y']}}


def test_modules_that_refer_to_each_other_in_a_circle_give_no_link(tmp_path: Path) -> None:
    calls = {
        name: module(
            expressions={"in": refers(f"module.{other}.out")},
            module={
                "outputs": {"out": {"expression": refers("var.in")}},
                "resources": [written("x.r", {"a": refers("var.in")})],
            },
        )
        for name, other in (("a", "b"), ("b", "a"))
    }
    assert links(tmp_path, root(module_calls=calls), change("module.a.x.r", {})) == {}


def test_a_long_chain_of_modules_is_followed(tmp_path: Path) -> None:
    def nested(depth: int) -> dict[str, Any]:
        resource = written("x.r", {"a": refers("var.in")})
        if depth == 0:
            return {"resources": [resource]}
        call = module(expressions={"in": refers("var.in")}, module=nested(depth - 1))
        return {"resources": [resource], "module_calls": {"m": call}}

    first = module(expressions={"in": refers("x.y")}, module=nested(40))
    addresses = [".".join(["module.m"] * depth) + ".x.r" for depth in range(41, 0, -1)]
    changes = [change("x.y", {}), *(change(each, {}) for each in addresses)]
    found = links(tmp_path, root(module_calls={"m": first}), *changes)
    assert found == {address: {"a": ["x.y"]} for address in addresses}


def test_an_endless_chain_of_modules_ends(tmp_path: Path) -> None:
    calls = {
        f"m{number}": module(
            expressions={"in": refers(f"module.m{number + 1}.out")},
            module={"outputs": {"out": {"expression": refers("var.in")}}},
        )
        for number in range(3000)
    }
    configuration = root(written("x.r", {"a": refers("module.m0.out")}), module_calls=calls)
    assert links(tmp_path, configuration, change("x.r", {})) == {}


def test_a_reference_to_very_many_instances_says_nothing(tmp_path: Path) -> None:
    changes = [change(f"x.y[{number}]", {}) for number in range(65)]
    configuration = root(written("x.r", {"a": refers("x.y")}))
    assert links(tmp_path, configuration, *changes, change("x.r", {})) == {}
    assert len(links(tmp_path, configuration, *changes[1:], change("x.r", {}))["x.r"]["a"]) == 64


def blocks(*names: str) -> list[dict[str, Any]]:
    return [{"name": {"constant_value": name}, "ref": refers(f"x.{name}")} for name in names]


OTHERS = [change("x.one", {}), change("x.two", {})]


def test_blocks_of_a_set_are_told_apart_by_their_constants(tmp_path: Path) -> None:
    configuration = root(written("x.r", {"block": blocks("one", "two")}))
    planned = change("x.r", {"block": [{"name": "two"}, {"name": "one"}]})
    assert links(tmp_path, configuration, *OTHERS, planned) == {
        "x.r": {"block[1].ref": ["x.one"], "block[0].ref": ["x.two"]}
    }


def test_blocks_that_cannot_be_told_apart_give_no_link(tmp_path: Path) -> None:
    configuration = root(written("x.r", {"block": blocks("one", "one", "two")}))
    planned = change("x.r", {"block": [{"name": "two"}, {"name": "one"}, {"name": "one"}]})
    assert "block[2].ref" not in links(tmp_path, configuration, *OTHERS, planned)["x.r"]


def test_blocks_without_constants_are_in_the_order_that_they_are_written_in(tmp_path: Path) -> None:
    configuration = root(written("x.r", {"block": [{"ref": refers("x.one")}, {"ref": refers("x.two")}]}))
    planned = change("x.r", {"block": [{"a": 1}, {"a": 2}]})
    assert links(tmp_path, configuration, *OTHERS, planned) == {
        "x.r": {"block[0].ref": ["x.one"], "block[1].ref": ["x.two"]}
    }


def test_what_goes_away_has_no_links(tmp_path: Path) -> None:
    configuration = root(written("x.r", {"a": refers("x.y")}))
    changes = [change("x.y", {}), change("x.r", None, ["delete"], change_before={})]
    assert links(tmp_path, configuration, *changes) == {}


@pytest.mark.parametrize("tree", [{"root_module": 7}, {"root_module": {"resources": [None, {"address": 7}]}}, {}])
def test_a_configuration_of_another_form_gives_no_links(tree: dict[str, Any], tmp_path: Path) -> None:
    assert links(tmp_path, tree, change("x.r", {})) == {}
