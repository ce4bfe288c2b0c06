"""No secret leaves the reader: not in the document, its repr, a problem or a sentence about structure."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checker import shipped, structure
from checker.sources import MalformedError, UnreadableError
from tests.reading import REAL_FILES, change, kept, name, plan, read_or_refuse, see, state

if TYPE_CHECKING:
    from pathlib import Path

INVENTED = re.compile(r"hunter2[\w-]*|\bdapi[0-9a-f]{16,}|\bdose[0-9a-f]{16,}")

TOKEN = "dapi" + "0123456789abcdef" * 2
# Of no known form, and long and mixed enough to be told from ordinary words.
secrets = st.text(alphabet='abcXYZ012-_/+=$%&<>"\\ é', min_size=6, max_size=30).map(lambda text: f"Zz9{text}q7")


def everything_that_leaves(file: Path) -> str:
    """All that the rest of the program gets to see of a file."""
    came = read_or_refuse(file)
    if isinstance(came, MalformedError):
        explained = structure.explain(came.data, shipped.schemas() / came.schema)
        return f"{came} {came.message} {explained}"
    if isinstance(came, UnreadableError):
        return f"{came} {came.message} {came.hint}"
    return f"{json.loads(came.text)} {came.text.decode()} {came!r} {came.problems}"


def spellings(secret: str) -> set[str]:
    inside = json.dumps(secret, ensure_ascii=False)[1:-1]
    return {secret, inside, json.dumps(inside, ensure_ascii=False)[1:-1], repr(secret)[1:-1]}


@pytest.mark.parametrize("file", REAL_FILES, ids=name)
def test_no_invented_secret_of_a_fixture_leaves_the_reader(file: Path) -> None:
    assert INVENTED.findall(everything_that_leaves(file)) == []


def test_the_fixtures_hold_secrets_that_could_leave() -> None:
    assert sum(bool(INVENTED.search(file.read_text(encoding="utf-8"))) for file in REAL_FILES) > 10


def planted(secret: str) -> dict[str, Any]:
    """A plan with a sensitive variable whose value went everywhere, most of it unmarked."""
    nested = json.dumps({"list": [secret], secret: 1}, ensure_ascii=False)
    values = {
        "plain": secret,
        "inside": f"before {secret} after",
        "nested": nested,
        "twice": json.dumps({"inner": nested}, ensure_ascii=False),
        "list": [secret, {"deep": [secret]}],
        "map": {secret: "value", "key": secret},
    }
    quoted = json.dumps(secret, ensure_ascii=False).replace("${", "$${").replace("%{", "%%{")
    keyed = f"databricks_secret.each[{quoted}]"
    return plan(
        change("databricks_job.job", values, ["update"], change_before=values),
        change(keyed, {"key": secret}) | {"index": secret, "name": "each", "type": "databricks_secret"},
        change("databricks_secret.marked", {"string_value": secret}, change_after_sensitive={"string_value": True}),
        change("databricks_secret.whole", {"a": secret, "b": [secret]}, change_after_sensitive=True),
        change("databricks_secret.map", {"m": {secret: secret}}, change_after_sensitive={"m": True}),
        change("databricks_secret.gone", None, ["delete"], change_before={"a": secret}),
        resource_drift=[change("databricks_job.job", values, ["update"], change_before=values)],
        variables={"password": {"value": secret}, "target": {"value": secret}, "env": {"value": secret}},
        planned_values={
            "outputs": {"o": {"value": secret}},
            "root_module": {"resources": [{"address": keyed + "x", "mode": "managed", "values": values}]},
        },
        prior_state={
            "values": {
                "outputs": {"o": {"value": secret, "sensitive": True}},
                "root_module": {
                    "resources": [
                        {"address": "data.x.y", "mode": "data", "type": "x", "name": "y", "values": values},
                        {"address": f"data.x.z[{quoted}]", "mode": "data", "type": "x", "name": "z", "index": secret},
                    ]
                },
            }
        },
        output_changes={
            "open": {"actions": ["create"], "after": values, "after_sensitive": False},
            "closed": {"actions": ["create"], "after": values, "after_sensitive": True},
        },
        checks=[
            {
                "address": {"to_display": "check.a", "kind": "check"},
                "status": "fail",
                "instances": [{"problems": [{"message": f"{secret} is wrong"}]}],
            }
        ],
        configuration={
            "provider_config": {
                "databricks": {"name": "databricks", "expressions": {"token": {"constant_value": secret}}}
            },
            "root_module": {"variables": {"password": {"sensitive": True, "default": secret}}},
        },
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(secret=TOKEN)
@example(secret='p"a\\s\ns<w>&0rd')
@given(secret=secrets)
def test_the_value_of_a_sensitive_variable_leaves_nowhere(secret: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(planted(secret), ensure_ascii=False), encoding="utf-8")
    left = everything_that_leaves(file)
    assert [spelling for spelling in spellings(secret) if spelling in left] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(secret=secrets)
def test_a_secret_marked_in_one_resource_of_a_state_leaves_nowhere(secret: str, tmp_path: Path) -> None:
    tree = state(
        kept(
            "databricks_secret",
            "marked",
            {
                "attributes": {"string_value": secret},
                "sensitive_attributes": [[{"type": "get_attr", "value": "string_value"}]],
            },
        ),
        kept("databricks_job", "copy", {"a": secret, "b": [f"x{secret}x"], "c": {secret: 1}}),
        kept("databricks_job", "keyed", {"attributes": {"a": 1}, "index_key": secret}),
        outputs={"open": {"value": {"a": [secret]}}, "closed": {"value": secret, "sensitive": True}},
        check_results=[
            {
                "object_kind": "check",
                "config_addr": "check.a",
                "status": "fail",
                "objects": [{"object_addr": "check.a", "status": "fail", "failure_messages": [f"not {secret}"]}],
            }
        ],
    )
    file = tmp_path / "terraform.tfstate"
    file.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    left = everything_that_leaves(file)
    assert [spelling for spelling in spellings(secret) if spelling in left] == []


def places(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found = [path] if path else []
    for key, item in items:
        found += places(item, (*path, key))
    return found


TREES = {name(file): json.loads(file.read_bytes()) for file in REAL_FILES if file.stat().st_size < 20_000}


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_credential_leaves_nowhere_wherever_it_is_put(data: st.DataObject, tmp_path: Path) -> None:
    tree = json.loads(json.dumps(TREES[data.draw(st.sampled_from(sorted(TREES)))]))
    place = data.draw(st.sampled_from(places(tree)))
    holder = tree
    for step in place[:-1]:
        holder = holder[step]
    form = data.draw(st.sampled_from([TOKEN, f"x {TOKEN} y", [TOKEN], {TOKEN: TOKEN}, {"a": {"b": f'"{TOKEN}"'}}]))
    if isinstance(holder, dict) and data.draw(st.booleans()):
        holder[TOKEN] = holder.pop(place[-1])
    else:
        holder[place[-1]] = form
    file = tmp_path / "input.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    assert TOKEN not in everything_that_leaves(file)


ORDINARY = (
    "/Shared/x",
    "/Workspace/Shared/.bundle/LLMOps/prod/files",
    "{{secrets/scope/key}}",
    "https://adb-123.azuredatabricks.net/path?o=1",
    "abfss://models@llmopsprod.dfs.core.windows.net/prod",
    "jdbc:postgresql://host:5432/db?user=a",
    "jdbc:postgresql://host/db?password={{secrets/scope/password}}",
    "docker.io/library/ubuntu:22.04@sha256:abc",
    "tokens",
    "task-key-with-a-long-name-of-words",
    "PWD=/databricks/driver",
    "account users",
    "7c1f0a4e-1111-4222-8333-444455556666",
    "0415-213012-yi87kqjn",
    "dapi",
    "dapifoundation-service",
)


@pytest.mark.parametrize("value", ORDINARY)
@pytest.mark.parametrize("key", ["name", "path", "task_key", "max_tokens", "key", "secret_scope"])
def test_what_is_no_secret_survives(key: str, value: str, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan(change("databricks_job.job", {key: value}))), encoding="utf-8")
    view = see(file).resources["databricks_job.job"]
    assert view["values"] == {key: value}
    assert "secrets" not in view
