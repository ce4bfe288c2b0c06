package policies.rules.storage.fallback_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.fallback as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})]))

_kinds := {"databricks_external_location": "External location"}

_address(type) := concat(".", [type, "x"])

test_on if {
	every type, kind in _kinds {
		_of(type, {"fallback": true}, {"id": true}) == given.denied(_address(type), "fallback", sprintf(`%s "a" falls back to credentials of clusters (fallback); wanted is false`, [kind]))
	}
}

test_off if {
	every type, _ in _kinds {
		_of(type, {"fallback": false}, {}) == given.passes(_address(type))
		_of(type, {}, {}) == given.passes(_address(type))
	}
}

test_not_known_yet if {
	every type, kind in _kinds {
		_of(type, {}, {"fallback": true}) == given.undecided(_address(type), "fallback", sprintf(`%s "a": whether it falls back to credentials of clusters is not known yet; wanted is fallback = false`, [kind]))
	}
}

test_what_goes_away if {
	every type, _ in _kinds {
		_answers(given.plan(set(), [given.resource(type, {"action": "delete"})])) == given.nothing
	}
}
