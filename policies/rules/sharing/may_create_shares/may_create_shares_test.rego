package policies.rules.sharing.may_create_shares_test

import data.policies.lib.testing_test as given
import data.policies.rules.sharing.may_create_shares as policy

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
	_metastore("account users", ["USE_SHARE", "CREATE_RECIPIENT", "CREATE_SHARE"]) == given.denied(
		_address, "grant[0].privileges",
		`"account users", which is everyone, holds CREATE_RECIPIENT, CREATE_SHARE on metastore 5f0d3a1c; wanted is a group that answers for sharing`,
	)
	_metastore("bob@example.com", ["CREATE_RECIPIENT"]) == given.denied(
		_address, "grant[0].privileges",
		`"bob@example.com", a person, holds CREATE_RECIPIENT on metastore 5f0d3a1c; wanted is a group that answers for sharing`,
	)
}

test_every_privilege if {
	every privilege in ["CREATE_RECIPIENT", "CREATE_SHARE", "SET_SHARE_PERMISSION"] {
		count(_metastore("users", [privilege]).deny) == 1
	}
}

test_a_group if {
	_metastore("platform", ["CREATE_RECIPIENT"]) == _passes
}

test_other_privileges_on_it if {
	_metastore("account users", ["USE_SHARE"]) == _passes
	answers := _metastore("users", ["USE_SHARE", "CREATE_RECIPIENT"]) with data.tfcheck.parameters as {"DBX-SHR-007": {"privileges": ["USE_SHARE"]}}
	count(answers.deny) == 1
}

test_other_securables if {
	_to("account users", ["CREATE_RECIPIENT"]) == given.nothing
}

test_not_known_yet if {
	_grants({"metastore": "5f0d3a1c", "grant": [{"privileges": ["CREATE_RECIPIENT"]}]}, {"grant": [{"principal": true}]}) == given.undecided(
		_address, "grant[0].principal",
		"Who holds which privileges on metastore 5f0d3a1c is not known yet; only groups may create shares and recipients",
	)
	_grants({}, true) == given.undecided(
		_address, "grant",
		"Who holds which privileges on some securable is not known yet; only groups may create shares and recipients",
	)
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
