package policies.rules.unity_catalog.manage_for_people_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.manage_for_people as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

test_everyone_or_a_person if {
	_to("users", ["SELECT", "MANAGE"]) == given.denied(
		_address, "grant[0].privileges",
		`"users", which is everyone, holds MANAGE on schema prod.s; wanted is a group of administrators`,
	)
	_to("bob@example.com", ["MANAGE"]) == given.denied(
		_address, "grant[0].privileges",
		`"bob@example.com", a person, holds MANAGE on schema prod.s; wanted is a group of administrators`,
	)
}

test_a_group if {
	_to("catalog-admins", ["MANAGE"]) == _passes
}

test_other_privileges if {
	_to("bob@example.com", ["SELECT", "ALL_PRIVILEGES"]) == _passes
}

_in_doubt(path) := given.undecided(
	_address, path,
	"Who holds MANAGE on schema prod.s is not known yet; wanted is a group of administrators",
)

test_not_known_yet if {
	_blocks([{"privileges": ["MANAGE"]}], [{"principal": true}]) == _in_doubt("grant[0].principal")
	_blocks([{"principal": "bob@example.com"}], [{"privileges": true}]) == _in_doubt("grant[0].privileges")
	_grants({"schema": "prod.s"}, {"grant": true}) == _in_doubt("grant")
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
