package policies.rules.jobs.all_purpose_cluster_test

import data.policies.rules.jobs.all_purpose_cluster as policy

_answers(target, fields) := answers if {
	job := object.union(
		{
			"address": "databricks_job.j", "type": "databricks_job", "name": "j",
			"mode": "managed", "action": "create",
		},
		fields,
	)
	document := {
		"document": object.union({"kind": "plan", "file": "plan.json"}, {"target": name | some name in target}),
		"resources": {"databricks_job": {"databricks_job.j": job}, "databricks_cluster": {"databricks_cluster.shared": {}}},
	}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_job.j"}}

_denied(path, message) := object.union(_passes, {"deny": {_result(path, message)}})

_undecided(path, message) := object.union(_passes, {"undecided": {_result(path, message)}})

_result(path, message) := {"address": "databricks_job.j", "path": path, "message": message}

_prod(values, unknown) := _answers({"prod"}, {"values": object.union({"name": "etl"}, values), "unknown": unknown})

_message(task, cluster) := sprintf(
	"%s runs on the all-purpose cluster %s; in production it runs on a job cluster of its own or serverless",
	[task, cluster],
)

_a(cluster) := _message(`Task "a" of job "etl"`, cluster)

test_an_all_purpose_cluster if {
	_prod({"task": [{"task_key": "a", "existing_cluster_id": "0415-1"}]}, {}) == _denied("task[0].existing_cluster_id", _a("0415-1"))
	_prod({"task": [{"task_key": "a", "existing_cluster_id": "(sensitive value 3f9a12ab)"}]}, {}) == _denied(
		"task[0].existing_cluster_id",
		_a("(sensitive value 3f9a12ab)"),
	)
}

test_in_a_for_each_task if {
	_prod({"task": [{"task_key": "each", "for_each_task": [{"task": [{"task_key": "a", "existing_cluster_id": "0415-1"}]}]}]}, {}) == _denied(
		"task[0].for_each_task[0].task[0].existing_cluster_id",
		_a("0415-1"),
	)
}

test_in_the_old_format if {
	_prod({"existing_cluster_id": "0415-1"}, {}) == _denied("existing_cluster_id", _message(`Job "etl"`, "0415-1"))
}

test_other_compute if {
	_prod({"task": [{"task_key": "a", "job_cluster_key": "main", "existing_cluster_id": ""}, {"task_key": "b"}]}, {}) == _passes
	_prod({"task": []}, {}) == _passes
}

test_a_cluster_of_the_same_plan if {
	fields := {
		"values": {"name": "etl", "task": [{"task_key": "a"}]},
		"unknown": {"task": [{"existing_cluster_id": true}]},
	}
	linked := object.union(fields, {"links": {"task[0].existing_cluster_id": ["databricks_cluster.shared"]}})
	_answers({"prod"}, linked) == _denied("task[0].existing_cluster_id", _a("databricks_cluster.shared"))
	known := object.union(linked, {"values": {"task": [{"task_key": "a", "existing_cluster_id": "0415-1"}]}, "unknown": {"task": false}})
	_answers({"prod"}, known) == _denied("task[0].existing_cluster_id", _a("0415-1"))
	unset := object.union(linked, {"unknown": {"task": false}})
	_answers({"prod"}, unset) == _passes
	elsewhere := object.union(fields, {"links": {"task[0].existing_cluster_id": ["random_id.r"]}})
	_answers({"prod"}, elsewhere) == _undecided(
		"task[0].existing_cluster_id",
		`Task "a" of job "etl": whether it runs on an all-purpose cluster is not known yet; in production it runs on a job cluster of its own or serverless`,
	)
}

test_not_known_yet if {
	rest := "whether it runs on an all-purpose cluster is not known yet; in production it runs on a job cluster of its own or serverless"
	_prod({}, {"task": true}) == _undecided("task", sprintf(`task of job "etl": %s`, [rest]))
	_prod({"task": [{}]}, {"task": [true]}) == _undecided("task[0]", sprintf(`task[0] of job "etl": %s`, [rest]))
}

test_other_targets if {
	_answers({"dev"}, {"values": {"task": [{"task_key": "a", "existing_cluster_id": "0415-1"}]}}) == _nothing
	_answers({"dev"}, {"values": {}, "unknown": {"task": true}}) == _nothing
}

test_a_target_that_nobody_knows if {
	_answers(set(), {"values": {"name": "etl", "task": [{"task_key": "a", "existing_cluster_id": "0415-1"}]}}) == _undecided(
		"task[0].existing_cluster_id",
		sprintf("%s (nothing says whether this is production)", [_a("0415-1")]),
	)
}

test_a_job_that_goes_away if _answers({"prod"}, {"action": "delete", "values": {}}) == _nothing

test_something_else_is_not_known if {
	unknown := {"task": [{"retry_on_timeout": true}]}
	_prod({"task": [{"task_key": "a"}]}, unknown) == _passes
	_prod({"task": [{"task_key": "a", "existing_cluster_id": ""}]}, unknown) == _passes
	_prod({"task": [{"task_key": "a", "existing_cluster_id": "0415-1"}]}, unknown) == _denied("task[0].existing_cluster_id", _a("0415-1"))
}
