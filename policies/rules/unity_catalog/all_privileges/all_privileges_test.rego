package policies.rules.unity_catalog.all_privileges_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.all_privileges as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

test_all_privileges if {
	_to("analysts", ["SELECT", "ALL PRIVILEGES"]) == given.denied(
		_address, "grant[0].privileges",
		`"analysts" holds ALL_PRIVILEGES on schema prod.s; wanted are the privileges that are needed, by name`,
	)
}

test_a_single_grant_to_somebody_unknown if {
	grant := given.resource("databricks_grant", {"values": {"catalog": "prod", "privileges": ["ALL_PRIVILEGES"]}, "unknown": {"principal": true}})
	_answers(given.plan(set(), [grant])) == given.denied(
		"databricks_grant.x", "privileges",
		"A principal that is not known yet holds ALL_PRIVILEGES on catalog prod; wanted are the privileges that are needed, by name",
	)
}

test_privileges_by_name if {
	_to("analysts", ["USE_SCHEMA", "SELECT", "MANAGE"]) == _passes
	_to("analysts", []) == _passes
}

_allowed(blocks, unknown) := answers if {
	answers := _blocks(blocks, unknown) with data.tfcheck.parameters as {"DBX-UC-003": {"allowed_principals": ["Platform-Admins"]}}
}

_in_doubt(path) := given.undecided(
	_address, path,
	"Whether somebody gets ALL_PRIVILEGES on schema prod.s is not known yet; wanted are the privileges that are needed, by name",
)

test_allowed_principals if {
	_allowed([{"principal": "platform-admins", "privileges": ["ALL_PRIVILEGES"]}], []) == _passes
	count(_allowed([{"principal": "analysts", "privileges": ["ALL_PRIVILEGES"]}], []).deny) == 1
	_allowed([{"privileges": ["ALL_PRIVILEGES"]}], [{"principal": true}]) == _in_doubt("grant[0].principal")
}

test_not_known_yet if {
	_blocks([{"principal": "analysts"}], [{"privileges": true}]) == _in_doubt("grant[0].privileges")
	_grants({"schema": "prod.s"}, {"grant": true}) == _in_doubt("grant")
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
