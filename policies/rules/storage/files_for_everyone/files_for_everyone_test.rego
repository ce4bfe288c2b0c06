package policies.rules.storage.files_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.files_for_everyone as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {"values": values, "unknown": unknown})]))

_many(principal, privileges) := _grants("databricks_grants", {"external_location": "a", "grant": [{"principal": principal, "privileges": privileges}]}, {"id": true})

_one(principal, privileges) := _grants("databricks_grant", {"external_location": "a", "principal": principal, "privileges": privileges}, {"id": true})

_message(group, privilege) := sprintf(`Everyone (%q) holds %s on an external location; wanted is a named group`, [group, privilege])

_doubt := "Whether everyone holds rights on files of an external location is not known yet"

test_everyone if {
	every group in ["account users", "Users "] {
		every privilege in ["READ_FILES", "WRITE_FILES", "CREATE_EXTERNAL_TABLE", "CREATE_EXTERNAL_VOLUME"] {
			_many(group, [privilege, "BROWSE"]) == given.denied("databricks_grants.x", "grant[0].privileges", _message(group, privilege))
			_one(group, [privilege]) == given.denied("databricks_grant.x", "privileges", _message(group, privilege))
		}
	}
}

test_two_privileges if {
	_many("users", ["WRITE_FILES", "READ_FILES"]) == given.denied("databricks_grants.x", "grant[0].privileges", _message("users", "READ_FILES, WRITE_FILES"))
}

test_others if {
	_many("etl", ["READ_FILES"]) == given.passes("databricks_grants.x")
	_many("account users", ["BROWSE"]) == given.passes("databricks_grants.x")
}

test_other_securables if {
	_grants("databricks_grant", {"volume": "a", "principal": "users", "privileges": ["READ_FILES"]}, {}) == given.nothing
	_grants("databricks_grants", {"volume": "a", "grant": [{"privileges": ["READ_FILES"]}]}, {"grant": [{"principal": true}]}) == given.nothing
	_grants("databricks_grants", {"volume": "a"}, {"grant": true}) == given.nothing
}

_location(values, unknown) := _grants("databricks_grant", object.union({"external_location": "a"}, values), unknown)

_undecided := given.undecided("databricks_grant.x", "", _doubt)

test_not_known_yet if {
	_location({"privileges": ["READ_FILES"]}, {"principal": true}) == _undecided
	_location({"privileges": ["READ_FILES"], "principal": 7}, {}) == _undecided
	_location({"privileges": ["BROWSE"]}, {"principal": true}) == given.passes("databricks_grant.x")
	_location({}, {"principal": true, "privileges": true}) == _undecided
	_location({"principal": "users"}, {"privileges": true}) == _undecided
	_location({"principal": "etl"}, {"privileges": true}) == given.passes("databricks_grant.x")
	_location({"principal": "users", "privileges": ["READ_FILES"]}, {"privileges": [false, true]}).undecided == set()
	_grants("databricks_grants", {"external_location": "a"}, {"grant": true}) == given.undecided("databricks_grants.x", "grant", _doubt)
}

test_what_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}
