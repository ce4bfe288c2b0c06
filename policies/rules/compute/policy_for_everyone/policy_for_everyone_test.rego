package policies.rules.compute.policy_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.policy_for_everyone as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_permissions(blocks, fields) := given.resource("databricks_permissions", object.union(
	{"values": {"cluster_policy_id": "A1", "access_control": blocks}},
	fields,
))

_policy(values, unknown) := given.resource("databricks_cluster_policy", {"values": object.union({"id": "A1"}, values), "unknown": unknown})

_everyone := [{"group_name": "users", "permission_level": "CAN_USE"}]

_for_everyone(values) := _answers(given.plan(set(), [_permissions(_everyone, {}), _policy(values, {})]))

_path := "access_control[0].permission_level"

_denied := given.denied("databricks_permissions.x", _path, `"users", which is everyone, may use the cluster policy databricks_cluster_policy.x, which limits neither the clusters of a user nor their size`)

test_everyone_without_bounds if {
	_for_everyone({"definition": "{}"}) == _denied
	_for_everyone({"definition": `{"num_workers": {"type": "range", "maxValue": 0}}`, "max_clusters_per_user": 0}) == _denied
	_for_everyone({"definition": `{"dbus_per_hour": {"type": "unlimited"}, "spark_version": {"type": "fixed", "value": "x"}}`}) == _denied
	another := object.union(_policy({"id": "B2", "definition": "{}"}, {}), {"address": "databricks_cluster_policy.y"})
	both := [_permissions(_everyone, {}), _policy({"definition": "{}"}, {}), another]
	_answers(given.plan(set(), both)) == _denied
}

test_everyone_within_bounds if {
	_for_everyone({"max_clusters_per_user": 1}) == given.passes("databricks_permissions.x")
	every name in ["num_workers", "autoscale.max_workers", "dbus_per_hour"] {
		_for_everyone({"definition": json.marshal({name: {"type": "range", "maxValue": 1}})}) == given.passes("databricks_permissions.x")
		_for_everyone({"definition": json.marshal({name: {"type": "fixed", "value": 1}})}) == given.passes("databricks_permissions.x")
		_for_everyone({"definition": json.marshal({name: {"type": "allowlist", "values": [1]}})}) == given.passes("databricks_permissions.x")
	}
}

test_a_group if {
	blocks := [{"group_name": "etl", "permission_level": "CAN_USE"}]
	_answers(given.plan(set(), [_permissions(blocks, {}), _policy({"definition": "{}"}, {})])) == given.passes("databricks_permissions.x")
}

_linked(policy_) := _answers(given.plan(set(), [policy_, given.resource("databricks_permissions", {
	"values": {"access_control": _everyone},
	"unknown": {"cluster_policy_id": true},
	"links": {"cluster_policy_id": ["databricks_cluster_policy.x"]},
})]))

_not_shown := given.undecided(
	"databricks_permissions.x",
	_path,
	`"users", which is everyone, may use a cluster policy of which this document does not show whether it limits the clusters of a user or their size`,
)

test_a_policy_of_the_same_plan if {
	_linked(_policy({"definition": "{}"}, {"id": true})) == _denied
	_linked(_policy({"policy_family_id": "job", "max_clusters_per_user": 2}, {"definition": true})) == given.passes("databricks_permissions.x")
	_linked(_policy({"policy_family_id": "job"}, {"definition": true})) == _not_shown
}

test_a_policy_that_is_not_shown if {
	_answers(given.plan(set(), [_permissions(_everyone, {})])) == _not_shown
}

test_not_known_yet if {
	open := _permissions([], {"unknown": {"access_control": true}})
	every others in [[], [_policy({"definition": "{}"}, {})]] {
		_answers(given.plan(set(), array.concat([open], others))) == given.undecided(
			"databricks_permissions.x",
			"access_control",
			"Who may use this cluster policy is not known yet; everyone may only where it limits the clusters of a user or their size",
		)
	}
}

test_other_objects if {
	other := given.resource("databricks_permissions", {"values": {"job_id": "1", "access_control": _everyone}})
	_answers(given.plan(set(), [other])) == given.nothing
}

test_permissions_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_permissions", {"action": "delete"})])) == given.nothing
}
