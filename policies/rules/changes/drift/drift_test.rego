package policies.rules.changes.drift_test

import data.policies.lib.testing_test as given
import data.policies.rules.changes.drift as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_plan(resources, drift) := _answers(object.union(
	given.plan(set(), resources),
	{"drift": given.plan(set(), drift).resources},
))

_changed(type, before, now) := object.union(
	given.resource(type, {"action": "update", "before": before}),
	{"values": now},
)

_grants(before, now) := _changed("databricks_grants", before, now)

_bob := {"principal": "bob", "privileges": ["SELECT"]}

_eve := {"principal": "eve", "privileges": ["SELECT"]}

_denied(address, path, how) := given.denied(address, path, sprintf("%s of %s was changed outside of Terraform%s", [path, address, how]))

test_who_may_do_what if {
	_plan([], [_grants({"grant": [_bob]}, {"grant": [_eve, _bob]})]) == _denied("databricks_grants.x", "grant", " (1 new, 0 gone)")
	_plan([], [_grants({"grant": [_bob, _eve]}, {"grant": [object.union(_bob, {"privileges": ["MODIFY"]})]})]) == _denied(
		"databricks_grants.x",
		"grant",
		" (1 new, 2 gone)",
	)
	_plan([], [_grants({"catalog": "a"}, {"catalog": "a", "grant": [_bob]})]) == _denied("databricks_grants.x", "grant", "")
	_plan([], [_changed("databricks_grant", {"privileges": ["A"]}, {"privileges": ["B"]})]) == _denied(
		"databricks_grant.x",
		"privileges",
		" (1 new, 1 gone)",
	)
	entry := {"group_name": "users", "permission_level": "CAN_MANAGE"}
	_plan([], [_changed("databricks_permissions", {"access_control": []}, {"access_control": [entry]})]) == _denied(
		"databricks_permissions.x",
		"access_control",
		" (1 new, 0 gone)",
	)
	_plan([], [_changed("databricks_job", {"run_as": [{"user_name": "a"}]}, {"run_as": [{"user_name": "b"}]})]) == _denied(
		"databricks_job.x",
		"run_as",
		" (1 new, 1 gone)",
	)
}

test_whose_it_is if {
	_plan([], [_changed("databricks_catalog", {"owner": "team"}, {"owner": "eve"})]) == _denied("databricks_catalog.x", "owner", `, from "team" to "eve"`)
	_plan([], [_changed("databricks_catalog", {"isolation_mode": "ISOLATED"}, {})]) == _denied(
		"databricks_catalog.x",
		"isolation_mode",
		`, from "ISOLATED" to ""`,
	)
	_plan([], [_changed("databricks_catalog", {"owner": 1}, {"owner": "eve"})]) == _denied("databricks_catalog.x", "owner", "")
	_plan([], [_changed("databricks_catalog", {"owner": "eve"}, {"owner": ["a"]})]) == _denied("databricks_catalog.x", "owner", "")
	_plan([], [_changed("databricks_catalog", {"owner": ["a"]}, {"owner": "eve"})]) == _denied("databricks_catalog.x", "owner", "")
}

test_without_a_before if {
	changed := object.remove(_changed("databricks_catalog", {}, {"owner": "eve"}), ["before"])
	_plan([], [changed]) == _denied("databricks_catalog.x", "owner", `, from "" to "eve"`)
}

test_a_deletion if {
	_plan([], [object.union(_grants({"grant": [_bob]}, {}), {"action": "delete"})]) == given.denied(
		"databricks_grants.x",
		"",
		"databricks_grants.x was deleted outside of Terraform",
	)
}

test_nothing_that_matters if {
	every now in [{"grant": [_bob], "updated_at": 2}, {"grant": [object.union(_bob, {"x": "", "y": [], "z": {}})]}] {
		_plan([], [_grants({"grant": [_bob], "updated_at": 1}, now)]) == given.passes("databricks_grants.x")
	}
	_plan([], [_grants({"grant": [_bob, _eve]}, {"grant": [_eve, _bob]})]) == given.passes("databricks_grants.x")
	_plan([], [_changed("databricks_catalog", {"owner": ""}, {})]) == given.passes("databricks_catalog.x")
}

test_a_move if {
	_plan([], [object.union(_grants({"grant": [_bob]}, {"grant": [_eve]}), {"action": "no-op"})]) == given.nothing
}

test_no_drift if {
	_plan([given.resource("databricks_grants", {"action": "no-op"})], []) == given.passes("databricks_grants.x")
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.passes("databricks_grants.x")
	_plan([given.resource("databricks_grants", {})], []) == given.nothing
	_plan([], []) == given.nothing
}

test_other_types_and_data_sources if {
	_plan([], [_changed("databricks_cluster", {"owner": "a"}, {"owner": "b"})]) == given.nothing
	_plan([], [object.union(_grants({"grant": [_bob]}, {"grant": []}), {"mode": "data"})]) == given.nothing
	_plan([given.resource("databricks_cluster", {"action": "no-op"})], []) == given.nothing
	_plan([given.resource("databricks_grants", {"mode": "data", "action": "read"})], []) == given.nothing
}

test_other_documents if {
	drift := {"drift": given.plan(set(), [_grants({"grant": [_bob]}, {"grant": []})]).resources}
	resource := given.resource("databricks_grants", {"action": "no-op"})
	_answers(object.union(given.state(set(), [resource]), drift)) == given.nothing
	bundle := object.union(given.resource("bundle", {}), {"values": {"source": "plan"}})
	_answers(object.union(given.plan(set(), [resource, bundle]), drift)) == given.nothing
}
