package policies.lib.cluster_policies_test

import data.policies.lib.cluster_policies
import data.policies.lib.testing_test as given

_with(values, unknown) := given.plan(set(), [given.resource("databricks_cluster_policy", {"values": values, "unknown": unknown})])

_seen(values, unknown) := seen if {
	seen := [cluster_policies.rules["databricks_cluster_policy.x"], cluster_policies.partial] with input as _with(values, unknown)
}

_partly := {"databricks_cluster_policy.x": true}

test_a_definition if {
	_seen({"definition": `{"a": {"type": "fixed", "value": 1}}`}, {}) == [{"a": {"type": "fixed", "value": 1}}, {}]
	_seen({"definition": "{}", "policy_family_definition_overrides": `{"a": {}}`}, {"id": true}) == [{"a": {}}, {}]
	_seen({"definition": `{"a": {"b": 1}}`, "policy_family_definition_overrides": `{"a": {"b": 2}}`}, {}) == [{"a": {"b": 2}}, {}]
}

test_no_definition if {
	_seen({}, {"id": true}) == [{}, {}]
	_seen({"definition": "", "policy_family_id": ""}, {}) == [{}, {}]
}

test_what_cannot_be_read if {
	_seen({"definition": "{"}, {}) == [{}, _partly]
	_seen({"definition": "(sensitive value 3f9a12ab)"}, {}) == [{}, _partly]
	_seen({"definition": "[]"}, {}) == [{}, {}]
	_seen({}, {"definition": true}) == [{}, _partly]
	_seen({}, {"policy_family_id": true}) == [{}, _partly]
	_seen({}, true) == [{}, _partly]
	_seen({"policy_family_id": "job-cluster", "policy_family_definition_overrides": `{"a": {}}`}, {}) == [{"a": {}}, _partly]
}

test_what_is_no_text if {
	_seen({"definition": 5}, {}) == [{}, _partly]
}

test_ids if {
	cluster_policies.with_id("A1") == {"databricks_cluster_policy.x"} with input as _with({"id": "A1"}, {})
	cluster_policies.with_id("A1") == {"databricks_cluster_policy.x"} with input as _with({"policy_id": "A1"}, {})
	cluster_policies.with_id("A1") == set() with input as _with({"name": "A1"}, {})
}

test_labels if {
	cluster_policies.label({"address": "a.b", "values": {"name": "jobs"}}) == `Cluster policy "jobs"`
	cluster_policies.label({"address": "a.b", "values": {"name": ""}}) == "a.b"
	cluster_policies.label({"address": "a.b", "values": {}}) == "a.b"
}

test_no_cluster_policies if {
	[cluster_policies.rules, cluster_policies.partial] == [{}, {}] with input as {"resources": {}}
}
