"""Root modules become documents: instances, what is not known, and everything that can be wrong with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.terraform.support import document, problems, resources, write

if TYPE_CHECKING:
    from pathlib import Path


def test_an_unknown_for_each_has_one_instance_that_stands_for_all(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="""
resource "terraform_data" "base" {}
resource "databricks_schema" "s" {
  for_each     = toset([terraform_data.base.id])
  name         = each.key
  catalog_name = "main"
}
""",
    )
    read = document(tmp_path)
    (schema,) = [each for each in resources(read).values() if each["type"] == "databricks_schema"]
    assert schema["address"] == "databricks_schema.s[*]"
    assert schema["deferred"] == "instance_count_unknown"
    assert schema["values"] == {"catalog_name": "main"}
    assert schema["unknown"]["name"] is True
    assert schema["links"] == {"name": ["terraform_data.base"]}
    assert read.problems == ()


def test_a_dynamic_block_over_something_unknown_is_an_unknown_block(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="""
resource "terraform_data" "base" {}
resource "databricks_grants" "g" {
  catalog = "main"
  dynamic "grant" {
    for_each = [for x in [terraform_data.base.output] : x if x != null]
    content {
      principal  = grant.value
      privileges = ["SELECT"]
    }
  }
}
""",
    )
    found = resources(document(tmp_path))["databricks_grants.g"]
    assert found["values"] == {"catalog": "main"}
    assert found["unknown"]["grant"] is True
    assert found["links"] == {"grant": ["terraform_data.base"]}


def test_variables_are_taken_in_terraforms_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        main='variable "a" {}\nvariable "n" { type = number }\n',
        resources='resource "terraform_data" "x" { input = [var.a, var.n] }\n',
    )

    def read(**settings: object) -> object:
        return resources(document(tmp_path, **settings))["terraform_data.x"]["values"]["input"]

    environment = {"a": "environment", "n": "1"}
    assert read(environment=environment) == ["environment", 1]
    (tmp_path / "terraform.tfvars").write_text('a = "tfvars"\n')
    assert read(environment=environment) == ["tfvars", 1]
    (tmp_path / "x.auto.tfvars").write_text('a = "auto"\n')
    assert read(environment=environment) == ["auto", 1]
    (tmp_path / "given.tfvars").write_text('a = "file"\n')
    file = ("var-file", str(tmp_path / "given.tfvars"))
    assert read(environment=environment, variables=(file,)) == ["file", 1]
    assert read(environment=environment, variables=(file, ("var", "a=option"))) == ["option", 1]


def test_a_variable_without_value_is_unknown_and_no_problem(tmp_path: Path) -> None:
    write(tmp_path, main='variable "a" { type = string }\nresource "terraform_data" "x" { input = "x-${var.a}" }\n')
    read = document(tmp_path)
    assert resources(read)["terraform_data.x"]["unknown"]["input"] is True
    assert read.problems == ()


def test_a_sensitive_value_is_masked_wherever_it_goes(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="""
variable "token" {
  sensitive = true
  default   = "hunter2-very-secret"
}
locals { header = "Bearer ${var.token}" }
resource "terraform_data" "x" { input = { header = local.header, list = [upper(var.token)] } }
output "token" {
  value     = var.token
  sensitive = true
}
""",
    )
    text = document(tmp_path).text
    assert b"hunter2" not in text.lower()
    assert text.count(b"(sensitive value ") == 3


def test_a_module_from_elsewhere_is_a_note_and_its_outputs_are_unknown(tmp_path: Path) -> None:
    write(
        tmp_path,
        main='module "m" {\n  source = "acme/m/databricks"\n}\nresource "terraform_data" "x" { input = module.m.id }\n',
    )
    read = document(tmp_path)
    assert resources(read)["terraform_data.x"]["unknown"]["input"] is True
    assert [note.message for note in read.notes] == ["module.m comes from elsewhere: its resources were not looked at"]
    assert read.problems == ()


def test_a_module_that_terraform_init_has_fetched_is_looked_at(tmp_path: Path) -> None:
    write(
        tmp_path,
        main='module "m" {\n  source = "acme/m/databricks"\n}\n',
        fetched__main='resource "terraform_data" "inner" { input = 1 }\n',
    )
    (tmp_path / ".terraform/modules").mkdir(parents=True)
    (tmp_path / ".terraform/modules/modules.json").write_text('{"Modules": [{"Key": "m", "Dir": "fetched"}]}')
    read = document(tmp_path)
    assert list(resources(read)) == ["module.m.terraform_data.inner"]
    assert read.notes == ()


WRONG = {
    "a syntax error": (
        {"main": 'a = 1\nresource "x" "y" {\n', "other": 'resource "terraform_data" "o" {}\n'},
        ["main.tf:3:1: the line ends, or the file, where more must follow\n\n^"],
    ),
    "an undeclared variable": (
        {"main": 'resource "terraform_data" "x" {\n  input = var.nosuch\n}\n'},
        ["main.tf:2:11: var.nosuch is declared nowhere in this module"],
    ),
    "an undeclared resource": (
        {"main": 'resource "terraform_data" "x" {\n  input = terraform_data.y.id\n}\n'},
        ["main.tf:2:11: terraform_data.y is declared nowhere in this module"],
    ),
    "locals in a circle": (
        {"main": 'locals {\n  a = local.b\n  b = local.a\n}\noutput "o" { value = local.a }\n'},
        ["main.tf:3:7: a cycle: local.a → local.b → local.a"],
    ),
    "resources in a circle": (
        {
            "main": 'resource "terraform_data" "a" { input = terraform_data.b.id }\n'
            'resource "terraform_data" "b" { input = terraform_data.a.id }\n'
        },
        ["main.tf:2:41: a cycle: terraform_data.a → terraform_data.b → terraform_data.a"],
    ),
    "a module that calls itself": (
        {"main": 'module "m" { source = "./m" }\n', "m__main": 'module "n" { source = "../m" }\n'},
        ["m/main.tf:1:14: a cycle: module.n calls the module around it, {folder}/m"],
    ),
    "a module folder that is not there": (
        {"main": 'module "m" { source = "./nosuch" }\n'},
        ["main.tf:1:14: the folder of module.m is not there"],
    ),
    "a huge count": (
        {"main": 'resource "terraform_data" "x" { count = 1000000000 }\n'},
        ["main.tf:1:33: count asks for 1,000,000,000 instances: at most 10,000 are looked at"],
    ),
    "a bomb of texts": (
        {
            "main": 'locals {\n  l0 = "0123456789"\n'
            + "".join(f'  l{n} = "{f"${{local.l{n - 1}}}" * 10}"\n' for n in range(1, 12))
            + '}\noutput "o" { value = local.l11 }\n'
        },
        ["main.tf:9:8: a text of more than 16,777,216 characters"],
    ),
    "a bomb of lists": (
        {
            "main": "locals {\n  l0 = range(1000)\n  l1 = setproduct(local.l0, local.l0, local.l0)\n}\n"
            'output "o" { value = length(local.l1) }\n'
        },
        ["main.tf:3:8: a collection of more than 1,000,000 items"],
    ),
    "a type that does not fit": (
        {"main": 'variable "n" {\n  type    = number\n  default = "x"\n}\noutput "o" { value = var.n }\n'},
        ["main.tf:3:3: the value of var.n does not fit its type: a number is required, and this is a string"],
    ),
    "two resources of one name": (
        {"main": 'resource "terraform_data" "x" {}\nresource "terraform_data" "x" {}\n'},
        ["main.tf:2:1: resource terraform_data x is declared twice: first in {folder}/main.tf:1"],
    ),
    "an unknown block": ({"main": "resources {}\n"}, ["main.tf:1:1: resources is no block of Terraform's"]),
    "an unknown function": (
        {"main": 'output "o" { value = uper("a") }\n'},
        ["main.tf:1:22: there is no function uper"],
    ),
}


@pytest.mark.parametrize(("files", "expected"), WRONG.values(), ids=WRONG)
def test_says_what_is_wrong_and_where(files: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    read = document(write(tmp_path, **files))
    assert problems(read, tmp_path) == [each.replace("{folder}", tmp_path.as_posix()) for each in expected]


def test_other_files_are_looked_at_when_one_cannot_be_read(tmp_path: Path) -> None:
    files, _ = WRONG["a syntax error"]
    assert list(resources(document(write(tmp_path, **files)))) == ["terraform_data.o"]


def test_does_not_repeat_a_line_that_may_hold_a_secret(tmp_path: Path) -> None:
    read = document(write(tmp_path, main="locals {\n  password = hunter2 ! hunter3\n}\n"))
    assert "hunter" not in repr(read.problems)


def test_ten_thousand_lines_are_read(tmp_path: Path) -> None:
    text = "".join(f'resource "terraform_data" "r{n}" {{\n  input = {n}\n}}\n' for n in range(3334))
    assert len(document(write(tmp_path, main=text)).resources) == 3334


def test_modules_are_named_with_where_they_come_from(tmp_path: Path) -> None:
    inner = 'module "deep" {\n  source = "git::https://example.com/deep.git?ref=v1"\n}\n'
    main = """
