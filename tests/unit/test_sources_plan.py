"""What policies see of a plan."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.reading import CASES, LLMOPS, change, kept, plan, see, see_tree, state

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model import Document


def complaints(document: Document) -> list[tuple[str, str]]:
    return [(each.location.pointer if each.location else "", each.message) for each in document.problems]


ACTIONS = {
    "create/create": {"terraform_data.catalog": "create", "terraform_data.schema": "create"},
    "update-replace/change": {
        "terraform_data.created_first": "replace",
        "terraform_data.follows": "replace",
        "terraform_data.replaced": "replace",
        "terraform_data.steady": "no-op",
        "terraform_data.updated": "update",
    },
    "delete-reasons/delete": {
        "terraform_data.counted[0]": "no-op",
        "terraform_data.counted[1]": "delete",
        "terraform_data.counted[2]": "delete",
        'terraform_data.keyed["goes"]': "delete",
        'terraform_data.keyed["stays"]': "no-op",
        "terraform_data.removed": "delete",
        "terraform_data.repeated[0]": "delete",
        'terraform_data.repeated["new"]': "create",
        "module.parts[0].terraform_data.inside": "no-op",
        "module.parts[1].terraform_data.inside": "delete",
        "module.whole.terraform_data.inside": "delete",
    },
    "destroy/destroy": {
        "terraform_data.first": "delete",
        "terraform_data.second[0]": "delete",
        "terraform_data.second[1]": "delete",
    },
    "forget/forget": {"terraform_data.forgotten": "forget", "terraform_data.kept": "no-op"},
    "remote-state/create": {
        "data.terraform_remote_state.later": "read",
        "data.terraform_remote_state.catalogs": "read",
        "terraform_data.schema": "create",
    },
    "no-op/again": {"terraform_data.job": "no-op"},
    "import/import": {"terraform_data.same": "no-op", "terraform_data.taken_over": "update"},
    "moved/moved": {
        "terraform_data.new_name": "no-op",
        'terraform_data.single["first"]': "update",
        "module.home.terraform_data.moved_in": "no-op",
    },
    "tainted/half-made": {"terraform_data.broken": "replace", "terraform_data.half_made": "create"},
    "target/target": {"terraform_data.chosen": "create", "terraform_data.needed": "create"},
    "errored/errored": {"terraform_data.planned": "create"},
    "refresh-only/refresh": {"terraform_data.job": "no-op"},
}


@pytest.mark.parametrize("case", ACTIONS)
def test_sees_what_happens_to_each_resource(case: str) -> None:
    seen = see(CASES / case / "plan.json")
    assert seen.each("action") == ACTIONS[case]
    assert {each.address: each.action for each in seen.document.resources} == ACTIONS[case]


@pytest.mark.parametrize(
    ("actions", "action"),
    [
        (["no-op"], "no-op"),
        (["create"], "create"),
        (["read"], "read"),
        (["update"], "update"),
        (["delete"], "delete"),
        (["forget"], "forget"),
        (["delete", "create"], "replace"),
        (["create", "delete"], "replace"),
        (["create", "forget"], "create"),
        (["forget", "create"], "create"),
    ],
    ids=lambda each: "-".join(each) if isinstance(each, list) else "",
)
def test_knows_every_action_of_terraform_and_opentofu(actions: list[str], action: str, tmp_path: Path) -> None:
    seen = see_tree(tmp_path, plan(change("x.y", {}, actions)))
    assert seen.each("action") == {"x.y": action}


@pytest.mark.parametrize("case", sorted(path.parent.relative_to(CASES).as_posix() for path in CASES.rglob("plan.json")))
def test_sees_every_address_of_a_plan_and_no_other(case: str) -> None:
    tree = json.loads((CASES / case / "plan.json").read_bytes())
    addresses = [
        each["address"] + (f" (deposed {each['deposed']})" if "deposed" in each else "")
        for each in tree.get("resource_changes", [])
    ]
    prior = tree.get("prior_state", {}).get("values", {}).get("root_module", {}).get("resources", [])
    wanted = {"data"} if addresses else {"data", "managed"}
    addresses += [each["address"] for each in prior if each["mode"] in wanted]
    assert sorted(see(CASES / case / "plan.json").resources) == sorted(set(addresses))


def test_sees_the_whole_of_a_resource_that_is_created() -> None:
    seen = see(LLMOPS / "prod/plan.json")
    assert seen.resources["databricks_grants.registered_model_model"] == {
        "address": "databricks_grants.registered_model_model",
        "type": "databricks_grants",
        "name": "registered_model_model",
        "mode": "managed",
        "action": "create",
        "provider": "registry.terraform.io/databricks/databricks",
        "values": {"grant": [{"principal": "account users", "privileges": ["EXECUTE"]}]},
        "unknown": {"function": True, "id": True},
        "links": {"function": ["databricks_registered_model.model"]},
    }


def test_sees_which_modules_are_called(tmp_path: Path) -> None:
    deep = {"source": "git::https://example.com/deep.git?ref=v1", "module": {}}
    calls = {
        "own": {"source": "./own", "module": {"module_calls": {"deep": deep}}},
        "lake": {"source": "databricks/lake/azurerm", "version_constraint": "~> 1.2"},
        "odd": {"source": 5},
    }
    seen = see_tree(tmp_path, plan(configuration={"root_module": {"module_calls": calls}}))
    assert seen.tree["modules"] == {
        "module.own": {"source": "./own"},
        "module.own.module.deep": {"source": "git::https://example.com/deep.git?ref=v1"},
        "module.lake": {"source": "databricks/lake/azurerm", "version_constraint": "~> 1.2"},
        "module.odd": {},
    }


def test_sees_what_a_replacement_was_and_why() -> None:
    assert see(CASES / "update-replace/change/plan.json").resources["terraform_data.replaced"] | {"before": ...} == {
        "address": "terraform_data.replaced",
        "type": "terraform_data",
        "name": "replaced",
        "mode": "managed",
        "action": "replace",
        "provider": "terraform.io/builtin/terraform",
        "action_reason": "replace_because_cannot_update",
        "replace_paths": ["triggers_replace"],
        "values": {"triggers_replace": "v2"},
        "before": ...,
        "unknown": {"id": True},
    }


def test_sees_what_goes_away_as_it_was(tmp_path: Path) -> None:
    seen = see_tree(tmp_path, plan(change("x.y", None, ["delete"], change_before={"a": 1, "b": None})))
    assert seen.resources["x.y"] == {
        "address": "x.y",
        "type": "x",
        "name": "y",
        "mode": "managed",
        "action": "delete",
        "values": {},
        "before": {"a": 1},
    }


def test_sees_where_a_resource_moved_from() -> None:
    assert see(CASES / "moved/moved/plan.json").each("previous_address") == {
        "terraform_data.new_name": "terraform_data.old_name",
        'terraform_data.single["first"]': "terraform_data.single",
        "module.home.terraform_data.moved_in": "terraform_data.at_root",
    }


def test_sees_the_id_under_which_a_resource_is_imported() -> None:
    assert see(CASES / "import/import/plan.json").each("importing") == {
        "terraform_data.same": "0b5a2f6e-5c1d-4c53-9c1e-3a1d7e1f0a22",
        "terraform_data.taken_over": "0b5a2f6e-5c1d-4c53-9c1e-3a1d7e1f0a11",
    }


def test_an_import_whose_id_is_unknown_has_an_empty_id(tmp_path: Path) -> None:
    seen = see_tree(tmp_path, plan(change("x.y", {}, change_importing={"unknown": True})))
    assert seen.each("importing") == {"x.y": ""}


def test_sees_the_reasons_of_deletions() -> None:
    assert see(CASES / "delete-reasons/delete/plan.json").each("action_reason") == {
        "terraform_data.counted[1]": "delete_because_count_index",
        "terraform_data.counted[2]": "delete_because_count_index",
        'terraform_data.keyed["goes"]': "delete_because_each_key",
        "terraform_data.removed": "delete_because_no_resource_config",
        "terraform_data.repeated[0]": "delete_because_wrong_repetition",
        "module.parts[1].terraform_data.inside": "delete_because_no_module",
        "module.whole.terraform_data.inside": "delete_because_no_resource_config",
    }


def test_a_deposed_object_stands_beside_its_successor() -> None:
    seen = see(CASES / "deposed/left-behind/plan.json")
    deposed = next(address for address in seen.resources if "deposed" in address)
    key = seen.resources[deposed]["deposed"]
    assert deposed == f"terraform_data.cluster (deposed {key})"
    assert seen.each("action") == {
        "terraform_data.cluster": "no-op",
        deposed: "delete",
        "terraform_data.job": "replace",
    }
    assert seen.resources[deposed]["before"]["triggers_replace"] == "v1"


def test_a_replacement_because_of_taint_is_tainted() -> None:
    assert see(CASES / "tainted/taint/plan.json").each("tainted") == {"terraform_data.broken": True}


def test_sees_data_sources_that_only_the_prior_state_holds() -> None:
    assert see(CASES / "remote-state/create/plan.json").each("mode") == {
        "data.terraform_remote_state.later": "data",
        "data.terraform_remote_state.catalogs": "data",
        "terraform_data.schema": "managed",
    }


def test_a_refresh_only_plan_shows_the_state() -> None:
    seen = see(CASES / "refresh-only/refresh/plan.json")
    assert seen.tree["document"]["refresh_only"] is True
    assert complaints(seen.document) == []
    assert seen.tree["outputs"]["version"] == {"sensitive": False, "value": 2}


def test_sees_modules_and_indexes_whatever_their_keys() -> None:
    seen = see(CASES / "modules/create/plan.json")
    address = 'module.lake["a/b \\"c\\""].module.table["returns of 2024"].terraform_data.table'
    assert seen.each("module")[address] == ['module.lake["a/b \\"c\\""]', 'module.table["returns of 2024"]']
    assert seen.each("index")['module.lake["silver.v2"].terraform_data.volume[1]'] == 1
    assert "module" not in seen.resources["terraform_data.root"]


@pytest.mark.parametrize("key", ["a.b", 'quo"te', "back\\slash", "a/b", "ümläut 雪", "${x}", "new\nline", "]", ""])
def test_a_key_of_for_each_may_be_any_text(key: str, tmp_path: Path) -> None:
    quoted = json.dumps(key, ensure_ascii=False).replace("${", "$${")
    module = f"module.m[{quoted}]"
    entry = change("x.y", {"a": 1}) | {"address": f"{module}.x.y[{quoted}]", "module_address": module, "index": key}
    seen = see_tree(tmp_path, plan(entry))
    assert seen.each("module") == {f"{module}.x.y[{quoted}]": [module]}
    assert seen.each("index") == {f"{module}.x.y[{quoted}]": key}


def test_unknown_trees_hold_only_what_is_unknown() -> None:
    assert see(CASES / "unknown/create/plan.json").each("unknown") == {
        "terraform_data.part": {
            "id": True,
            "input": {"mixed": [False, True, {"deep": True}], "unknown": True},
            "output": True,
        },
        "terraform_data.source": {"id": True, "output": True},
        "terraform_data.text": {"id": True, "input": True, "output": True},
        "terraform_data.through_module": {"id": True, "input": True, "output": True},
        "terraform_data.trigger": {"id": True, "triggers_replace": True},
        "terraform_data.whole": {"id": True, "input": True, "output": True},
        "module.inner.terraform_data.inner": {"id": True, "input": True, "output": True},
    }


@pytest.mark.parametrize(
    ("marks", "unknown"),
    [
        (False, None),
        (True, True),
        ({}, None),
        ({"a": False, "b": {"c": False}, "d": [False, {"e": False}]}, None),
        ({"a": True, "b": {"c": True, "d": False}}, {"a": True, "b": {"c": True}}),
        ({"set": [False, True, False]}, {"set": [False, True]}),
        ({"list": [{"a": False}, {"a": True}]}, {"list": [False, {"a": True}]}),
        ({"list": [True]}, {"list": [True]}),
        ({"list": [[False], [False, True]]}, {"list": [False, [False, True]]}),
    ],
)
def test_what_is_known_is_left_out_of_the_unknown_tree(marks: Any, unknown: Any, tmp_path: Path) -> None:
    seen = see_tree(tmp_path, plan(change("x.y", {}, change_after_unknown=marks)))
    assert seen.resources["x.y"].get("unknown") == unknown


def test_null_and_an_empty_list_mean_not_set_but_for_items_of_lists(tmp_path: Path) -> None:
    values = {"a": None, "b": {"c": None, "d": []}, "e": [None, {"f": None}], "g": "", "h": 0, "i": False}
    seen = see_tree(tmp_path, plan(change("x.y", values)))
    assert seen.each("values") == {"x.y": {"b": {}, "e": [None, {}], "g": "", "h": 0, "i": False}}
    assert seen.each("unknown") == {}


@pytest.mark.parametrize("number", ["123456789012345678901234567890", "1.10", "0.1", "-0.0", "1E+5", "-7", "1e300"])
def test_numbers_stay_exact(number: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan(change("x.y", {"a": "NUMBER"}))).replace('"NUMBER"', number), encoding="utf-8")
    assert f'"values":{{"a":{number.replace("e", "E+")}}}' in see(file).document.text.decode()


def test_minus_zero_is_zero(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan(change("x.y", {"a": "NUMBER"}))).replace('"NUMBER"', "-0"), encoding="utf-8")
    assert see(file).each("values") == {"x.y": {"a": 0}}


def test_sees_drift_apart_from_changes(tmp_path: Path) -> None:
    drift = change("x.y", {"a": 2}, ["update"], change_before={"a": 1})
    seen = see_tree(tmp_path, plan(change("x.y", {"a": 3}), resource_drift=[drift]))
    assert seen.each("values") == {"x.y": {"a": 3}}
    view = seen.tree["drift"]["x"]["x.y"]
    assert (view["action"], view["before"], view["values"]) == ("update", {"a": 1}, {"a": 2})


def test_sees_why_a_change_was_deferred(tmp_path: Path) -> None:
    deferred = {"reason": "provider_config_unknown", "resource_change": change("x.z", {"a": 1})}
    seen = see_tree(tmp_path, plan(change("x.y", {}), deferred_changes=[deferred], complete=False))
    assert seen.each("deferred") == {"x.z": "provider_config_unknown"}
    assert complaints(seen.document) == [
        ("/complete", "the plan is partial: made with -target, or with changes put off"),
    ]


def test_a_targeted_plan_is_a_problem() -> None:
    assert complaints(see(CASES / "target/target/plan.json").document) == [
        ("/complete", "the plan is partial: made with -target, or with changes put off"),
    ]


def test_an_errored_plan_is_a_problem() -> None:
    assert complaints(see(CASES / "errored/errored/plan.json").document) == [
        ("/errored", "the plan errored: it holds only a part of the resources"),
    ]


def test_a_plan_that_does_not_say_whether_it_is_complete_is_no_problem(tmp_path: Path) -> None:
    assert complaints(see_tree(tmp_path, plan(change("x.y", {}))).document) == []


def test_two_resources_with_one_address_are_a_problem(tmp_path: Path) -> None:
    seen = see_tree(tmp_path, plan(change("x.y", {"a": 1}), change("x.y", {"a": 2})))
    assert complaints(seen.document) == [
        ("/resource_changes/1", "two resources have the address x.y: only the first was looked at"),
    ]
    assert seen.each("values") == {"x.y": {"a": 1}}


def test_two_types_with_one_address_are_a_problem(tmp_path: Path) -> None:
    seen = see_tree(tmp_path, plan(change("x.y", {}), change("x.y", {}) | {"type": "z"}))
    assert [message for _, message in complaints(seen.document)] == [
        "two resources have the address x.y: only the first was looked at",
    ]


def planned(*addresses: str, mode: str = "managed") -> dict[str, Any]:
    return {"root_module": {"child_modules": [{"resources": [{"address": a, "mode": mode} for a in addresses]}]}}


def test_a_planned_resource_without_its_change_is_a_problem(tmp_path: Path) -> None:
    tree = plan(change("x.y", {}), planned_values=planned("x.y", "x.z", "x.a", "x.b", "x.c"))
    assert complaints(see_tree(tmp_path, tree).document) == [
        (
            "/planned_values",
            "resource_changes lacks 4 of the resources in planned_values: x.a, x.b, x.c …",
        ),
    ]


def test_a_plan_whose_changes_were_taken_out_is_a_problem(tmp_path: Path) -> None:
    tree = plan(planned_values=planned("x.y"))
    del tree["resource_changes"]
    assert [pointer for pointer, _ in complaints(see_tree(tmp_path, tree).document)] == ["/planned_values"]


def test_a_planned_data_source_or_deferred_resource_is_no_problem(tmp_path: Path) -> None:
    deferred = [{"reason": "unknown", "resource_change": change("x.z", {})}]
    tree = plan(change("x.y", {}), deferred_changes=deferred, planned_values=planned("x.y", "x.z"))
    tree["planned_values"]["root_module"]["resources"] = [{"address": "data.x.y", "mode": "data"}]
    assert complaints(see_tree(tmp_path, tree).document) == []


def test_what_an_errored_plan_lacks_is_not_said_twice(tmp_path: Path) -> None:
    tree = plan(planned_values=planned("x.y"), errored=True)
    assert [pointer for pointer, _ in complaints(see_tree(tmp_path, tree).document)] == ["/errored"]


def test_sees_outputs_but_for_those_that_go_away(tmp_path: Path) -> None:
    tree = plan(
        output_changes={
            "known": {"actions": ["create"], "after": {"a": None, "b": 1}},
            "unknown": {"actions": ["create"], "after_unknown": True},
            "sensitive": {"actions": ["create"], "after": 7, "after_sensitive": True},
            "gone": {"actions": ["delete"], "before": 1},
        }
    )
    assert see_tree(tmp_path, tree).tree["outputs"] == {
        "known": {"sensitive": False, "value": {"b": 1}},
        "unknown": {"sensitive": False, "unknown": True},
        "sensitive": {"sensitive": True},
    }


def test_sees_the_results_of_checks() -> None:
    assert see(CASES / "checks/create/plan.json").tree["checks"] == [
        {"address": "check.names", "kind": "check", "status": "fail", "messages": ["target prod must begin with lake"]},
        {"address": "check.owner_is_known", "kind": "check", "status": "unknown", "messages": []},
        {"address": "output.first", "kind": "output_value", "status": "unknown", "messages": []},
        {"address": "terraform_data.catalog", "kind": "resource", "status": "unknown", "messages": []},
        {"address": "var.target", "kind": "var", "status": "pass", "messages": []},
    ]


def test_sees_providers_without_what_they_are_configured_with(tmp_path: Path) -> None:
    config = {
        "name": "databricks",
        "full_name": "registry.terraform.io/databricks/databricks",
        "version_constraint": ">= 1.40.0",
        "module_address": "module.a",
        "expressions": {
            "token": {"constant_value": "hunter2"},
            "host": {"references": ["var.host"]},
            "skip_verify": {"constant_value": True},
            "profile": {"constant_value": ""},
            "auth_type": {"constant_value": "pat"},
            "features": [{}],
        },
    }
    tree = plan(configuration={"provider_config": {"module.a:databricks": config}})
    assert see_tree(tmp_path, tree).tree["providers"] == {
        "module.a:databricks": {
            "name": "databricks",
            "full_name": "registry.terraform.io/databricks/databricks",
            "version_constraint": ">= 1.40.0",
            "module": "module.a",
            "arguments": {"token": "literal", "host": "expression", "skip_verify": True, "auth_type": "literal"},
            "auth_type": "pat",
        }
    }


def test_sees_what_the_plan_says_about_itself() -> None:
    seen = see(LLMOPS / "prod/plan.json")
    assert seen.tree["document"] | {"timestamp": ..., "file": ...} == {
        "kind": "plan",
        "file": ...,
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "timestamp": ...,
        "applyable": True,
        "complete": True,
        "errored": False,
        "target": "prod",
    }


@pytest.mark.parametrize(
    ("variables", "target"),
    [
        ({"target": "prod", "environment": "dev"}, "prod"),
        ({"environment": "dev", "env": "staging"}, "dev"),
        ({"env": "staging"}, "staging"),
        ({"env": ""}, None),
        ({"env": 7}, None),
        ({"stage": "prod"}, None),
        ({}, None),
    ],
)
def test_the_target_is_what_the_usual_variables_say(
    variables: dict[str, Any], target: str | None, tmp_path: Path
) -> None:
    tree = plan(variables={key: {"value": value} for key, value in variables.items()})
    assert see_tree(tmp_path, tree).document.target == target


METADATA = "/Workspace/Users/a@example.com/.bundle/llmops/{}/state/metadata.json"


def deployed(target: str) -> dict[str, Any]:
    return {"deployment": [{"kind": "BUNDLE", "metadata_file_path": METADATA.format(target)}]}


def test_a_bundle_names_its_target_before_any_variable(tmp_path: Path) -> None:
    job = change("databricks_job.a", deployed("staging"))
    tree = plan(job, variables={"target": {"value": "prod"}})
    assert see_tree(tmp_path, tree).document.target == "staging"


def test_the_user_names_the_target_before_any_bundle(tmp_path: Path) -> None:
    seen = see_tree(tmp_path, plan(change("databricks_job.a", deployed("staging"))), target="prod")
    assert seen.document.target == seen.tree["document"]["target"] == "prod"


def test_the_state_of_a_bundle_names_its_target(tmp_path: Path) -> None:
    pipeline = kept("databricks_pipeline", "a", deployed("dev"))
    assert see_tree(tmp_path, state(pipeline, kept("databricks_job", "b", deployed("dev")))).document.target == "dev"


@pytest.mark.parametrize(
    "values",
    [
        [deployed("dev"), deployed("prod")],
        [{"deployment": [{"metadata_file_path": "/Workspace/Users/a/payment-analysis/state/metadata.json"}]}],
        [{"deployment": "no block"}],
        [{"deployment": [None, {"metadata_file_path": 7}]}],
    ],
    ids=["two that disagree", "a root_path of its own", "no block", "no path"],
)
def test_a_bundle_that_does_not_say_gives_no_target(values: list[dict[str, Any]], tmp_path: Path) -> None:
    jobs = [change(f"databricks_job.j{number}", each) for number, each in enumerate(values)]
    assert see_tree(tmp_path, plan(*jobs)).document.target is None


def test_unknown_keys_are_of_no_concern(tmp_path: Path) -> None:
    entry = change("x.y", {"a": 1}, change_new_key=[{}], new_key={"a": None})
    assert see_tree(tmp_path, plan(entry, new_key=[1], format_version="1.99")).each("values") == {"x.y": {"a": 1}}


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b" \n"], ids=["UTF-8 with BOM", "white space"])
def test_what_stands_before_the_text_does_not_matter(start: bytes, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(start + json.dumps(plan(change("x.y", {"a": "ü"}))).encode())
    assert see(file).each("values") == {"x.y": {"a": "ü"}}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_reads_what_powershell_writes(encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(("\ufeff" + json.dumps(plan(change("x.y", {"a": "ü"})), ensure_ascii=False)).encode(encoding))
    assert see(file).each("values") == {"x.y": {"a": "ü"}}


def test_reads_a_gzip_whatever_its_name(tmp_path: Path) -> None:
    import gzip

    file = tmp_path / "plan"
    file.write_bytes(gzip.compress((LLMOPS / "prod/plan.json").read_bytes()))
    assert len(see(file).document.resources) == 6
