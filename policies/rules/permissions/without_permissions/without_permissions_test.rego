package policies.rules.permissions.without_permissions_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.without_permissions as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(fields) := given.resource("databricks_job", object.union({"values": {"id": "12"}}, fields))

_permissions(fields) := given.resource("databricks_permissions", fields)

_both(job, permissions) := _answers(given.plan(set(), [_job(job), _permissions(permissions)]))

_address := "databricks_job.x"

_denied := given.denied(_address, "", "databricks_job.x has no permissions; wanted is a databricks_permissions on it")

test_no_permissions if {
	_answers(given.plan(set(), [_job({})])) == _denied
	_answers(given.state(set(), [_job({})])) == _denied
}

test_each_kind if {
	kinds := {
		"databricks_cluster": "cluster_id", "databricks_cluster_policy": "cluster_policy_id",
		"databricks_instance_pool": "instance_pool_id", "databricks_pipeline": "pipeline_id",
		"databricks_sql_endpoint": "sql_endpoint_id",
	}
	every type, attribute in kinds {
		one := given.resource(type, {"values": {"id": "7"}})
		address := concat(".", [type, "x"])
		_answers(given.plan(set(), [one])) == given.denied(
			address, "",
			sprintf("%s has no permissions; wanted is a databricks_permissions on it", [address]),
		)
		_answers(given.plan(set(), [one, _permissions({"values": {attribute: "7"}})])) == given.passes(address)
	}
}

test_permissions_by_id if {
	_both({}, {"values": {"job_id": "12"}}) == given.passes(_address)
	_both({}, {"values": {"job_id": "13"}}) == _denied
	_both({}, {"values": {"pipeline_id": "12"}}) == _denied
}

test_permissions_by_reference if {
	new := {"values": {}, "unknown": {"id": true}}
	_both(new, {"unknown": {"job_id": true}, "links": {"job_id": ["databricks_job.x"]}}) == given.passes(_address)
	_both(new, {"unknown": {"job_id": true}, "links": {"job_id": ["databricks_job.y"]}}).deny == _denied.deny
}

test_permissions_of_each_instance if {
	counted := {"address": `databricks_job.x["a"]`}
	_both(counted, {"unknown": {"job_id": true}, "links": {"job_id": ["databricks_job.x"]}}) == given.passes(`databricks_job.x["a"]`)
}

test_permissions_that_go_away if {
	_both({}, {"action": "delete", "values": {"job_id": "12"}}) == _denied
}

test_permissions_of_something_unknown if {
	_both({}, {"unknown": {"job_id": true}}) == given.undecided(
		_address, "",
		"databricks_job.x has no permissions here, but databricks_permissions.x may be on it",
	)
	_both({}, {"unknown": {"pipeline_id": true}}) == _denied
}

test_a_part_of_the_configuration if {
	document := object.union(given.plan(set(), [_job({})]), {"document": {"complete": false}})
	_answers(document) == given.undecided(
		_address, "",
		"databricks_job.x has no permissions here, but the plan covers only a part of the configuration",
	)
}

test_several_reasons if {
	document := object.union(
		given.plan(set(), [_job({}), _permissions({"unknown": {"job_id": true}, "links": {"job_id": ["terraform_data.later"]}})]),
		{"document": {"complete": false}},
	)
	_answers(document) == given.undecided(
		_address, "",
		"databricks_job.x has no permissions here, but databricks_permissions.x may be on it and the plan covers only a part of the configuration",
	)
}

test_a_job_that_goes_away if _answers(given.plan(set(), [_job({"action": "delete"})])) == given.nothing
