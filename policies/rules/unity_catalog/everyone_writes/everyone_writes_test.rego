package policies.rules.unity_catalog.everyone_writes_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.everyone_writes as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

test_everyone_writes if {
	_to("account users", ["USE_SCHEMA", "MODIFY", "CREATE TABLE"]) == given.denied(
		_address, "grant[0].privileges",
		`"account users", which is everyone, holds CREATE_TABLE, MODIFY on schema prod.s; wanted is a named group`,
	)
}

test_every_privilege_that_changes if {
	every privilege in ["ALL_PRIVILEGES", "APPLY_TAG", "CREATE", "CREATE_MODEL", "MANAGE", "REFRESH", "WRITE_FILES", "WRITE_VOLUME"] {
		count(_to("Users", [privilege]).deny) == 1
	}
}

test_everyone_reads if {
	_to("account users", ["USE_SCHEMA", "SELECT", "EXECUTE", "READ_VOLUME", "BROWSE"]) == _passes
}

test_a_named_group if {
	_to("data-engineers", ["MODIFY"]) == _passes
	_to("bob@example.com", ["MODIFY"]) == _passes
}

test_other_privileges if {
	answers := _to("users", ["SELECT", "MODIFY"]) with data.tfcheck.parameters as {"DBX-UC-004": {"privileges": ["SEL*"]}}
	{result.message | some result in answers.deny} == {`"users", which is everyone, holds SELECT on schema prod.s; wanted is a named group`}
}

_in_doubt(path) := given.undecided(
	_address, path,
	"Who holds which privileges on schema prod.s is not known yet; not everyone may change it",
)

test_not_known_yet if {
	_blocks([{"privileges": ["MODIFY"]}], [{"principal": true}]) == _in_doubt("grant[0].principal")
	_blocks([{"principal": "users"}], [{"privileges": true}]) == _in_doubt("grant[0].privileges")
	_grants({"schema": "prod.s"}, {"grant": true}) == _in_doubt("grant")
	_blocks([{"privileges": ["SELECT"]}], [{"principal": true}]) == _passes
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