module "own" {
  source   = "./own"
  for_each = { "a.b" = 1 }
}
module "lake" {
  source  = "databricks/lake/azurerm"
  version = "~> 1.2"
}
module "told" {
  source = var.source
}
"""
    read = document(write(tmp_path, main=main, own__main=inner))
    assert json.loads(read.text)["modules"] == {
        "module.own": {"source": "./own"},
        "module.own.module.deep": {"source": "git::https://example.com/deep.git?ref=v1"},
        "module.lake": {"source": "databricks/lake/azurerm", "version_constraint": "~> 1.2"},
        "module.told": {},
    }


def test_json_syntax_has_comments_in_blocks_of_blocks(tmp_path: Path) -> None:
    task = {"//": "about the task", "task_key": "t", "notebook_task": {"//": 1, "notebook_path": "/n"}}
    job = {"//": ["about the job"], "name": "n", "task": [task], "tags": {"//": "a tag"}}
    tree = {"//": "about the file", "resource": {"//": "", "databricks_job": {"j": job}}}
    (tmp_path / "main.tf.json").write_text(json.dumps(tree), encoding="utf-8")
    values = resources(document(tmp_path))["databricks_job.j"]["values"]
    assert "//" not in values
    assert values["tags"] == {"//": "a tag"}
    (seen,) = values["task"]
    assert seen["notebook_task"] == [{"notebook_path": "/n"}]
    assert (seen["task_key"], "//" in seen) == ("t", False)


def test_the_lock_file_is_there_or_not(tmp_path: Path) -> None:
    write(tmp_path, main="locals {}\n")
    assert json.loads(document(tmp_path).text)["document"]["lock_file"] is False
    (tmp_path / ".terraform.lock.hcl").touch()
    assert json.loads(document(tmp_path).text)["document"]["lock_file"] is True


def test_a_provider_with_an_alias_has_a_key_of_its_own(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="""
terraform {
  required_providers {
    databricks = { source = "databricks/databricks", version = "1.138.0" }
  }
}
provider "databricks" {}
provider "databricks" {
  alias = "dev"
}
""",
    )
    databricks = {
        "name": "databricks",
        "full_name": "registry.terraform.io/databricks/databricks",
        "version_constraint": "1.138.0",
    }
    assert json.loads(document(tmp_path).text)["providers"] == {"databricks": databricks, "databricks.dev": databricks}


def test_tells_how_providers_and_backends_are_configured_and_never_with_what(tmp_path: Path) -> None:
    write(
        tmp_path,
        main="""
