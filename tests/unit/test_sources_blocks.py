"""Where in a block an attribute is written."""

from __future__ import annotations

from typing import Any

import pytest

from checker.hcl import parse, parse_json
from checker.providers import resource_type
from checker.sources.configurations.blocks import place_in
from checker.sources.paths import attribute_path, steps_of


def place(text: str, path: str, values: dict[str, Any] | None = None, type_: str = "databricks_job") -> str:
    """What stands where the path leads; "" for the block itself."""
    body = parse(f'resource "{type_}" "x" {{\n{text}\n}}\n').body.blocks[0].body
    found = place_in(body, steps_of(path), values or {}, resource_type(type_))
    return f"{text}\n".split("\n")[found[0] - 2][found[1] - 1 :] if found else ""


JOB = """\
  name = "a"
  tags = { "cost center" = 1, plain = 2 }
  task {
    task_key = "one"
    notebook_task { notebook_path = "/one" }
  }
  task {
    task_key    = "two"
    max_retries = 3
  }"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("name", 'name = "a"'),
        ("tags", 'tags = { "cost center" = 1, plain = 2 }'),
        ('tags["cost center"]', '"cost center" = 1, plain = 2 }'),
        ("tags.plain", "plain = 2 }"),
        ("tags.missing", 'tags = { "cost center" = 1, plain = 2 }'),
        ("task[0].task_key", 'task_key = "one"'),
        ("task[1].max_retries", "max_retries = 3"),
        ("task[1].timeout_seconds", "task {"),
        ("task[0].notebook_task[0].notebook_path", 'notebook_path = "/one" }'),
        ("task[0].notebook_task", 'notebook_task { notebook_path = "/one" }'),
        ("task[2].task_key", ""),
        ("task", ""),
        ("run_as[0].user_name", ""),
        ("", ""),
    ],
)
def test_a_path_leads_to_the_attribute_or_to_what_holds_it(path: str, expected: str) -> None:
    assert place(JOB, path) == expected


SET = """\
  access_control {
    group_name       = "admins"
    permission_level = "CAN_MANAGE"
  }
  access_control {
    group_name       = "users"
    permission_level = "CAN_VIEW" # of everyone
  }
  access_control {
    service_principal_name = var.principal
    permission_level       = "IS_OWNER"
  }"""
ENTRIES = [
    {"service_principal_name": "7c1f", "permission_level": "IS_OWNER"},
    {"group_name": "users", "permission_level": "CAN_VIEW"},
    {"group_name": "admins", "permission_level": "CAN_MANAGE"},
]


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, 'permission_level       = "IS_OWNER"'),
        (1, 'permission_level = "CAN_VIEW" # of everyone'),
        (2, 'permission_level = "CAN_MANAGE"'),
        (3, ""),
    ],
)
def test_blocks_of_a_set_are_told_by_what_stands_in_them(index: int, expected: str) -> None:
    """Plans and states sort sets."""
    path = f"access_control[{index}].permission_level"
    assert place(SET, path, {"access_control": ENTRIES}, "databricks_permissions") == expected


@pytest.mark.parametrize(
    "text",
    [
        'grant {\n privileges = ["SELECT"]\n}\ngrant {\n principal = var.b\n privileges = ["SELECT"]\n}',
        "grant {\n principal = var.a\n privileges = var.p\n}\ngrant {\n principal = var.b\n privileges = var.q\n}",
        'grant {\n principal = "x"\n privileges = ["ALL"]\n}\ngrant {\n principal = var.b\n privileges = var.q\n}',
    ],
    ids=["equal", "nothing written out", "nothing speaks for the one that is left"],
)
def test_a_block_that_cannot_be_told_is_never_guessed(text: str) -> None:
    values = {"grant": [{"principal": "a", "privileges": ["SELECT"]}, {"principal": "b", "privileges": ["SELECT"]}]}
    assert place(text, "grant[1].principal", values, "databricks_grants") == ""


def test_what_is_written_otherwise_than_the_plan_says_is_not_meant() -> None:
    """The source is not the one that the plan was made from."""
    assert place('task {\n  task_key = "old"\n}', "task[0].task_key", {"task": [{"task_key": "new"}]}) == ""


def test_masked_values_speak_neither_for_nor_against() -> None:
    values = {"access_control": [{"user_name": "(sensitive value 0123)", "permission_level": "CAN_VIEW"}]}
    text = 'access_control {\n  user_name = "x"\n  permission_level = "CAN_VIEW"\n}'
    assert place(text, "access_control[0].user_name", values, "databricks_permissions") == 'user_name = "x"'


DYNAMIC = """\
  task {
    task_key = "first"
  }
  dynamic "task" {
    for_each = var.tasks
    content {
      task_key = task.value
      dynamic "library" {
        for_each = var.libraries
        content {
          whl = library.value
        }
      }
    }
  }"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("task[0].task_key", 'task_key = "first"'),
        ("task[1].task_key", "task_key = task.value"),
        ("task[7].library[2].whl", "whl = library.value"),
        ("task[7].max_retries", 'dynamic "task" {'),
    ],
)
def test_dynamic_blocks_stand_for_all_that_follow(path: str, expected: str) -> None:
    assert place(DYNAMIC, path) == expected


