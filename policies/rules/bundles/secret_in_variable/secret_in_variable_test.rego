package policies.rules.bundles.secret_in_variable_test

import data.policies.rules.bundles.secret_in_variable as policy

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

_secret(path, why) := object.union(_bundle({}, {"source": "configuration"}, {}), {"resources": {"bundle": {"bundle": {"secrets": {path: why}}}}})

_token := {"kind": "token", "marked": false, "token": "databricks_token"}

_named := {"kind": "named", "marked": false}

_paths := ["variables.x", `variables["a-b"].c`, "targets.prod.variables.x", `targets["eu.prod"].variables.x[0]`]

test_a_credential if {
	every path in _paths {
		_answers(_secret(path, _token)) == _denied({_result(path, "The variable holds a secret in clear (databricks token)")})
	}
}

test_a_literal_under_the_name_of_a_secret if {
	every path in _paths {
		_answers(_secret(path, _named)) == _doubted({_result(
			path,
			"The variable is named like a secret and holds a literal; nothing says whether it is one",
		)})
	}
}

test_elsewhere if {
	_answers(_secret("workspace.host", _token)) == _passed
	_answers(_secret("targets.prod.presets.tags.variables", _token)) == _passed
	_answers(_bundle({}, {"source": "state"}, {})) == _not_applicable
}
