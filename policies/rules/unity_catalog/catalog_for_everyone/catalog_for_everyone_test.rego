package policies.rules.unity_catalog.catalog_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.catalog_for_everyone as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

_catalog(principal, privileges) := _grants({"catalog": "prod", "grant": [{"principal": principal, "privileges": privileges}]}, {})

test_everyone_reads_it if {
	_catalog("account users", ["USE_CATALOG", "SELECT", "USE_SCHEMA"]) == given.denied(
		_address, "grant[0].privileges",
		`"account users", which is everyone, holds SELECT, USE_SCHEMA on catalog prod; it holds for all that is or will be in it; wanted is a grant on the schema, to a named group`,
	)
	every privilege in ["ALL_PRIVILEGES", "EXECUTE", "READ_VOLUME"] {
		count(_catalog("users", [privilege]).deny) == 1
	}
}

test_everyone_finds_it if {
	_catalog("account users", ["USE_CATALOG", "BROWSE"]) == _passes
}

test_a_named_group if {
	_catalog("analysts", ["SELECT"]) == _passes
}

test_a_schema_is_another_matter if {
	_to("account users", ["SELECT"]) == given.nothing
}

test_other_privileges if {
	answers := _catalog("users", ["SELECT", "BROWSE"]) with data.tfcheck.parameters as {"DBX-UC-005": {"privileges": ["BROWSE"]}}
	count(answers.deny) == 1
}

test_not_known_yet if {
	_grants({"catalog": "prod"}, {"grant": true}) == given.undecided(
		_address, "grant",
		"Who holds which privileges on catalog prod is not known yet; not everyone may read all of it",
	)
	_grants({}, true) == given.undecided(
		_address, "grant",
		"Who holds which privileges on some securable is not known yet; not everyone may read all of it",
	)
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