def test_behind_a_dynamic_block_nobody_can_count() -> None:
    text = f'{DYNAMIC}\n  task {{\n    task_key = "last"\n  }}'
    assert place(text, "task[0].task_key") == 'task_key = "first"'
    assert place(text, "task[5].task_key") == ""
    assert place(text, "task[1].task_key", {"task": [{"task_key": "first"}, {"task_key": "last"}]}) == ""


@pytest.mark.parametrize(
    ("index", "expected"), [(0, '"EXECUTE"]'), (1, '"ALL", "EXECUTE"]'), (2, 'privileges = ["ALL", "EXECUTE"]')]
)
def test_items_of_a_set_are_told_by_what_they_are(index: int, expected: str) -> None:
    values = {"grant": [{"principal": "a", "privileges": ["EXECUTE", "ALL", "USE"]}]}
    text = 'grant {\n  principal = "a"\n  privileges = ["ALL", "EXECUTE"]\n}'
    assert place(text, f"grant[0].privileges[{index}]", values, "databricks_grants") == expected


def test_blocks_in_json_syntax() -> None:
    text = '{"resource": {"databricks_job": {"x": {\n"run_as": {"user_name": "a"},\n"task": [{"task_key": "b"}]}}}}'
    body = parse_json(text).body.blocks[0].body
    schema = resource_type("databricks_job")
    assert place_in(body, steps_of("run_as[0].user_name"), {}, schema) == (2, 12)
    assert place_in(body, steps_of("task[0].task_key"), {}, schema) == (3, 11)
    assert place_in(body, steps_of("task[1].task_key"), {}, schema) == (3, 1)


def test_types_that_no_schema_is_known_of_are_not_counted() -> None:
    text = 'rule {\n  a = "x"\n}\nrule {\n  a = "y"\n}'
    assert place(text, "rule[0].a", {"rule": [{"a": "y"}, {"a": "x"}]}, "acme_thing") == 'a = "y"'
    assert place(text, "rule[0].a", {}, "acme_thing") == ""


@pytest.mark.parametrize("steps", [("a", 0, "b"), ("a", "x.y", 12, 'q"\\'), ("a", "1"), ("a", "${b}"), ()])
def test_paths_are_read_as_they_are_written(steps: tuple[str | int, ...]) -> None:
    assert steps_of(attribute_path(steps)) == steps


@pytest.mark.parametrize("path", ["a..b", "a[", "[x]", 'a["b]', "a b]"])
def test_what_is_no_path_leads_nowhere(path: str) -> None:
    assert steps_of(path) == ()
