package policies.rules.bundles.state_version_test

import data.policies.rules.bundles.state_version as policy

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

_passed := _denied(set())

_not_applicable := {"deny": set(), "undecided": set(), "checked": set()}

test_versions if {
	_answers(_bundle({}, {"source": "state", "state_version": 1}, {})) == _denied({_result(
		"state_version",
		"The state is of version 1; current ones are of version 2 or 3",
	)})
	every version in [2, 3] {
		_answers(_bundle({}, {"source": "state", "state_version": version}, {})) == _passed
	}
	_answers(_bundle({}, {"source": "metadata"}, {})) == _not_applicable
}
