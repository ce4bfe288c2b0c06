package policies.lib.clusters_test

import data.policies.lib.clusters
import data.policies.lib.testing_test as given

_job(values, unknown) := given.resource("databricks_job", {"values": values, "unknown": unknown})

_cluster(fields) := given.resource("databricks_cluster", fields)

# path → what is known and unknown of the cluster, and how it is called.
_seen(found) := {cluster.path: [cluster.values, cluster.unknown, clusters.label(cluster)] | some cluster in found}

test_a_cluster_of_its_own if {
	found := _seen(clusters.all) with input as given.plan(set(), [_cluster({"values": {"cluster_name": "etl"}})])
	found == {"": [{"cluster_name": "etl"}, {}, `Cluster "etl"`]}
	nameless := _seen(clusters.all) with input as given.plan(set(), [_cluster({"values": {"cluster_name": ""}})])
	nameless[""][2] == "databricks_cluster.x"
	unknown := _seen(clusters.all) with input as given.plan(set(), [_cluster({"unknown": true})])
	unknown == {"": [{}, true, "databricks_cluster.x"]}
}

_everywhere := {
	"name": "nightly",
	"new_cluster": [{"num_workers": 2}],
	"job_cluster": [{"job_cluster_key": "main", "new_cluster": [{"num_workers": 1}]}],
	"task": [
		{"task_key": "a", "new_cluster": [{"num_workers": 3}]},
		{"task_key": "b", "for_each_task": [{"task": [{"task_key": "c", "new_cluster": [{"num_workers": 4}]}]}]},
		{},
	],
}

_nested := "task[1].for_each_task[0].task[0].new_cluster[0]"

test_clusters_of_a_job if {
	found := _seen(clusters.all) with input as given.plan(set(), [_job(_everywhere, {})])
	found == {
		"new_cluster[0]": [{"num_workers": 2}, {}, `new_cluster[0] of job "nightly"`],
		"job_cluster[0].new_cluster[0]": [{"num_workers": 1}, {}, `Cluster "main" of job "nightly"`],
		"task[0].new_cluster[0]": [{"num_workers": 3}, {}, `Cluster of task "a" of job "nightly"`],
		_nested: [{"num_workers": 4}, {}, `Cluster of task "c" of job "nightly"`],
	}
}

test_a_cluster_of_a_job_that_has_a_name if {
	found := _seen(clusters.all) with input as given.plan(set(), [_job({"name": "nightly", "new_cluster": [{"cluster_name": "main"}]}, {})])
	found == {"new_cluster[0]": [{"cluster_name": "main"}, {}, `new_cluster[0] of job "nightly"`]}
}

test_each_cluster_once if {
	every unknown in [{}, {"task": [{"retry_on_timeout": true}]}] {
		found := clusters.all with input as given.plan(set(), [_job(_everywhere, unknown)])
		count(found) == 4
	}
}

test_clusters_of_a_job_in_which_something_is_unknown if {
	whole := {cluster.path: cluster.unknown | some cluster in clusters.all} with input as given.plan(set(), [_job(_everywhere, {"new_cluster": [{"node_type_id": true}]})])
	whole["new_cluster[0]"] == {"node_type_id": true}
	every unknown in [
		{"task": [{"retry_on_timeout": true}]},
		{"job_cluster": [{"new_cluster": [{"node_type_id": true}]}]},
		{"new_cluster": [{"node_type_id": true}]},
	] {
		found := _seen(clusters.all) with input as given.plan(set(), [_job(_everywhere, unknown)])
		known := _seen(clusters.all) with input as given.plan(set(), [_job(_everywhere, {})])
		[[path, seen[0], seen[2]] | some path, seen in found] == [[path, seen[0], seen[2]] | some path, seen in known]
	}
	found := _seen(clusters.all) with input as given.plan(set(), [_job(_everywhere, {"task": [{"new_cluster": [{"node_type_id": true}]}]})])
	found["task[0].new_cluster[0]"] == [{"num_workers": 3}, {"node_type_id": true}, `Cluster of task "a" of job "nightly"`]
}

