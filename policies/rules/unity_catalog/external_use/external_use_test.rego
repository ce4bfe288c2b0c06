package policies.rules.unity_catalog.external_use_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.external_use as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

test_external_use if {
	_to("analysts", ["EXTERNAL USE SCHEMA", "EXTERNAL_USE_LOCATION", "SELECT"]) == given.denied(
		_address, "grant[0].privileges",
		`"analysts" holds EXTERNAL_USE_LOCATION, EXTERNAL_USE_SCHEMA on schema prod.s; only principals of the parameter allowed_principals (none so far) may`,
	)
}

_allowed(blocks, unknown) := answers if {
	answers := _blocks(blocks, unknown) with data.tfcheck.parameters as {"DBX-UC-013": {"allowed_principals": ["7c1f0a4e", "spark"]}}
}

_in_doubt(path) := given.undecided(
	_address, path,
	"Who may use schema prod.s outside Databricks is not known yet; only 7c1f0a4e, spark may",
)

test_allowed_principals if {
	_allowed([{"principal": "7C1F0A4E", "privileges": ["EXTERNAL_USE_SCHEMA"]}], []) == _passes
	_allowed([{"principal": "analysts", "privileges": ["EXTERNAL_USE_SCHEMA"]}], []) == given.denied(
		_address, "grant[0].privileges",
		`"analysts" holds EXTERNAL_USE_SCHEMA on schema prod.s; only 7c1f0a4e, spark may`,
	)
	_allowed([{"privileges": ["EXTERNAL_USE_SCHEMA"]}], [{"principal": true}]) == _in_doubt("grant[0].principal")
	_allowed([{"principal": "analysts"}], [{"privileges": true}]) == _in_doubt("grant[0].privileges")
}

test_other_privileges if {
	_to("analysts", ["SELECT", "ALL_PRIVILEGES"]) == _passes
}

test_not_known_yet if {
	_grants({"schema": "prod.s"}, {"grant": true}) == given.undecided(
		_address, "grant",
		"Who may use schema prod.s outside Databricks is not known yet; only principals of the parameter allowed_principals (none so far) may",
	)
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
