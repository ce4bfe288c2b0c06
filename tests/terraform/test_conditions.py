"""Conditions, and blocks about what is there already, against the Terraform on PATH."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.terraform.support import document, planned, problems, resources, terraform, write

if TYPE_CHECKING:
    from pathlib import Path

CONDITIONS = """
variable "a" {
  default = 3
  validation {
    condition     = var.a > 2
    error_message = "a is ${var.a}"
  }
  validation {
    condition     = var.a < 100
    error_message = "a is large"
  }
}
variable "word" {
  default   = "x"
  sensitive = true
  validation {
    condition     = length(var.word) > 0
    error_message = "too short"
  }
}
resource "terraform_data" "t" {
  count = 2
  input = count.index
  lifecycle {
    precondition {
      condition     = count.index < 5
      error_message = "index ${count.index}"
    }
    postcondition {
      condition     = self.input < 5 && self.triggers_replace == null
      error_message = "input ${self.input}"
    }
  }
}
resource "terraform_data" "later" {
  lifecycle {
    precondition {
      condition     = terraform_data.t[0].id == "x"
      error_message = "id"
    }
    postcondition {
      condition     = self.output != 9
      error_message = "post"
    }
  }
}
resource "terraform_data" "unknown" {
  for_each = toset(["x", "y"])
  input    = each.key
  lifecycle {
    postcondition {
      condition     = self.id != each.key && self.output == each.key
      error_message = "post ${each.key}"
    }
  }
}
module "m" {
  for_each = toset(["x", "y"])
  source   = "./m"
  v        = each.key
}
output "o" {
  value = 1
  precondition {
    condition     = var.a == 3
    error_message = "out"
  }
}
check "fails" {
  assert {
    condition     = var.a == 4
    error_message = "a is not four but ${var.a}"
  }
  assert {
    condition     = terraform_data.t[0].id == "x"
    error_message = "id"
  }
}
check "holds" {
  assert {
    condition     = length(terraform_data.t) == 2
    error_message = "not two"
  }
}
"""
MODULE = """
variable "v" {
  validation {
    condition     = contains(["x", "y"], var.v)
    error_message = "bad ${var.v}"
  }
}
"""


def checks(folder: Path, **settings: Any) -> dict[str, tuple[str, str, list[str]]]:
    found = json.loads(document(folder, **settings).text)["checks"]
    return {each["address"]: (each["kind"], each["status"], each["messages"]) for each in found}


@pytest.fixture
def conditions(tmp_path: Path) -> Path:
    return write(tmp_path, main=CONDITIONS, m__main=MODULE)


def test_conditions_come_out_as_in_the_plan(conditions: Path) -> None:
    expected = {
        each["address"]["to_display"]: (
            each["address"]["kind"],
            each["status"],
            [problem["message"] for instance in each["instances"] for problem in instance.get("problems", [])],
        )
        for each in planned(conditions)["checks"]
    }
    assert checks(conditions) == expected
    assert {status for _, status, _ in expected.values()} == {"pass", "fail", "unknown"}
    assert problems(document(conditions), conditions) == []


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        (("a=1",), "main.tf:5:21: a condition of var.a does not hold: a is 1"),
        (("a=500",), "main.tf:9:21: a condition of var.a does not hold: a is large"),
        (("word=",), "main.tf:17:21: a condition of var.word does not hold: too short"),
    ],
)
def test_what_terraform_refuses_is_a_problem_on_its_line(
    conditions: Path, variables: tuple[str, ...], expected: str
) -> None:
    terraform(conditions, "init", "-input=false")
    refused = terraform(conditions, "plan", "-input=false", *(f"-var={each}" for each in variables))
    assert refused.returncode == 1
    assert expected.rpartition(": ")[2] in refused.stderr
    found = document(conditions, variables=tuple(("var", each) for each in variables))
    assert expected in problems(found, conditions)


@pytest.mark.parametrize(
    ("condition", "place", "message"),
    [("count.index", "26:23", "index 1"), ("self.input", "30:23", "input 1")],
    ids=["precondition", "postcondition"],
)
def test_a_condition_of_a_resource_that_does_not_hold(tmp_path: Path, condition: str, place: str, message: str) -> None:
    write(tmp_path, main=CONDITIONS.replace(f"{condition} < 5", f"{condition} < 1"), m__main=MODULE)
    found = document(tmp_path)
    assert problems(found, tmp_path) == [f"main.tf:{place}: a condition of terraform_data.t does not hold: {message}"]
    terraform(tmp_path, "init", "-input=false")
    assert message in terraform(tmp_path, "plan", "-input=false").stderr


def test_a_postcondition_of_what_the_workspace_answers_is_open(tmp_path: Path) -> None:
    text = 'data "databricks_user" "u" {\n  user_name = "a@b.c"\n  lifecycle {\n    postcondition {\n'
    text += '      condition     = self.home == "/x" && self.user_name == "a@b.c"\n'
    text += '      error_message = "home"\n    }\n  }\n}\n'
    write(tmp_path, main=text)
    assert checks(tmp_path) == {"data.databricks_user.u": ("resource", "unknown", [])}


def test_a_postcondition_in_a_cycle_is_open(tmp_path: Path) -> None:
    text = 'resource "terraform_data" "c" {\n  input = terraform_data.c.id\n  lifecycle {\n    postcondition {\n'
    text += '      condition     = self.input == 1\n      error_message = "never"\n    }\n  }\n}\n'
    write(tmp_path, main=text)
    assert checks(tmp_path) == {"terraform_data.c": ("resource", "unknown", [])}
    (problem,) = problems(document(tmp_path), tmp_path)
    assert "a cycle" in problem


def test_a_variable_without_value_leaves_its_validation_open(tmp_path: Path) -> None:
    write(tmp_path, main=MODULE)
    assert checks(tmp_path) == {"var.v": ("var", "unknown", [])}
    assert problems(document(tmp_path), tmp_path) == []


def test_a_check_with_a_data_source_of_its_own_is_open(tmp_path: Path) -> None:
    text = 'check "c" {\n  data "http" "x" {\n    url = "https://example.com"\n  }\n  assert {\n'
    text += '    condition     = data.http.x.status_code == 200\n    error_message = "down"\n  }\n}\n'
    write(tmp_path, main=text)
    assert checks(tmp_path) == {"check.c": ("check", "unknown", [])}
    assert problems(document(tmp_path), tmp_path) == []


def test_a_message_with_a_secret_is_not_shown(tmp_path: Path) -> None:
    text = 'variable "w" {\n  default = "hunter2-secret"\n  sensitive = true\n  validation {\n'
    text += '    condition     = var.w == ""\n    error_message = "not ${var.w}"\n  }\n}\n'
    write(tmp_path, main=text)
    found = document(tmp_path)
    assert problems(found, tmp_path) == ["main.tf:5:21: a condition of var.w does not hold"]
    assert b"hunter2" not in found.text


ADOPTED = """
resource "terraform_data" "imported" {
  input = "i"
}
import {
  to = terraform_data.imported
  id = "the-id"
}
resource "terraform_data" "each" {
  for_each = toset(["a", "b", "c"])
  input    = each.key
}
import {
  for_each = { a = "id-a", b = "id-b" }
  to       = terraform_data.each[each.key]
  id       = each.value
}
moved {
  from = terraform_data.old
  to   = terraform_data.imported
}
"""


def test_what_is_imported_is_an_update_as_in_the_plan(tmp_path: Path) -> None:
    write(tmp_path, main=ADOPTED)
    plan = planned(tmp_path)
    expected = {
        each["address"]: (each["change"]["actions"][0], each["change"].get("importing", {}).get("id"))
        for each in plan["resource_changes"]
    }
    found = {
        address: (each["action"], each.get("importing")) for address, each in resources(document(tmp_path)).items()
    }
    assert found == expected
    assert found["terraform_data.imported"] == ("update", "the-id")


REMOVED = """
removed {
  from = terraform_data.%s
  lifecycle {
    destroy = %s
  }
}
"""


@pytest.mark.parametrize(("destroy", "action"), [("false", "forget"), ("true", "delete")])
def test_what_is_removed_is_forgotten_or_destroyed_as_in_the_plan(tmp_path: Path, destroy: str, action: str) -> None:
    write(tmp_path, main='resource "terraform_data" "gone" {}\n')
    terraform(tmp_path, "init", "-input=false")
    assert terraform(tmp_path, "apply", "-input=false", "-auto-approve").returncode == 0
    write(tmp_path, main=REMOVED % ("gone", destroy))
    (change,) = planned(tmp_path)["resource_changes"]
    assert (change["address"], change["change"]["actions"]) == ("terraform_data.gone", [action])
    found = resources(document(tmp_path))
    assert {address: each["action"] for address, each in found.items()} == {"terraform_data.gone": action}
    assert found["terraform_data.gone"]["values"] == {}


def test_a_resource_of_a_module_that_is_removed(tmp_path: Path) -> None:
    write(
        tmp_path,
        main=REMOVED % ("x", "true")
        + "removed {\n  from = module.m.terraform_data.y\n}\nremoved {\n  from = module.n\n}\n",
    )
    found = resources(document(tmp_path))
    assert [(each["address"], each.get("module")) for each in found.values()] == [
        ("terraform_data.x", None),
        ("module.m.terraform_data.y", ["module.m"]),
    ]


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        (
            'resource "terraform_data" "gone" {}\n' + REMOVED % ("gone", "false"),
            "main.tf:4:3: terraform_data.gone is removed, and still declared",
            "Removed resource still exists",
        ),
        (
            'resource "terraform_data" "a" {}\n\nmoved {\n  from = terraform_data.a\n  to   = terraform_data.b\n}\n',
            "main.tf:4:3: terraform_data.a is moved, and still declared",
            "Moved object still exists",
        ),
        (
            'import {\n  to = terraform_data.nowhere\n  id = "x"\n}\n',
            "main.tf:2:3: the import's target terraform_data.nowhere is not declared in the configuration",
            "does not exist",
        ),
    ],
    ids=["removed", "moved", "import"],
)
def test_what_contradicts_the_configuration_is_refused_as_by_terraform(
    tmp_path: Path, text: str, expected: str, words: str
) -> None:
    write(tmp_path, main=text)
    terraform(tmp_path, "init", "-input=false")
    refused = terraform(tmp_path, "plan", "-input=false")
    assert refused.returncode == 1
    assert words in refused.stderr
    assert problems(document(tmp_path), tmp_path) == [expected]
