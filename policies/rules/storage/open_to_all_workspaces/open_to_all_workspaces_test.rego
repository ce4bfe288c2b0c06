package policies.rules.storage.open_to_all_workspaces_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.open_to_all_workspaces as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})]))

_kinds := {"databricks_storage_credential": "Storage credential", "databricks_external_location": "External location"}

_address(type) := concat(".", [type, "x"])

test_open if {
	every type, kind in _kinds {
		every values in [{"isolation_mode": "ISOLATION_MODE_OPEN"}, {}] {
			_of(type, values, {"id": true}) == given.denied(
				_address(type),
				"isolation_mode",
				sprintf(`%s "a" can be used from all workspaces of its metastore; wanted is isolation_mode = ISOLATION_MODE_ISOLATED`, [kind]),
			)
		}
	}
}

test_other_types if {
	_of("databricks_volume", {"isolation_mode": "ISOLATION_MODE_OPEN"}, {}) == given.nothing
	_of("databricks_volume", {}, {"isolation_mode": true}) == given.nothing
}

test_isolated if {
	every type, _ in _kinds {
		_of(type, {"isolation_mode": "ISOLATION_MODE_ISOLATED"}, {}) == given.passes(_address(type))
	}
}

test_not_known_yet if {
	every type, kind in _kinds {
		_of(type, {}, {"isolation_mode": true}) == given.undecided(
			_address(type),
			"isolation_mode",
			sprintf(`%s "a": from which workspaces it can be used is not known yet; wanted is isolation_mode = ISOLATION_MODE_ISOLATED`, [kind]),
		)
	}
}

test_what_goes_away if {
	every type, _ in _kinds {
		_answers(given.plan(set(), [given.resource(type, {"action": "delete"})])) == given.nothing
	}
}
