package policies.rules.unity_catalog.privilege_of_other_securable_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.privilege_of_other_securable as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

_of_model := "ALL_PRIVILEGES, APPLY_TAG, EXECUTE, MANAGE"

_model(privileges) := _grants({"model": "prod.s.m", "grant": [{"principal": "analysts", "privileges": privileges}]}, {})

test_a_privilege_of_another_securable if {
	_model(["EXECUTE", "SELECT", "MODIFY"]) == given.denied(
		_address, "grant[0].privileges",
		sprintf("model prod.s.m takes no MODIFY or SELECT; wanted are some of %s", [_of_model]),
	)
}

test_privileges_that_fit if {
	_model(["EXECUTE", "APPLY TAG"]) == _passes
	_to("analysts", ["USE_SCHEMA", "SELECT", "EXTERNAL_USE_SCHEMA"]) == _passes
}

test_names_that_do_not_exist if {
	_model(["EXECUT", "USAGE"]) == _passes
}

test_a_securable_of_which_no_list_is_known if {
	_grants({"recipient": "r", "grant": [{"principal": "a", "privileges": ["SELECT"]}]}, {}) == given.nothing
	_grants({"recipient": "r", "grant": [{"principal": "a"}]}, {"grant": [{"privileges": true}]}) == given.nothing
	_grants({"recipient": "r"}, {"grant": true}) == given.nothing
	_grants({"quantum_store": "q", "grant": [{"principal": "a", "privileges": ["SELECT"]}]}, {}) == given.nothing
}

test_each_securable_has_its_own if {
	model := given.resource("databricks_grants", {"values": {"model": "prod.s.m", "grant": [{"principal": "a", "privileges": ["EXECUTE"]}]}})
	metastore := given.resource("databricks_grant", {"values": {"metastore": "5f0d", "principal": "a", "privileges": ["CREATE_CATALOG"]}})
	unknown := object.union(
		given.resource("databricks_grants", {"values": {"recipient": "r"}, "unknown": {"grant": true}}),
		{"address": "databricks_grants.r"},
	)
	entries := object.union(
		given.resource("databricks_grants", {"values": {"recipient": "r", "grant": [{"principal": "a"}]}, "unknown": {"grant": [{"privileges": true}]}}),
		{"address": "databricks_grants.e"},
	)
	_answers(given.plan(set(), [model, metastore, unknown, entries])) == {
		"deny": set(), "undecided": set(), "checked": {"databricks_grants.x", "databricks_grant.x"},
	}
}

test_newer_privileges if {
	answers := _model(["USE_CATALOG"]) with data.tfcheck.parameters as {"DBX-UC-002": {"newer_privileges": {"model": [" use catalog"]}}}
	answers == _passes
	others := _model(["SELECT"]) with data.tfcheck.parameters as {"DBX-UC-002": {"newer_privileges": {"function": ["SELECT"]}}}
	count(others.deny) == 1
}

test_one_of_two_securables if {
	_grants({"grant": [{"principal": "a", "privileges": ["USE_CATALOG", "CREATE_SCHEMA"]}]}, {"catalog": true, "schema": true}) == given.undecided(
		_address, "grant[0].privileges",
		"Whether some catalog or schema takes CREATE_SCHEMA and USE_CATALOG is not known yet",
	)
}

test_not_known_yet if {
	_grants({"model": "prod.s.m", "grant": [{"principal": "a"}]}, {"grant": [{"privileges": true}]}) == given.undecided(
		_address, "grant[0].privileges",
		sprintf("Not all privileges on model prod.s.m are known yet; wanted are some of %s", [_of_model]),
	)
	_grants({"model": "prod.s.m"}, {"grant": true}) == given.undecided(
		_address, "grant",
		sprintf("The privileges on model prod.s.m are not known yet; wanted are some of %s", [_of_model]),
	)
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
