package policies.rules.unity_catalog.unknown_privilege_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.unknown_privilege as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

test_a_privilege_that_does_not_exist if {
	_to("analysts", ["EXECUT", "SELEC", "SELECT"]) == given.denied(
		_address, "grant[0].privileges",
		"Unity Catalog has no privilege EXECUT or SELEC, here on schema prod.s; wanted are names from its list of privileges",
	)
}

test_an_old_name if {
	_to("analysts", ["usage", "create", "SELECT"]) == given.denied(
		_address, "grant[0].privileges",
		"On schema prod.s are the old names CREATE and USAGE, which every plan will want to change; wanted are CREATE_FUNCTION, CREATE_SCHEMA, CREATE_TABLE, USE_CATALOG, USE_SCHEMA",
	)
}

test_one_name if {
	count(_to("analysts", ["EXECUT"]).deny) == 1
	count(_to("analysts", ["USAGE"]).deny) == 1
}

test_names_in_every_spelling if {
	_to("analysts", ["USE_SCHEMA", "use schema", " Select "]) == _passes
}

test_newer_privileges if {
	answers := _to("analysts", ["TIME_TRAVEL"]) with data.tfcheck.parameters as {"DBX-UC-001": {"newer_privileges": [" time travel"]}}
	answers == _passes
}

test_not_known_yet if {
	_blocks([{"principal": "analysts"}], [{"privileges": true}]) == given.undecided(
		_address, "grant[0].privileges",
		"Not all privileges on schema prod.s are known yet; wanted are names from the list of Unity Catalog",
	)
	_grants({"schema": "prod.s"}, {"grant": true}) == given.undecided(
		_address, "grant",
		"The privileges on schema prod.s are not known yet; wanted are names from the list of Unity Catalog",
	)
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
