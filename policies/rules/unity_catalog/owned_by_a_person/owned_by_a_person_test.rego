package policies.rules.unity_catalog.owned_by_a_person_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.owned_by_a_person as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, fields) := _answers(given.plan(set(), [given.resource(type, fields)]))

_words := {"databricks_schema": "schema", "databricks_volume": "volume", "databricks_sql_table": "table"}

test_a_person if {
	every type, word in _words {
		address := sprintf("%s.x", [type])
		_of(type, {"values": {"owner": "bob@example.com"}}) == given.denied(
			address, "owner",
			sprintf(`This %s is owned by the person "bob@example.com"; wanted is a group or a service principal`, [word]),
		)
	}
}

test_a_user_that_the_document_makes if {
	document := given.plan(set(), [
		given.resource("databricks_user", {}),
		given.resource("databricks_schema", {"unknown": {"owner": true}, "links": {"owner": ["databricks_user.x"]}}),
	])
	_answers(document) == given.denied("databricks_schema.x", "owner", "This schema is owned by a person, a databricks_user; wanted is a group or a service principal")
}

test_a_group if {
	every type, _ in _words {
		_of(type, {"values": {"owner": "data-owners"}}) == given.passes(sprintf("%s.x", [type]))
	}
}

test_nobody_says_it if {
	every type, word in _words {
		every fields in [{}, {"unknown": {"owner": true}}, {"values": {"owner": "(sensitive value 3f9a12ab)"}}] {
			_of(type, fields) == given.undecided(
				sprintf("%s.x", [type]), "owner",
				sprintf("Who owns this %s is not known yet: without `owner` it is whoever applies; wanted is a group or a service principal", [word]),
			)
		}
	}
}

test_what_goes_away if {
	_of("databricks_schema", {"action": "delete"}) == given.nothing
}

test_other_types if {
	_of("databricks_job", {"values": {"owner": "bob@example.com"}}) == given.nothing
}
