package policies.rules.storage.external_data_access_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.external_data_access as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})]))

_kinds := {"databricks_metastore": "Metastore"}

_address(type) := concat(".", [type, "x"])

test_on if {
	every type, kind in _kinds {
		_of(type, {"external_access_enabled": true}, {"id": true}) == given.denied(_address(type), "external_access_enabled", sprintf(`%s "a" lets engines outside of Databricks read its tables (external_access_enabled); wanted is false`, [kind]))
	}
}

test_off if {
	every type, _ in _kinds {
		_of(type, {"external_access_enabled": false}, {}) == given.passes(_address(type))
		_of(type, {}, {}) == given.passes(_address(type))
	}
}

test_not_known_yet if {
	every type, kind in _kinds {
		_of(type, {}, {"external_access_enabled": true}) == given.undecided(_address(type), "external_access_enabled", sprintf(`%s "a": whether engines outside of Databricks read its tables is not known yet; wanted is external_access_enabled = false`, [kind]))
	}
}

test_what_goes_away if {
	every type, _ in _kinds {
		_answers(given.plan(set(), [given.resource(type, {"action": "delete"})])) == given.nothing
	}
}
