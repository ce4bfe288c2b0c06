package policies.rules.compute.required_tags_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.required_tags as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_all := {"costcenter": "1", "Owner": "etl", "Environment": "dev"}

_denied(tags) := given.denied("databricks_cluster.x", "custom_tags", sprintf(`Cluster "etl" lacks the tags %s`, [tags]))

test_all_tags if {
	_cluster({"custom_tags": _all}, {"id": true}) == given.passes("databricks_cluster.x")
}

test_missing_tags if {
	_cluster({"custom_tags": {"Owner": "etl"}}, {}) == _denied("CostCenter, Environment")
	_cluster({}, {}) == _denied("CostCenter, Environment, Owner")
	pool := given.resource("databricks_instance_pool", {"values": {"instance_pool_name": "small"}})
	_answers(given.plan(set(), [pool])).deny == {{
		"address": "databricks_instance_pool.x",
		"path": "custom_tags",
		"message": `Instance pool "small" lacks the tags CostCenter, Environment, Owner`,
	}}
}

test_other_tags if {
	document := given.plan(set(), [given.resource("databricks_cluster", {"values": {"custom_tags": {"Übersicht": "1"}}})])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-CMP-016": {"required_tags": ["übersicht"]}}
	answers == given.passes("databricks_cluster.x")
}

test_tags_of_the_job_and_of_the_pipeline if {
	job := given.resource("databricks_job", {"values": {"tags": _all, "new_cluster": [{}]}})
	_answers(given.plan(set(), [job])) == given.passes("databricks_job.x")
	pipeline := given.resource("databricks_pipeline", {"values": {"tags": _all, "cluster": [{}]}})
	_answers(given.plan(set(), [pipeline])) == given.passes("databricks_pipeline.x")
	cluster := given.resource("databricks_cluster", {"values": {"tags": _all}})
	_answers(given.plan(set(), [cluster])).deny != set()
}

_policy(definition) := given.resource("databricks_cluster_policy", {"values": {"id": "A1", "definition": json.marshal(definition)}})

_following(tags, policies) := _answers(given.plan(set(), array.concat(policies, [given.resource("databricks_cluster", {"values": {
	"cluster_name": "etl", "policy_id": "A1", "custom_tags": tags,
}})])))

test_a_cluster_policy_sets_tags if {
	tag := {"type": "fixed", "value": "1"}
	_following({"Owner": "etl"}, [_policy({"custom_tags.CostCenter": tag, "custom_tags.Environment": tag})]) == given.passes("databricks_cluster.x")
	_following({"Owner": "etl"}, [_policy({"custom_tags.CostCenter": tag})]) == _denied("Environment")
	_following({"Owner": "etl"}, []) == given.undecided(
		"databricks_cluster.x",
		"custom_tags",
		`Cluster "etl" lacks the tags CostCenter, Environment, unless its cluster policy, which is not in this document, sets them`,
	)
	_following({"Owner": "etl", "CostCenter": "1"}, []).undecided != set()
	_following(_all, []) == given.passes("databricks_cluster.x")
}

_unknown := given.undecided(
	"databricks_cluster.x",
	"custom_tags",
	`Cluster "etl": which tags it has is not known yet; wanted are CostCenter, Environment, Owner`,
)

test_not_known_yet if {
	_cluster({}, {"custom_tags": true}) == _unknown
	job := given.resource("databricks_job", {"values": {"new_cluster": [{}]}, "unknown": {"new_cluster": [{"node_type_id": true}], "tags": true}})
	_answers(given.plan(set(), [job])).undecided != set()
	_answers(given.plan(set(), [job])).deny == set()
	known := object.union(job, {"values": {"tags": _all}, "unknown": {"tags": false}})
	_answers(given.plan(set(), [known])) == given.passes("databricks_job.x")
	pipeline := given.resource("databricks_pipeline", {"values": {"cluster": [{}]}, "unknown": {"cluster": [{"node_type_id": true}], "tags": true}})
	_answers(given.plan(set(), [pipeline])).undecided != set()
	pool := given.resource("databricks_instance_pool", {"unknown": {"custom_tags": true}})
	_answers(given.plan(set(), [pool])).undecided != set()
	_cluster({"custom_tags": _all}, {"tags": true}) == given.passes("databricks_cluster.x")
}

_warehouse(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_sql_endpoint", {
	"values": object.union({"name": "bi"}, values),
	"unknown": unknown,
})]))

test_a_warehouse if {
	tags := [{"key": "CostCenter", "value": "1"}, {"key": "OWNER", "value": "1"}]
	_warehouse({"tags": [{"custom_tags": tags}]}, {}) == given.denied("databricks_sql_endpoint.x", "tags", `SQL warehouse "bi" lacks the tags Environment`)
	_warehouse({"tags": [{"custom_tags": array.concat(tags, [{"key": "environment"}])}]}, {"id": true}) == given.passes("databricks_sql_endpoint.x")
	_warehouse({}, {}) == given.denied("databricks_sql_endpoint.x", "tags", `SQL warehouse "bi" lacks the tags CostCenter, Environment, Owner`)
	_warehouse({}, {"tags": true}) == given.undecided(
		"databricks_sql_endpoint.x",
		"tags",
		"Which tags this SQL warehouse has is not known yet; wanted are CostCenter, Environment, Owner",
	)
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
