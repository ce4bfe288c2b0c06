package policies.rules.jobs.endless_retries_test

import data.policies.rules.jobs.endless_retries as policy

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
		"resources": {"databricks_job": {"databricks_job.j": job}},
	}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_job.j"}}

_denied(path, message) := object.union(_passes, {"deny": {_result(path, message)}})

_undecided(path, message) := object.union(_passes, {"undecided": {_result(path, message)}})

_result(path, message) := {"address": "databricks_job.j", "path": path, "message": message}

_prod(values, unknown) := _answers({"prod"}, {"values": object.union({"name": "etl"}, values), "unknown": unknown})

_message := `Task "a" of job "etl" is retried without end (max_retries = -1); in production a small number is enough`

test_without_end if {
	_prod({"task": [{"task_key": "a", "max_retries": -1}]}, {}) == _denied("task[0].max_retries", _message)
	_prod({"task": [{"task_key": "e", "for_each_task": [{"task": [{"task_key": "a", "max_retries": -1}]}]}]}, {}) == _denied(
		"task[0].for_each_task[0].task[0].max_retries",
		_message,
	)
	_prod({"existing_cluster_id": "0415-1", "max_retries": -1}, {}) == _denied(
		"max_retries",
		`Job "etl" is retried without end (max_retries = -1); in production a small number is enough`,
	)
}

test_with_an_end if {
	_prod({"task": [{"task_key": "a", "max_retries": 0}, {"task_key": "b", "max_retries": 3}, {"task_key": "c"}]}, {}) == _passes
}

test_not_known_yet if {
	rest := "how often it is retried is not known yet; in production a small number is enough"
	_prod({"task": [{"task_key": "a"}]}, {"task": [{"max_retries": true}]}) == _undecided("task[0].max_retries", sprintf(`Task "a" of job "etl": %s`, [rest]))
	_prod({}, {"task": true}) == _undecided("task", sprintf(`task of job "etl": %s`, [rest]))
}

test_jobs_without_end if {
	_prod({"continuous": [{"pause_status": "UNPAUSED"}], "task": [{"task_key": "a", "max_retries": -1}]}, {}) == _nothing
	_prod({"continuous": [], "task": [{"task_key": "a", "max_retries": -1}]}, {}) == _denied("task[0].max_retries", _message)
}

test_other_targets if _answers({"dev"}, {"values": {"task": [{"task_key": "a", "max_retries": -1}]}}) == _nothing

test_a_target_that_nobody_knows if {
	_answers(set(), {"values": {"name": "etl", "task": [{"task_key": "a", "max_retries": -1}]}}) == _undecided(
		"task[0].max_retries",
		sprintf("%s (nothing says whether this is production)", [_message]),
	)
}

test_a_job_that_goes_away if _answers({"prod"}, {"action": "delete", "values": {}}) == _nothing

test_something_else_is_not_known if {
	_prod({"task": [{"task_key": "a"}]}, {"task": [{"retry_on_timeout": true}]}) == _passes
}
