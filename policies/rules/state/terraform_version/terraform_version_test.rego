package policies.rules.state.terraform_version_test

import data.policies.rules.state.terraform_version

_parameters := {"DBX-TFS-005": {"min_version": "1.9.0", "bundle_pinned": "1.5.5"}}

_document(kind, version, resources) := {
	"document": {"kind": kind, "file": "terraform.tfstate", "terraform_version": version},
	"resources": resources,
}

_resource(type, values) := {type: {sprintf("%s.a", [type]): {
	"address": sprintf("%s.a", [type]), "type": type, "name": "a", "mode": "managed", "action": "no-op",
	"provider": "registry.terraform.io/databricks/databricks",
	"values": values,
}}}

_azure := _resource("azurerm_subnet", {})

_bundle := _resource("databricks_job", {"deployment": [{"kind": "BUNDLE", "metadata_file_path": "/x/state/metadata.json"}]})

_no_bundle := object.union(_resource("databricks_job", {"deployment": []}), _azure)

_perhaps := _resource("databricks_schema", {})

_finding(message) := {{"address": "terraform", "path": "terraform_version", "message": message}}

_answers(document) := answers if {
	deny := terraform_version.deny with input as document with data.tfcheck.parameters as _parameters
	undecided := terraform_version.undecided with input as document with data.tfcheck.parameters as _parameters
	checked := terraform_version.checked with input as document with data.tfcheck.parameters as _parameters
	answers := {"deny": deny, "undecided": undecided, "checked": checked}
}

_passed := {"deny": set(), "undecided": set(), "checked": {"terraform"}}

_not_applicable := {"deny": set(), "undecided": set(), "checked": set()}

_failed(version) := {
	"deny": _finding(sprintf("Terraform %s wrote this document; the minimum is 1.9.0", [version])),
	"undecided": set(),
	"checked": {"terraform"},
}

test_new_enough if {
	every version in ["1.9.0", "1.10.0", "1.15.5", "2.0.0", "1.13.0-dev"] {
		_answers(_document("state", version, _no_bundle)) == _passed
		_answers(_document("plan", version, _perhaps)) == _passed
	}
}

test_too_old if {
	every version in ["1.0.6", "1.5.5", "1.5.7", "0.13.7", "1.9.0-beta1"] {
		_answers(_document("state", version, _no_bundle)) == _failed(version)
		_answers(_document("plan", version, _no_bundle)) == _failed(version)
	}
}

test_bundles_are_pinned_by_the_cli if {
	_answers(_document("state", "1.5.5", _bundle)) == _passed
	_answers(_document("state", "1.5.5", object.union(_bundle, _azure))) == _passed
	_answers(_document("state", "1.8.0", _bundle)) == _passed
	_answers(_document("state", "1.5.4", _bundle)) == _failed("1.5.4")
}

test_perhaps_a_bundle if {
	_answers(_document("state", "1.5.5", _perhaps)) == {
		"deny": set(),
		"undecided": _finding("Terraform 1.5.5 wrote this document; the minimum is 1.9.0, but the Databricks CLI pins 1.5.5, and nothing says whether a bundle was deployed here"),
		"checked": {"terraform"},
	}
	_answers(_document("state", "1.5.4", _perhaps)) == _failed("1.5.4")
	_answers(_document("state", "1.5.7", _perhaps)) == _failed("1.5.7")
}

test_the_minimum_may_be_older_than_what_bundles_pin if {
	parameters := {"DBX-TFS-005": {"min_version": "1.3.0", "bundle_pinned": "1.5.5"}}
	terraform_version.deny == set() with input as _document("state", "1.4.0", _bundle) with data.tfcheck.parameters as parameters
	terraform_version.undecided == set() with input as _document("state", "1.5.5", _perhaps) with data.tfcheck.parameters as parameters
}

test_a_version_that_cannot_be_compared if {
	_answers(_document("state", "1.5", _no_bundle)) == {
		"deny": set(),
		"undecided": _finding("Which Terraform wrote this document cannot be told from \"1.5\"; the minimum is 1.9.0"),
		"checked": {"terraform"},
	}
	_answers({"document": {"kind": "plan", "file": "-"}, "resources": {}}) == {
		"deny": set(),
		"undecided": _finding("Which Terraform wrote this document cannot be told from \"\"; the minimum is 1.9.0"),
		"checked": {"terraform"},
	}
}

test_opentofu_has_versions_of_its_own if {
	resources := {"null_resource": {"null_resource.a": {
		"address": "null_resource.a", "type": "null_resource", "name": "a", "mode": "managed", "action": "no-op",
		"provider": "registry.opentofu.org/hashicorp/null", "values": {},
	}}}
	_answers(_document("state", "1.6.0", resources)) == _not_applicable
	_answers(_document("state", "v1", resources)) == _not_applicable
}

test_configurations_name_no_version if {
	_answers({"document": {"kind": "configuration", "file": "."}, "resources": _no_bundle}) == _not_applicable
	_answers(_document("bundle", "1.0.6", _bundle)) == _not_applicable
}

test_the_direct_engine_of_bundles_has_no_terraform if {
	every kind in ["plan", "state"] {
		_answers({"document": {"kind": kind, "file": "-"}, "resources": {"bundle": {"bundle": {
			"address": "bundle", "type": "bundle", "name": "bundle", "mode": "managed", "action": "no-op",
			"values": {"source": kind, "engine": "direct"},
		}}}}) == _not_applicable
	}
}
