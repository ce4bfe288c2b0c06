package policies.rules.unity_catalog.without_comment_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.without_comment as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, fields) := _answers(given.plan(set(), [given.resource(type, fields)]))

_types := ["databricks_catalog", "databricks_schema", "databricks_volume"]

test_no_comment if {
	every type in _types {
		every values in [{}, {"comment": ""}, {"comment": "  "}] {
			address := sprintf("%s.x", [type])
			_of(type, {"values": values}) == given.denied(address, "comment", sprintf("%s has no comment; wanted is what it holds and for whom", [address]))
		}
	}
}

test_a_comment if {
	every comment in ["Sales; no personal data.", "(sensitive value 3f9a12ab)"] {
		_of("databricks_schema", {"values": {"comment": comment}}) == given.passes("databricks_schema.x")
	}
}

test_not_known_yet if {
	_of("databricks_schema", {"unknown": {"comment": true}}) == given.undecided(
		"databricks_schema.x", "comment",
		"The comment of databricks_schema.x is not known yet; wanted is what it holds and for whom",
	)
}

test_what_goes_away if {
	_of("databricks_schema", {"action": "delete"}) == given.nothing
}

test_other_types if {
	_of("databricks_job", {}) == given.nothing
	_of("databricks_job", {"unknown": {"comment": true}}) == given.nothing
}
