package policies.rules.unity_catalog.workspace_group_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.workspace_group as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

test_admins_of_a_workspace if {
	_to("Admins ", ["SELECT"]) == given.denied(
		_address, "grant[0].principal",
		`"Admins ", who gets privileges on schema prod.s, is a group of a workspace; wanted is a group of the account`,
	)
}

_with_group(values, fields) := _granted("analysts", values, fields)

_granted(principal, values, fields) := _answers(given.plan(set(), [
	given.resource("databricks_group", object.union({"values": values}, fields)),
	given.resource("databricks_grants", {"values": {"schema": "prod.s", "grant": [{"principal": principal, "privileges": ["SELECT"]}]}}),
]))

test_a_group_that_is_made_in_a_workspace if {
	_with_group({"display_name": "Analysts", "api": "workspace"}, {}) == given.denied(
		_address, "grant[0].principal",
		`"analysts", who gets privileges on schema prod.s, is a group of a workspace; wanted is a group of the account`,
	)
}

test_spaces_and_case_do_not_matter if {
	every principal in ["ANALYSTS", "analysts "] {
		count(_granted(principal, {"display_name": " analysts", "api": "workspace"}, {}).deny) == 1
	}
}

test_other_groups if {
	_with_group({"display_name": "analysts", "api": "account"}, {}) == _passes
	_with_group({"display_name": "analysts"}, {}) == _passes
	_with_group({"display_name": "loaders", "api": "workspace"}, {}) == _passes
	_with_group({"display_name": "analysts", "api": "workspace"}, {"action": "delete"}) == _passes
	_with_group({"display_name": 7, "api": "workspace"}, {}) == _passes
	_to("account users", ["SELECT"]) == _passes
}

test_users if {
	_to("users", ["SELECT"]) == given.undecided(
		_address, "grant[0].principal",
		`"users", who gets privileges on schema prod.s, is a principal in some workspaces alone; wanted is account users or another group of the account`,
	)
}

_of_action(action) := _answers(given.plan(set(), [given.resource("databricks_grants", {"action": action, "values": {
	"schema": "prod.s",
	"grant": [{"principal": "users", "privileges": ["SELECT"]}],
}})]))

test_users_whom_databricks_has_taken if {
	_of_action("no-op") == _passes
	count(_of_action("update").undecided) == 1
	count(_of_action("replace").undecided) == 1
}

_in_doubt(path) := given.undecided(_address, path, "Who gets privileges on schema prod.s is not known yet; a group must be one of the account")

test_not_known_yet if {
	_blocks([{"privileges": ["SELECT"]}], [{"principal": true}]) == _in_doubt("grant[0].principal")
	_grants({"schema": "prod.s"}, {"grant": true}) == _in_doubt("grant")
}

test_a_principal_that_the_document_makes if {
	every type in ["databricks_user", "databricks_service_principal", "databricks_group"] {
		_answers(given.plan(set(), [given.resource(type, {}), given.resource("databricks_grants", {
			"values": {"schema": "prod.s", "grant": [{"privileges": ["SELECT"]}]},
			"unknown": {"grant": [{"principal": true}]},
			"links": {"grant[0].principal": [sprintf("%s.x", [type])]},
		})])) == _passes
	}
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
