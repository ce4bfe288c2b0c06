package policies.rules.storage.validation_skipped_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.validation_skipped as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})]))

_kinds := {"databricks_storage_credential": "Storage credential", "databricks_external_location": "External location", "databricks_metastore_data_access": "Storage credential"}

_address(type) := concat(".", [type, "x"])

test_on if {
	every type, kind in _kinds {
		_of(type, {"skip_validation": true}, {"id": true}) == given.denied(_address(type), "skip_validation", sprintf(`%s "a" is not validated (skip_validation); wanted is false`, [kind]))
	}
}

test_off if {
	every type, _ in _kinds {
		_of(type, {"skip_validation": false}, {}) == given.passes(_address(type))
		_of(type, {}, {}) == given.passes(_address(type))
	}
}

test_not_known_yet if {
	every type, kind in _kinds {
		_of(type, {}, {"skip_validation": true}) == given.undecided(_address(type), "skip_validation", sprintf(`%s "a": whether it is validated is not known yet; wanted is skip_validation = false`, [kind]))
	}
}

test_other_types if {
	_of("databricks_volume", {"skip_validation": true}, {}) == given.nothing
	_of("databricks_volume", {}, {"skip_validation": true}) == given.nothing
}

test_what_goes_away if {
	every type, _ in _kinds {
		_answers(given.plan(set(), [given.resource(type, {"action": "delete"})])) == given.nothing
	}
}
