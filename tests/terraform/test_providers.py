"""The providers of a configuration are those of its plan, through modules that they are passed to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bench.agreement import Case, cases
from tests.reading import see
from tests.terraform.support import document, planned, problems, resources, write

if TYPE_CHECKING:
    from pathlib import Path

MAIN = """
terraform {
  required_providers {
    terraform = { source = "terraform.io/builtin/terraform" }
    tf        = { source = "terraform.io/builtin/terraform" }
  }
}
provider "terraform" {
}
provider "terraform" {
  alias = "account"
}
module "m" {
  source    = "./m"
  for_each  = toset(["a.b", "c"])
  providers = {
    terraform       = terraform
    terraform.admin = terraform.account
    own             = tf
  }
}
module "inherits" {
  source = "./inherits"
}
resource "terraform_data" "aliased" {
  provider = terraform.account
}
"""
PASSED = """
terraform {
  required_providers {
    terraform = {
      source                = "terraform.io/builtin/terraform"
      configuration_aliases = [terraform.admin]
    }
    own = { source = "terraform.io/builtin/terraform" }
  }
}
resource "terraform_data" "plain" {}
resource "terraform_data" "admin" {
  provider = terraform.admin
}
resource "terraform_data" "own" {
  provider = own
}
"""
INHERITS = """
terraform {
  required_providers {
    terraform = { source = "terraform.io/builtin/terraform" }
  }
}
resource "terraform_data" "plain" {}
"""
NAMES = ("name", "full_name", "version_constraint", "module")


def named(providers: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Without how they are configured, of which a plan leaves out what is empty."""
    return {key: {name: each[name] for name in NAMES if name in each} for key, each in providers.items()}


def test_what_a_module_is_passed_is_its_callers(tmp_path: Path) -> None:
    write(tmp_path, main=MAIN, m__main=PASSED, inherits__main=INHERITS)
    plan, read = planned(tmp_path), document(tmp_path)
    assert problems(read, tmp_path) == []
    config = plan["configuration"]["provider_config"]
    assert named(json.loads(read.text)["providers"]) == named(config)
    assert {address: each["provider"] for address, each in resources(read).items()} == {
        each["address"]: each["provider_name"] for each in plan["resource_changes"]
    }


CASES = {case.name: case for case in cases() if case.name.startswith(("tests/fixtures/configurations/", "examples/"))}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_providers_are_those_of_the_plan(case: Case) -> None:
    planned = see(case.plan).tree.get("providers", {})
    assert named(json.loads(document(case.configuration).text).get("providers", {})) == named(planned)


INNER = """
terraform {
  required_providers {
    databricks = { source = "databricks/databricks", version = "~> 1.90" }
  }
}
"""


def test_what_only_a_module_requires_is_its_own_once_for_all_instances(tmp_path: Path) -> None:
    main = 'module "m" {\n  source = "./m"\n  count = 2\n}\n'
    assert named(json.loads(document(write(tmp_path, main=main, m__main=INNER)).text)["providers"]) == {
        "module.m:databricks": {
            "name": "databricks",
            "full_name": "registry.terraform.io/databricks/databricks",
            "version_constraint": "~> 1.90",
            "module": "module.m",
        }
    }


def test_a_module_configures_one_of_its_own(tmp_path: Path) -> None:
    own = f'{INNER}provider "databricks" {{\n  host = "https://example.com"\n}}\n'
    read = document(write(tmp_path, main=f'{INNER}module "m" {{\n  source = "./m"\n}}\n', m__main=own))
    providers = json.loads(read.text)["providers"]
    assert providers.keys() == {"databricks", "module.m:databricks"}
    assert providers["module.m:databricks"]["arguments"] == {"host": "literal"}


def test_json_syntax_passes_them_too(tmp_path: Path) -> None:
    call = {"source": "./m", "providers": {"databricks": "databricks.account"}}
    tree = {
        "terraform": {"required_providers": {"databricks": {"source": "databricks/databricks"}}},
        "provider": {"databricks": {"alias": "account"}},
        "module": {"m": call},
    }
    write(tmp_path, m__main=INNER)
    (tmp_path / "main.tf.json").write_text(json.dumps(tree), encoding="utf-8")
    assert json.loads(document(tmp_path).text)["providers"].keys() == {"databricks", "databricks.account"}