test_clusters_that_are_unknown_as_a_whole if {
	found := _seen(clusters.all) with input as given.plan(set(), [_job({"name": "nightly"}, {"job_cluster": true})])
	found == {"job_cluster": [{}, true, `job_cluster of job "nightly"`]}
	whole := _seen(clusters.all) with input as given.plan(set(), [given.resource("databricks_job", {"unknown": true})])
	whole[""] == [{}, true, "databricks_job.x"]
}

_policy := given.resource("databricks_cluster_policy", {"values": {"id": "A1", "name": "limits", "definition": json.marshal({
	"data_security_mode": {"type": "fixed", "value": "SINGLE_USER"},
	"autotermination_minutes": {"type": "range", "maxValue": 60, "defaultValue": 30},
	"custom_tags.team": {"type": "unlimited", "value": "ml"},
})}})

_told(values, unknown, links) := [told |
	some name in ["data_security_mode", "autotermination_minutes", "custom_tags.team", "node_type_id"]
	document := given.plan(set(), [_policy, _cluster({"values": values, "unknown": unknown, "links": links})])
	told := clusters.by_policy(clusters.all[0], name) with input as document
]

test_what_a_cluster_policy_sets if {
	_told({"policy_id": "A1"}, {}, {}) == [{"value": "SINGLE_USER"}, {}, {}, {}]
	_told({"policy_id": "A1", "apply_policy_default_values": true}, {}, {}) == [{"value": "SINGLE_USER"}, {"value": 30}, {}, {}]
	_told({"policy_id": "A1", "apply_policy_default_values": false}, {}, {}) == [{"value": "SINGLE_USER"}, {}, {}, {}]
	_told({}, {"policy_id": true}, {"policy_id": ["databricks_cluster_policy.x"]}) == [{"value": "SINGLE_USER"}, {}, {}, {}]
}

test_no_cluster_policy if {
	_told({}, {}, {"policy_id": ["databricks_cluster_policy.x"]}) == [{}, {}, {}, {}]
	_told({"policy_id": ""}, {}, {}) == [{}, {}, {}, {}]
}

test_a_cluster_policy_that_is_not_shown if {
	unknown := {"unknown": true}
	_told({"policy_id": "limits"}, {}, {}) == [unknown, unknown, unknown, unknown]
	_told({"policy_id": "B2"}, {}, {}) == [unknown, unknown, unknown, unknown]
	_told({}, {"policy_id": true}, {}) == [unknown, unknown, unknown, unknown]
	_told({}, {"policy_id": true}, {"policy_id": ["var.policy"]}) == [unknown, unknown, unknown, unknown]
	_told({"policy_id": "B2"}, {}, {"policy_id": ["databricks_cluster_policy.x"]}) == [unknown, unknown, unknown, unknown]
}

test_a_cluster_policy_is_unseen if {
	every values in [{}, {"policy_id": ""}, {"policy_id": "A1"}] {
		clusters.all[0].values == values with input as given.plan(set(), [_policy, _cluster({"values": values})])
		not _unseen(values, {})
	}
	_unseen({"policy_id": "B2"}, {})
	_unseen({}, {"policy_id": true})
}

_unseen(values, unknown) if {
	clusters.policy_unseen(clusters.all[0]) with input as given.plan(set(), [_policy, _cluster({"values": values, "unknown": unknown})])
}

test_a_cluster_policy_that_cannot_be_read if {
	every definition in ["{", "(sensitive value 3f9a12ab)", ""] {
		document := given.plan(set(), [
			given.resource("databricks_cluster_policy", {"values": {"id": "A1", "name": "limits", "definition": definition}}),
			_cluster({"values": {"policy_id": "A1"}}),
		])
		told := clusters.by_policy(clusters.all[0], "data_security_mode") with input as document
		told == {"unknown": true}
	}
}

test_a_cluster_policy_of_the_same_plan_that_cannot_be_read if {
	document := given.plan(set(), [
		given.resource("databricks_cluster_policy", {
			"values": {"policy_family_id": "job", "policy_family_definition_overrides": `{"data_security_mode": {"type": "fixed", "value": "NONE"}}`},
			"unknown": {"id": true},
		}),
		_cluster({"unknown": {"policy_id": true}, "links": {"policy_id": ["databricks_cluster_policy.x"]}}),
	])
	told := clusters.by_policy(clusters.all[0], "data_security_mode") with input as document
	told == {"unknown": true}
}