terraform {
  required_providers {
    databricks = {
      source  = "databricks/databricks"
      version = "~> 1.90"
    }
  }
  backend "s3" {
    bucket       = "states"
    key          = ""
    encrypt      = true
    use_lockfile = "false"
    max_retries  = 5
    secret_key   = "hunter2-hunter2"
  }
}
variable "host" {}
provider "databricks" {
  host      = var.host
  auth_type = "pat"
}
provider "databricks" {
  alias = "account"
  token = "hunter2-hunter2"
}
provider "azurerm" {
  features {}
}
""",
        override='provider "databricks" { token = "hunter2-hunter2" }\n',
    )
    read = document(tmp_path)
    assert b"hunter2" not in read.text
    tree = json.loads(read.text)
    known = {
        "name": "databricks",
        "full_name": "registry.terraform.io/databricks/databricks",
        "version_constraint": "~> 1.90",
    }
    assert tree["providers"] == {
        "databricks": known
        | {
            "arguments": {"host": "expression", "auth_type": "literal", "token": "literal"},
            "auth_type": "pat",
        },
        "databricks.account": known | {"arguments": {"token": "literal"}},
        "azurerm": {"name": "azurerm", "full_name": "registry.terraform.io/hashicorp/azurerm"},
    }
    assert tree["document"]["backend"] == "s3"
    assert tree["document"]["backend_arguments"] == {
        "bucket": "literal",
        "encrypt": True,
        "use_lockfile": False,
        "max_retries": "literal",
        "secret_key": "literal",
    }


def test_terraform_cloud_is_a_backend(tmp_path: Path) -> None:
    write(tmp_path, main='terraform {\n  cloud {\n    organization = "acme"\n  }\n}\n')
    assert json.loads(document(tmp_path).text)["document"]["backend"] == "cloud"
