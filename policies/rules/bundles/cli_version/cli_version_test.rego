package policies.rules.bundles.cli_version_test

import data.policies.rules.bundles.cli_version as policy

_bundle(document, values, unknown) := {
	"document": object.union({"kind": "bundle", "file": "databricks.yml"}, document),
	"resources": {"bundle": {"bundle": {
		"address": "bundle", "type": "bundle", "name": "bundle", "mode": "managed", "action": "no-op",
		"values": values, "unknown": unknown,
	}}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := policy.deny with input as document
	undecided := policy.undecided with input as document
	checked := policy.checked with input as document
}

_result(path, message) := {"address": "bundle", "path": path, "message": message}

_denied(results) := {"deny": results, "undecided": set(), "checked": {"bundle"}}

_doubted(results) := {"deny": set(), "undecided": results, "checked": {"bundle"}}

_passed := _denied(set())

_not_applicable := {"deny": set(), "undecided": set(), "checked": set()}

test_an_old_version if {
	every version in ["0.299.1", "v0.1.0"] {
		_answers(_bundle({}, {"source": "state", "cli_version": version}, {})) == _denied({_result("cli_version", sprintf(
			"The Databricks CLI %s wrote this; the minimum is 1.0.0",
			[trim_prefix(version, "v")],
		))})
	}
}

test_a_current_version if {
	every version in ["1.0.0", "1.13.0"] {
		_answers(_bundle({}, {"source": "plan", "cli_version": version}, {})) == _passed
	}
}

test_no_version_at_all if {
	_answers(_bundle({}, {"source": "state", "cli_version": "built by hand"}, {})) == _doubted({_result(
		"cli_version",
		`Which Databricks CLI wrote this cannot be told from "built by hand"; the minimum is 1.0.0`,
	)})
}

test_another_minimum if {
	deny := policy.deny with input as _bundle({}, {"source": "state", "cli_version": "1.13.0"}, {})
		with data.tfcheck.parameters as {"DBX-BND-008": {"minimum": "2.0.0"}}
	count(deny) == 1
}

test_a_configuration if {
	_answers(_bundle({}, {"source": "configuration", "databricks_cli_version": ">= 1.11.0"}, {})) == _passed
	_answers(_bundle({}, {"source": "configuration"}, {})) == _denied({_result(
		"databricks_cli_version",
		`Nothing says which Databricks CLI this bundle needs; wanted is such as ">= 1.11.0"`,
	)})
	_answers(_bundle({}, {"source": "configuration"}, {"databricks_cli_version": true})) == _doubted({_result(
		"databricks_cli_version",
		"Which Databricks CLI this bundle needs is not known",
	)})
}

test_files_that_do_not_say if _answers(_bundle({}, {"source": "metadata"}, {})) == _not_applicable