test_the_policy_id_of_a_data_source if {
	document := given.plan(set(), [
		object.union(_policy, {"address": "data.databricks_cluster_policy.x", "mode": "data", "values": {"id": "", "policy_id": "C3"}}),
		_cluster({"values": {"policy_id": "C3"}}),
	])
	told := clusters.by_policy(clusters.all[0], "data_security_mode") with input as document
	told == {"value": "SINGLE_USER"}
}

_pipeline := given.resource("databricks_pipeline", {
	"values": {"name": "bronze", "cluster": [{"label": "default"}, {"label": "maintenance"}]},
	"unknown": {"cluster": [{"node_type_id": true}]},
})

test_clusters_of_a_pipeline if {
	document := given.plan(set(), [_pipeline, _cluster({}), _job({"new_cluster": [{}]}, {})])
	_seen(clusters.all) == {
		"": [{}, {}, "databricks_cluster.x"],
		"new_cluster[0]": [{}, {}, "new_cluster[0] of databricks_job.x"],
		"cluster[0]": [{"label": "default"}, {"node_type_id": true}, `cluster[0] of pipeline "bronze"`],
		"cluster[1]": [{"label": "maintenance"}, {}, `cluster[1] of pipeline "bronze"`],
	} with input as document
	_seen(clusters.full) == {
		"": [{}, {}, "databricks_cluster.x"],
		"new_cluster[0]": [{}, {}, "new_cluster[0] of databricks_job.x"],
	} with input as document
	clusters.addresses == {"databricks_cluster.x", "databricks_job.x", "databricks_pipeline.x"} with input as document
	clusters.full_addresses == {"databricks_cluster.x", "databricks_job.x"} with input as document
	_seen(clusters.all_open) == {"cluster[0]": [{"label": "default"}, {"node_type_id": true}, `cluster[0] of pipeline "bronze"`]} with input as document
	_seen(clusters.full_open) == {} with input as document
}

test_the_label_of_a_nameless_pipeline if {
	document := given.plan(set(), [given.resource("databricks_pipeline", {"values": {"cluster": [{}], "name": ""}})])
	_seen(clusters.all) == {"cluster[0]": [{}, {}, "cluster[0] of databricks_pipeline.x"]} with input as document
}

test_clusters_of_which_something_is_hidden if {
	secret := {"secrets": {"spark_conf[\"a\"]": {"kind": "named", "marked": false}}}
	document := given.plan(set(), [_cluster(secret)])
	_seen(clusters.full_open) == {"": [{}, {}, "databricks_cluster.x"]} with input as document
	unknown := given.plan(set(), [_cluster({"unknown": {"id": true}})])
	_seen(clusters.full_open) == {"": [{}, {"id": true}, "databricks_cluster.x"]} with input as unknown
}

test_clusters_that_go_away if {
	document := given.plan(set(), [_cluster({"action": "delete"}), object.union(_pipeline, {"action": "delete"}), given.resource("databricks_job", {"action": "delete"})])
	clusters.all == [] with input as document
}

test_a_result_about_an_attribute if {
	document := given.plan(set(), [_job({"new_cluster": [{}]}, {})])
	result := clusters.at(clusters.all[0], "policy_id", "message") with input as document
	result == {"address": "databricks_job.x", "path": "new_cluster[0].policy_id", "message": "message"}
}

test_instance_pools if {
	pool := given.resource("databricks_instance_pool", {"values": {"instance_pool_name": "small"}})
	_seen(clusters.pools) == {"": [{"instance_pool_name": "small"}, {}, `Instance pool "small"`]} with input as given.plan(set(), [pool])
	clusters.pools_open == [] with input as given.plan(set(), [pool])
	open := object.union(pool, {"values": {"instance_pool_name": ""}, "unknown": {"node_type_id": true}})
	_seen(clusters.pools_open) == {"": [{"instance_pool_name": ""}, {"node_type_id": true}, "databricks_instance_pool.x"]} with input as given.plan(set(), [open])
}
