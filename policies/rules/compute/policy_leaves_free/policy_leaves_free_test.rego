package policies.rules.compute.policy_leaves_free_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.policy_leaves_free as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_policy(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster_policy", {
	"values": object.union({"name": "jobs"}, values),
	"unknown": unknown,
})]))

_defined(rules) := _policy({"definition": json.marshal(object.union(_full, rules))}, {})

_full := {
	"data_security_mode": {"type": "fixed", "value": "SINGLE_USER"},
	"autotermination_minutes": {"type": "range", "maxValue": 60},
	"custom_tags.team": {"type": "unlimited"},
}

_denied(names) := given.denied("databricks_cluster_policy.x", "definition", sprintf(`Cluster policy "jobs" leaves %s free; wanted is a rule for each`, [names]))

test_all_is_bound if {
	_defined({}) == given.passes("databricks_cluster_policy.x")
	every type in ["allowlist", "blocklist", "regex", "range"] {
		_defined({"data_security_mode": {"type": type}}) == given.passes("databricks_cluster_policy.x")
	}
	rules := object.remove(_full, ["autotermination_minutes"])
	every rule in [{"type": "fixed", "value": 1}, {"type": "range", "maxValue": 1}] {
		_policy({"definition": json.marshal(object.union(rules, {"autotermination_minutes": rule}))}, {}) == given.passes("databricks_cluster_policy.x")
	}
	_policy({"policy_family_id": "job", "policy_family_definition_overrides": json.marshal(_full)}, {"definition": true}) == given.passes("databricks_cluster_policy.x")
}

test_lists_of_minutes_and_tags if {
	rules := object.remove(_full, ["autotermination_minutes"])
	listed := object.union(rules, {"autotermination_minutes": {"type": "allowlist", "values": [10, 20]}})
	_policy({"definition": json.marshal(listed)}, {}) == given.passes("databricks_cluster_policy.x")
	every type in ["fixed", "allowlist", "regex"] {
		_defined({"custom_tags.team": {"type": type}}) == given.passes("databricks_cluster_policy.x")
	}
}

test_what_is_left_free if {
	_policy({"definition": "{}"}, {}) == _denied("autotermination_minutes, custom_tags, data_security_mode")
	_defined({"data_security_mode": {"type": "unlimited"}}) == _denied("data_security_mode")
	_defined({"data_security_mode": {"type": "forbidden"}}) == _denied("data_security_mode")
	_defined({"custom_tags.team": {"type": "unlimited", "isOptional": true}}) == _denied("custom_tags")
	_defined({"custom_tags.team": {"type": "forbidden"}}) == _denied("custom_tags")
	rules := object.remove(_full, ["autotermination_minutes"])
	_defined({"custom_tags": {"type": "fixed"}}) == given.passes("databricks_cluster_policy.x")
	_policy({"definition": json.marshal({"custom_tags": {"type": "fixed"}, "autotermination_minutes": {"type": "unlimited"}})}, {}) == _denied("autotermination_minutes, custom_tags, data_security_mode")
	every rule in [{"type": "fixed", "value": 0}, {"type": "unlimited"}, {"type": "range", "maxValue": 0}] {
		_policy({"definition": json.marshal(object.union(rules, {"autotermination_minutes": rule}))}, {}) == _denied("autotermination_minutes")
	}
}

test_policies_of_one_kind_of_cluster if {
	rules := object.remove(_full, ["autotermination_minutes"])
	job := object.union(rules, {"cluster_type": {"type": "fixed", "value": "job"}})
	_policy({"definition": json.marshal(job)}, {}) == given.passes("databricks_cluster_policy.x")
	pipeline := object.remove(object.union(job, {"cluster_type": {"type": "fixed", "value": "dlt"}}), ["data_security_mode"])
	_policy({"definition": json.marshal(pipeline)}, {}) == given.passes("databricks_cluster_policy.x")
	_policy({"definition": json.marshal(object.remove(job, ["data_security_mode"]))}, {}) == _denied("data_security_mode")
}

test_other_guarded_attributes if {
	document := given.plan(set(), [given.resource("databricks_cluster_policy", {"values": {"definition": `{"node_type_id": {"type": "allowlist"}}`}})])
	_answers(document) == given.passes("databricks_cluster_policy.x") with data.tfcheck.parameters as {"DBX-CMP-024": {"guarded": ["node_type_id"]}}
}

test_not_known_yet if {
	overrides := json.marshal(object.remove(_full, ["custom_tags.team"]))
	one := _policy({"policy_family_id": "job", "policy_family_definition_overrides": overrides}, {"definition": true})
	count(one.undecided) == 1
	_policy({}, {"definition": true}) == given.undecided(
		"databricks_cluster_policy.x",
		"definition",
		`Cluster policy "jobs" has no rule for autotermination_minutes, custom_tags, data_security_mode in what this document shows of it; wanted is a rule for each`,
	)
}

test_a_policy_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster_policy", {"action": "delete"})])) == given.nothing
}
