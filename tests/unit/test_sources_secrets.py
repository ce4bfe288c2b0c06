"""What is masked, how, and what is said about it."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.reading import CASES, LLMOPS, change, kept, plan, see, see_tree, state

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reading import Seen

MASK = re.compile(r"\(sensitive value [0-9a-f]{12}\)")
MARKED = {"kind": "marked", "marked": True}
BY_SCHEMA = {"kind": "schema", "marked": False}
NAMED = {"kind": "named", "marked": False}
COPY = {"kind": "marked", "marked": False}
TOKEN = "dapi" + "0123456789abcdef" * 2


def masked(tree: Any) -> Any:
    """The tree with … for each mask."""
    if isinstance(tree, dict):
        return {masked(key): masked(item) for key, item in tree.items()}
    if isinstance(tree, list):
        return [masked(item) for item in tree]
    return MASK.sub("…", tree) if isinstance(tree, str) else tree


def view(folder: Path, values: dict[str, Any], marks: Any = None, type_: str = "x") -> dict[str, Any]:
    """Values, secrets and unknown of a resource."""
    seen = see_tree(folder, plan(change(f"{type_}.y", values, change_after_sensitive=marks)))
    found = seen.resources[f"{type_}.y"]
    return {name: masked(found[name]) for name in ("values", "secrets", "unknown") if name in found}


def test_a_real_plan_with_every_kind_of_secret() -> None:
    seen = see(CASES / "sensitive/create/plan.json")
    assert masked(seen.each("values")) == {
        "terraform_data.marked": {"input": "…", "triggers_replace": ["not a secret", "…"]},
        "terraform_data.part": {
            "input": {
                "nested": [{"plain": "not a secret", "secret": "…"}],
                "password": "…",
                "user": "someone@example.com",
            }
        },
        "terraform_data.unmarked": {"input": {"connection": "jdbc:databricks://host;PWD=…"}},
        "terraform_data.whole": {"input": "…"},
    }
    assert seen.each("secrets") == {
        "terraform_data.marked": {"input": MARKED, "triggers_replace[1]": MARKED},
        "terraform_data.part": {"input.nested[0].secret": MARKED, "input.password": MARKED},
        "terraform_data.unmarked": {"input.connection": NAMED},
        "terraform_data.whole": {"input": MARKED},
    }


def test_a_real_state_marks_the_copies_that_terraform_does_not() -> None:
    assert see(CASES / "sensitive/create/terraform.tfstate").each("secrets") == {
        "terraform_data.marked": {"input": MARKED, "triggers_replace[1]": MARKED, "output": COPY},
        "terraform_data.part": {
            "input.nested[0].secret": MARKED,
            "input.password": MARKED,
            "output.nested[0].secret": {"kind": "token", "marked": False, "token": "databricks_token"},
            "output.password": NAMED,
        },
        "terraform_data.unmarked": {"input.connection": NAMED, "output.connection": NAMED},
        "terraform_data.whole": {
            "input": MARKED,
            "output": {"kind": "token", "marked": False, "token": "databricks_token"},
        },
    }


def test_a_real_secret_of_databricks_is_known_by_its_mark() -> None:
    assert see(LLMOPS / "risky/plan.json").each("secrets") == {
        "databricks_secret.endpoint_token": {"string_value": MARKED}
    }


def test_equal_secrets_have_equal_masks_within_one_document(tmp_path: Path) -> None:
    marks = {"a": True, "b": True, "c": True}
    values = {"a": "hunter2", "b": "hunter2", "c": "hunter3"}
    first, second = (see_tree(tmp_path, plan(change("x.y", values, change_after_sensitive=marks))) for _ in range(2))
    found = first.resources["x.y"]["values"]
    assert found["a"] == found["b"] != found["c"]
    assert found["a"] != second.resources["x.y"]["values"]["a"]


MARKS: dict[str, tuple[Any, Any, Any]] = {
    "nothing": (False, {"a": "x"}, {"values": {"a": "x"}}),
    "an empty tree": ({}, {"a": "x"}, {"values": {"a": "x"}}),
    "one": ({"a": True}, {"a": "x", "b": "y"}, {"values": {"a": "…", "b": "y"}, "secrets": {"a": MARKED}}),
    "all": (True, {"a": "x", "b": ["y"]}, {"values": {"a": "…", "b": ["…"]}, "secrets": {"a": MARKED, "b[0]": MARKED}}),
    "in a list": (
        {"a": [False, {"b": True}]},
        {"a": [{"b": "x"}, {"b": "y"}]},
        {"values": {"a": [{"b": "x"}, {"b": "…"}]}, "secrets": {"a[1].b": MARKED}},
    ),
    "a whole block": (
        {"a": True},
        {"a": [{"b": "x", "c": ["y"]}]},
        {"values": {"a": [{"b": "…", "c": ["…"]}]}, "secrets": {"a[0].b": MARKED, "a[0].c[0]": MARKED}},
    ),
    "an empty string": ({"a": True}, {"a": ""}, {"values": {"a": ""}}),
    "nothing there": ({"a": True, "b": {"c": True}}, {"b": None}, {"values": {}}),
    "a number": (
        {"a": True, "b": [False, True]},
        {"a": 7, "b": [1, True]},
        {
            "values": {"b": [1, None]},
            "secrets": {"a": MARKED, "b[1]": MARKED},
            "unknown": {"a": True, "b": [False, True]},
        },
    ),
    "below a text": (
        {"a": {"b": True}},
        {"a": '{"b": "x"}'},
        {"values": {"a": "…"}, "secrets": {"a": MARKED}},
    ),
    "a map with secret keys": (
        {"a": True},
        {"a": {"hunter2": "x", "b": "y"}, "c": 1},
        {"values": {"c": 1}, "secrets": {"a": MARKED}, "unknown": {"a": True}},
    ),
}


@pytest.mark.parametrize("case", MARKS, ids=lambda case: case.replace(" ", "-"))
def test_what_terraform_marks_is_masked(case: str, tmp_path: Path) -> None:
    marks, values, seen = MARKS[case]
    assert view(tmp_path, values, marks) == seen


def test_a_number_that_is_taken_out_joins_what_is_unknown(tmp_path: Path) -> None:
    entry = change(
        "x.y",
        {"a": [1, 2], "b": {"c": 3}},
        change_after_sensitive={"a": [True], "b": {"c": True}},
        change_after_unknown={"a": [False, False, True], "b": {"d": True}, "e": True},
    )
    assert see_tree(tmp_path, plan(entry)).each("unknown") == {
        "x.y": {"a": [True, False, True], "b": {"c": True, "d": True}, "e": True}
    }


def test_what_was_before_is_masked_by_its_own_marks(tmp_path: Path) -> None:
    entry = change(
        "x.y", {"a": "new"}, ["update"], change_before={"a": "old", "b": "x"}, change_before_sensitive={"a": True}
    )
    found = see_tree(tmp_path, plan(entry)).resources["x.y"]
    assert masked(found["before"]) == {"a": "…", "b": "x"}
    assert found["before_secrets"] == {"a": MARKED}
    assert found["values"] == {"a": "new"}


def test_what_the_schema_of_the_provider_calls_sensitive_is_masked(tmp_path: Path) -> None:
    assert view(tmp_path, {"string_value": "x", "key": "k"}, type_="databricks_secret") == {
        "values": {"string_value": "…", "key": "k"},
        "secrets": {"string_value": BY_SCHEMA},
    }


def test_in_blocks_too(tmp_path: Path) -> None:
    auth = [{"basic_auth": [{"username": "u", "password": "p"}]}]
    seen = view(tmp_path, {"docker_image": auth}, type_="databricks_cluster")
    assert seen["secrets"] == {"docker_image[0].basic_auth[0].password": BY_SCHEMA}


STEP = {"type": "get_attr", "value": "a"}
STEPS: dict[str, tuple[list[Any], Any]] = {
    "an attribute": ([[STEP]], {"a": ["…", {"b": "…"}], "c": "z"}),
    "an index": (
        [[STEP, {"type": "index", "value": {"value": 0, "type": "number"}}]],
        {"a": ["…", {"b": "y"}], "c": "z"},
    ),
    "an index without its type": ([[STEP, {"type": "index", "value": 0}]], {"a": ["…", {"b": "y"}], "c": "z"}),
    "a key": (
        [[STEP, {"type": "index", "value": 1}, {"type": "index", "value": {"value": "b", "type": "string"}}]],
        {"a": ["x", {"b": "…"}], "c": "z"},
    ),
    "an element of a set": (
        [[STEP, {"type": "index", "value": {"value": {"b": "y"}, "type": ["object", {"b": "string"}]}}]],
        {"a": ["…", {"b": "…"}], "c": "z"},
    ),
    "an index that is none": ([[STEP, {"type": "index", "value": None}]], {"a": ["…", {"b": "…"}], "c": "z"}),
    "all": ([[]], {"a": ["…", {"b": "…"}], "c": "…"}),
    "a part of what is marked": ([[STEP], [STEP, {"type": "index", "value": 0}]], {"a": ["…", {"b": "…"}], "c": "z"}),
}


@pytest.mark.parametrize("case", STEPS, ids=lambda case: case.replace(" ", "-"))
def test_the_paths_of_a_state_mark_what_they_lead_to_or_more(case: str, tmp_path: Path) -> None:
    paths, seen = STEPS[case]
    instance = {"attributes": {"a": ["x", {"b": "y"}], "c": "z"}, "sensitive_attributes": paths}
    assert masked(see_tree(tmp_path, state(kept("x", "y", instance))).each("values")) == {"x.y": seen}


NAMES = (
    "password",
    "admin_password",
    "adminPassword",
    "DB_PASSWORD",
    "client_secret",
    "clientSecret",
    "spark.hadoop.fs.azure.account.key.x.dfs.core.windows.net",
    "fs.azure.account.oauth2.client.secret.x.dfs.core.windows.net",
    "fs.azure.sas.fixed.token.x.dfs.core.windows.net",
    "openai_api_key_plaintext",
    "token",
    "aws_secret_access_key",
    "connection_string",
    "secret.value",
    "private_key_base64",
)


@pytest.mark.parametrize("key", NAMES)
def test_a_literal_under_the_name_of_a_secret_is_masked(key: str, tmp_path: Path) -> None:
    seen = view(tmp_path, {"map": {key: "literal"}})
    assert seen["values"] == {"map": {key: "…"}}
    assert list(seen["secrets"].values()) == [NAMED]


@pytest.mark.parametrize(
    "value",
    [
        "{{secrets/scope/key}}",
        "${var.password}",
        "true",
        "12345",
        "https://vault.azure.net/secrets/x",
        "@Microsoft.KeyVault(SecretUri=x)",
        "/subscriptions/1/resourceGroups/x",
        "arn:aws:secretsmanager:eu-west-1:1:secret:x",
        "projects/p/secrets/s/versions/1",
        "",
    ],
)
def test_a_reference_under_the_name_of_a_secret_is_none(value: str, tmp_path: Path) -> None:
    assert view(tmp_path, {"password": value}) == {"values": {"password": value}}


def test_the_name_in_a_json_text_counts_too(tmp_path: Path) -> None:
    text = json.dumps({"user": "u", "nested": [{"password": 'p"\\w'}], "key": "{{secrets/a/b}}"})
    assert view(tmp_path, {"spec": text}) == {
        "values": {"spec": '{"user": "u", "nested": [{"password": "…"}], "key": "{{secrets/a/b}}"}'},
        "secrets": {"spec": NAMED},
    }


def test_a_token_keeps_the_text_around_it(tmp_path: Path) -> None:
    assert view(tmp_path, {"command": f"curl -H 'Authorization: Bearer {TOKEN}' x"}) == {
        "values": {"command": "curl -H 'Authorization: Bearer …' x"},
        "secrets": {"command": {"kind": "token", "marked": False, "token": "databricks_token"}},
    }


def test_a_token_under_the_name_of_a_secret_is_a_token(tmp_path: Path) -> None:
    """A credential whose form is known is certain; a literal under that name may be anything."""
    assert view(tmp_path, {"token": TOKEN})["secrets"] == {
        "token": {"kind": "token", "marked": False, "token": "databricks_token"}
    }


def test_a_token_as_a_key_is_masked_wherever_the_key_is_named(tmp_path: Path) -> None:
    entry = change("x.y", {"m": {TOKEN: 1}}, change_after_unknown={"m": {TOKEN + "x": True}})
    seen = see_tree(tmp_path, plan(entry | {"address": f'x.y["{TOKEN}"]', "index": TOKEN}))
    assert masked(seen.resources) == {
        'x.y["…"]': {
            "address": 'x.y["…"]',
            "type": "x",
            "name": "y",
            "mode": "managed",
            "action": "create",
            "index": "…",
            "values": {"m": {"…": 1}},
            "unknown": {"m": {"…": True}},
        }
    }
    assert masked([each.address for each in seen.document.resources]) == ['x.y["…"]']


def test_a_link_leads_to_the_masked_address(tmp_path: Path) -> None:
    target = change("x.y", {}) | {"address": f'x.y["{TOKEN}"]', "index": TOKEN}
    configuration = {"root_module": {"resources": [{"address": "x.r", "expressions": {"a": {"references": ["x.y"]}}}]}}
    seen = see_tree(tmp_path, plan(target, change("x.r", {}), configuration=configuration))
    ((address,),) = (links["a"] for links in seen.each("links").values())
    assert address in seen.resources
    assert masked(address) == 'x.y["…"]'


def with_variable(value: Any, *changes: dict[str, Any], folder: Path, **declared: Any) -> Seen:
    configuration = {"root_module": {"variables": {"v": {"sensitive": True} | declared}}}
    return see_tree(folder, plan(*changes, variables={"v": {"value": value}}, configuration=configuration))


def test_the_value_of_a_sensitive_variable_is_found_where_nobody_marked_it(tmp_path: Path) -> None:
    seen = with_variable("hunter2-x", change("x.y", {"a": "hunter2-x", "b": "url?p=hunter2-x&"}), folder=tmp_path)
    assert masked(seen.each("values")) == {"x.y": {"a": "…", "b": "url?p=…&"}}
    assert seen.each("secrets") == {"x.y": {"a": COPY, "b": COPY}}


def test_every_part_of_a_sensitive_object_is_found(tmp_path: Path) -> None:
    value = {"user": "hunter2-user", "more": ["hunter2-item"], "number": 123456789}
    entry = change("x.y", {"a": "hunter2-item", "b": "123456789", "c": "hunter2-user"})
    assert masked(with_variable(value, entry, folder=tmp_path).each("values")) == {
        "x.y": {"a": "…", "b": "…", "c": "…"}
    }


def test_the_default_of_an_ephemeral_variable_is_found(tmp_path: Path) -> None:
    entry = change("x.y", {"a": "hunter2-x"})
    seen = with_variable(None, entry, folder=tmp_path, sensitive=False, ephemeral=True, default="hunter2-x")
    assert masked(seen.each("values")) == {"x.y": {"a": "…"}}


def test_a_constant_given_to_a_sensitive_variable_of_a_module_is_found(tmp_path: Path) -> None:
    call = {
        "expressions": {"v": {"constant_value": "hunter2-x"}},
        "module": {"variables": {"v": {"sensitive": True, "default": "hunter2-y"}}},
    }
    configuration = {"root_module": {"module_calls": {"m": call}}}
    seen = see_tree(tmp_path, plan(change("x.y", {"a": "hunter2-x", "b": "hunter2-y"}), configuration=configuration))
    assert masked(seen.each("values")) == {"x.y": {"a": "…", "b": "…"}}


def test_an_ordinary_word_is_masked_alone_but_not_inside_of_others(tmp_path: Path) -> None:
    entry = change("x.y", {"a": "production", "b": "/Shared/production/x"})
    assert masked(with_variable("production", entry, folder=tmp_path).each("values")) == {
        "x.y": {"a": "…", "b": "/Shared/production/x"}
    }


def test_a_short_secret_is_not_searched_for(tmp_path: Path) -> None:
    assert with_variable("users", change("x.y", {"a": "users"}), folder=tmp_path).each("values") == {
        "x.y": {"a": "users"}
    }


def test_a_secret_that_is_part_of_another_leaves_no_rest(tmp_path: Path) -> None:
    value = {"short": "hunter2-a", "long": "hunter2-a-and-more-9"}
    entry = change("x.y", {"a": "x hunter2-a-and-more-9 x"})
    assert masked(with_variable(value, entry, folder=tmp_path).each("values")) == {"x.y": {"a": "x … x"}}


def test_very_many_secrets_are_found_too(tmp_path: Path) -> None:
    value = [f"hunter2-{number:04}" for number in range(500)]
    entry = change("x.y", {"a": "url?p=hunter2-0437&", "b": "nothing"})
    assert masked(with_variable(value, entry, folder=tmp_path).each("values")) == {
        "x.y": {"a": "url?p=…&", "b": "nothing"}
    }


def test_a_sensitive_target_is_not_told(tmp_path: Path) -> None:
    configuration = {"root_module": {"variables": {"target": {"sensitive": True}}}}
    tree = plan(variables={"target": {"value": "hunter2-prod"}}, configuration=configuration)
    assert see_tree(tmp_path, tree).document.target is None


def test_outputs_are_masked_by_mark_by_name_and_by_form(tmp_path: Path) -> None:
    tree = plan(
        output_changes={
            "marked": {"actions": ["create"], "after": {"a": "x", "n": 1}, "after_sensitive": {"a": True}},
            "db_password": {"actions": ["create"], "after": "hunter2"},
            "nested": {"actions": ["create"], "after": {"password": "hunter2"}},
            "token_in_text": {"actions": ["create"], "after": [f"x {TOKEN}"]},
            "plain": {"actions": ["create"], "after": "x"},
        }
    )
    assert masked(see_tree(tmp_path, tree).tree["outputs"]) == {
        "marked": {"sensitive": True, "value": {"a": "…", "n": None}},
        "db_password": {"sensitive": False, "value": "…", "secrets": {"value": NAMED}},
        "nested": {"sensitive": False, "value": {"password": "…"}, "secrets": {"value.password": NAMED}},
        "token_in_text": {
            "sensitive": False,
            "value": ["x …"],
            "secrets": {"value[0]": {"kind": "token", "marked": False, "token": "databricks_token"}},
        },
        "plain": {"sensitive": False, "value": "x"},
    }


def test_an_output_that_is_named_like_a_secret_is_found_in_resources(tmp_path: Path) -> None:
    tree = plan(
        change("x.y", {"a": "hunter2-x"}), output_changes={"token": {"actions": ["create"], "after": "hunter2-x"}}
    )
    assert masked(see_tree(tmp_path, tree).each("values")) == {"x.y": {"a": "…"}}


def test_messages_of_checks_and_problems_hold_no_secret(tmp_path: Path) -> None:
    check = {
        "address": {"to_display": f'x.y["{TOKEN}"]', "kind": "resource"},
        "status": "fail",
        "instances": [{"problems": [{"message": "hunter2-x is wrong"}]}],
    }
    entry = change("x.y", {}) | {"address": f'x.y["{TOKEN}"]'}
    configuration = {"root_module": {"variables": {"v": {"sensitive": True, "default": "hunter2-x"}}}}
    seen = see_tree(tmp_path, plan(entry, entry, checks=[check], configuration=configuration))
    assert masked(seen.tree["checks"]) == [
        {"address": 'x.y["…"]', "kind": "resource", "status": "fail", "messages": ["… is wrong"]}
    ]
    assert [masked(each.message) for each in seen.document.problems] == [
        'two resources have the address x.y["…"]: only the first was looked at'
    ]


def test_a_text_that_looks_like_the_beginning_of_a_mask_is_masked(tmp_path: Path) -> None:
    values = {"a": "(sensitive value hunter2"}
    assert view(tmp_path, values, {"a": True})["values"] == {"a": "…"}


@pytest.mark.parametrize(
    "marks", [None, {"docker_image": [{"basic_auth": [{"password": True}]}]}], ids=["schema", "marked"]
)
def test_a_reference_to_a_secret_is_none(tmp_path: Path, marks: Any) -> None:
    def image(password: str) -> dict[str, Any]:
        return {"docker_image": [{"basic_auth": [{"username": "u", "password": password}]}]}

    reference = view(tmp_path, image("{{secrets/registry/password}}"), marks, "databricks_cluster")
    assert reference == {"values": image("{{secrets/registry/password}}")}
    both = view(tmp_path, image("{{secrets/registry/password}} hunter2"), marks, "databricks_cluster")
    assert both["values"] == image("…")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(
            f"spark.conf.set('k', '{TOKEN}')",
            {"kind": "token", "marked": False, "token": "databricks_token"},
            id="token",
        ),
        pytest.param("print(1)", None, id="none"),
    ],
)
def test_a_file_with_a_credential_in_it_is_masked(tmp_path: Path, content: str, why: Any) -> None:
    encoded = base64.b64encode(content.encode()).decode()
    seen = view(tmp_path, {"path": "/a", "content_base64": encoded}, type_="databricks_notebook")
    assert seen["values"] == {"path": "/a", "content_base64": encoded if why is None else "…"}
    assert seen.get("secrets") == (why and {"content_base64": why})


@pytest.mark.parametrize("content", ["", "no base64 at all!", "AAAA=A", "/9j/4AAQ", "ünï"])
def test_what_is_no_text_in_base64_stays(tmp_path: Path, content: str) -> None:
    assert view(tmp_path, {"content_base64": content}) == {"values": {"content_base64": content}}


def test_a_credential_in_a_file_is_masked_elsewhere_too(tmp_path: Path) -> None:
    content = base64.b64encode(f"token = '{TOKEN}'".encode()).decode()
    document = see_tree(tmp_path, plan(change("x.y", {"content_base64": content, "other": f"see {TOKEN}"})))
    assert TOKEN not in json.dumps(document.resources)
    assert content not in json.dumps(document.resources)
