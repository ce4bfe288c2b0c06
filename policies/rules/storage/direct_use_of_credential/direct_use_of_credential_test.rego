package policies.rules.storage.direct_use_of_credential_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.direct_use_of_credential as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {"values": values, "unknown": unknown})]))

_many(principal, privileges) := _grants("databricks_grants", {"storage_credential": "a", "grant": [{"principal": principal, "privileges": privileges}]}, {"id": true})

_one(principal, privileges) := _grants("databricks_grant", {"storage_credential": "a", "principal": principal, "privileges": privileges}, {"id": true})

test_direct_use if {
	every privilege in ["READ_FILES", "WRITE_FILES", "CREATE EXTERNAL TABLE"] {
		message := sprintf(`"etl" holds %s on a storage credential; wanted is a grant on an external location`, [replace(privilege, " ", "_")])
		_many("etl", [privilege, "CREATE_EXTERNAL_LOCATION"]) == given.denied("databricks_grants.x", "grant[0].privileges", message)
		_one("etl", [privilege]) == given.denied("databricks_grant.x", "privileges", message)
	}
}

test_two_privileges if {
	_many("etl", ["WRITE_FILES", "READ_FILES"]) == given.denied(
		"databricks_grants.x",
		"grant[0].privileges",
		`"etl" holds READ_FILES, WRITE_FILES on a storage credential; wanted is a grant on an external location`,
	)
}

test_other_privileges if {
	_many("etl", ["CREATE_EXTERNAL_LOCATION"]) == given.passes("databricks_grants.x")
}

test_other_securables if {
	_grants("databricks_grant", {"external_location": "a", "principal": "etl", "privileges": ["READ_FILES"]}, {}) == given.nothing
	unclear := {"grant": [{"privileges": true}]}
	_grants("databricks_grants", {"external_location": "a", "grant": [{"principal": "etl"}]}, unclear) == given.nothing
	_grants("databricks_grants", {"external_location": "a"}, {"grant": true}) == given.nothing
}

test_not_known_yet if {
	_grants("databricks_grant", {"storage_credential": "a", "principal": "etl"}, {"privileges": true}) == given.undecided(
		"databricks_grant.x",
		"privileges",
		`What "etl" holds on a storage credential is not known yet`,
	)
	_grants("databricks_grants", {"storage_credential": "a"}, {"grant": true}) == given.undecided(
		"databricks_grants.x",
		"grant",
		"Who holds what on a storage credential is not known yet",
	)
	half := {"storage_credential": "a", "principal": "etl", "privileges": ["READ_FILES"]}
	answers := _grants("databricks_grant", half, {"privileges": [false, true]})
	answers.undecided == set()
	count(answers.deny) == 1
}

test_what_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}
