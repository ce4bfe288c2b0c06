package policies.rules.unity_catalog.granted_to_a_person_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.granted_to_a_person as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

test_a_person if {
	_to("bob@example.com", ["USE_SCHEMA", "SELECT"]) == given.denied(
		_address, "grant[0].principal",
		`"bob@example.com" is a person and holds SELECT, USE_SCHEMA on schema prod.s; wanted is a group or a service principal`,
	)
	_blocks([{"principal": "bob@example.com"}], [{"privileges": true}]) == given.denied(
		_address, "grant[0].principal",
		`"bob@example.com" is a person and holds privileges that are not all known yet on schema prod.s; wanted is a group or a service principal`,
	)
}

test_no_person if {
	_to("analysts", ["SELECT"]) == _passes
	_to("7c1f0a4e-1111-4222-8333-444455556666", ["SELECT"]) == _passes
	_to("bob@example.com", []) == _passes
}

_made_by(type) := _answers(given.plan(set(), [
	given.resource(type, {"mode": "data"}),
	given.resource("databricks_grants", {
		"values": {"schema": "prod.s", "grant": [{"privileges": ["SELECT"]}]},
		"unknown": {"grant": [{"principal": true}]},
		"links": {"grant[0].principal": [sprintf("%s.x", [type])]},
	}),
]))

test_principals_that_the_document_makes if {
	_made_by("databricks_user") == given.denied(
		_address, "grant[0].principal",
		`A databricks_user is a person and holds SELECT on schema prod.s; wanted is a group or a service principal`,
	)
	_made_by("databricks_group") == _passes
	_made_by("databricks_service_principal") == _passes
	count(_made_by("databricks_current_user").undecided) == 1
}

test_a_user_whose_name_is_known if {
	_answers(given.plan(set(), [
		given.resource("databricks_user", {}),
		given.resource("databricks_grants", {
			"values": {"schema": "prod.s", "grant": [{"principal": "bob@example.com", "privileges": ["SELECT"]}]},
			"links": {"grant[0].principal": ["databricks_user.x"]},
		}),
	])) == given.denied(
		_address, "grant[0].principal",
		`"bob@example.com" is a person and holds SELECT on schema prod.s; wanted is a group or a service principal`,
	)
}

test_not_known_yet if {
	_blocks([{"privileges": ["SELECT"]}], [{"principal": true}]) == given.undecided(
		_address, "grant[0].principal",
		"Who holds SELECT on schema prod.s is not known yet; wanted is a group or a service principal",
	)
	_grants({"schema": "prod.s"}, {"grant": true}) == given.undecided(
		_address, "grant",
		"Who holds privileges on schema prod.s is not known yet; wanted are groups and service principals",
	)
	_blocks([{"privileges": []}], [{"principal": true}]) == _passes
}

test_a_single_grant if {
	grant := given.resource("databricks_grant", {"values": {"schema": "prod.s", "principal": "bob@example.com", "privileges": ["SELECT"]}})
	{result.path | some result in _answers(given.plan(set(), [grant])).deny} == {"principal"}
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
