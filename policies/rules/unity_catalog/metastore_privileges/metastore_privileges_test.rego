package policies.rules.unity_catalog.metastore_privileges_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.metastore_privileges as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

_metastore(principal, privileges) := _grants({"metastore": "5f0d3a1c", "grant": [{"principal": principal, "privileges": privileges}]}, {})

test_everyone_or_a_person if {
	_metastore("account users", ["USE_MARKETPLACE_ASSETS", "CREATE_CATALOG", "CREATE_CONNECTION"]) == given.denied(
		_address, "grant[0].privileges",
		`"account users", which is everyone, holds CREATE_CATALOG, CREATE_CONNECTION on metastore 5f0d3a1c; wanted is a group of the platform team`,
	)
	_metastore("bob@example.com", ["CREATE_CATALOG"]) == given.denied(
		_address, "grant[0].privileges",
		`"bob@example.com", a person, holds CREATE_CATALOG on metastore 5f0d3a1c; wanted is a group of the platform team`,
	)
}

test_every_privilege if {
	every privilege in ["CREATE_CATALOG", "CREATE_CONNECTION", "CREATE_EXTERNAL_LOCATION", "CREATE_SERVICE_CREDENTIAL", "CREATE_STORAGE_CREDENTIAL", "MANAGE_ALLOWLIST"] {
		count(_metastore("users", [privilege]).deny) == 1
	}
}

test_a_group if {
	_metastore("platform", ["CREATE_CATALOG"]) == _passes
}

test_other_privileges_on_it if {
	_metastore("account users", ["USE_MARKETPLACE_ASSETS"]) == _passes
	answers := _metastore("users", ["USE_MARKETPLACE_ASSETS", "CREATE_CATALOG"]) with data.tfcheck.parameters as {"DBX-UC-012": {"privileges": ["USE_MARKETPLACE_ASSETS"]}}
	count(answers.deny) == 1
}

test_other_securables if {
	_to("account users", ["CREATE_CATALOG"]) == given.nothing
}

test_not_known_yet if {
	_grants({"metastore": "5f0d3a1c", "grant": [{"privileges": ["CREATE_CATALOG"]}]}, {"grant": [{"principal": true}]}) == given.undecided(
		_address, "grant[0].principal",
		"Who holds which privileges on metastore 5f0d3a1c is not known yet; only groups may hold what creates catalogs, credentials, locations and connections",
	)
	_grants({}, true) == given.undecided(
		_address, "grant",
		"Who holds which privileges on some securable is not known yet; only groups may hold what creates catalogs, credentials, locations and connections",
	)
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
