package policies.rules.jobs.without_timeout_test

import data.policies.rules.jobs.without_timeout as policy

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

_job(values, unknown) := _answers({"dev"}, {"values": object.union({"name": "etl"}, values), "unknown": unknown})

_message(share) := sprintf(`Job "etl" has neither timeout_seconds nor a health rule, and %s; a run that hangs never ends`, [share])

_none := _denied("timeout_seconds", _message("neither have its tasks"))

_not_known := _undecided("timeout_seconds", `Whether job "etl" has a timeout or a health rule is not known yet`)

_rule := [{"rules": [{"metric": "RUN_DURATION_SECONDS", "op": "GREATER_THAN", "value": 3600}]}]

test_of_the_job if {
	_job({"timeout_seconds": 7200, "task": [{"task_key": "a"}]}, {}) == _passes
	_job({"health": _rule, "task": [{"task_key": "a"}]}, {}) == _passes
	_job({"timeout_seconds": 7200, "existing_cluster_id": "0415-1"}, {}) == _passes
}

test_of_every_task if {
	_job({"task": [{"task_key": "a", "timeout_seconds": 1}, {"task_key": "b", "health": _rule}]}, {}) == _passes
	_job({"task": [{"task_key": "a", "for_each_task": [{"task": [{"task_key": "b", "timeout_seconds": 1}]}]}]}, {}) == _passes
	_job({"task": [{"task_key": "a", "timeout_seconds": 1, "for_each_task": [{"task": [{"task_key": "b"}]}]}]}, {}) == _passes
}

test_of_none if {
	_job({"task": [{"task_key": "a"}, {"task_key": "b"}]}, {}) == _none
	_job({"timeout_seconds": 0, "health": [], "task": [{"task_key": "a", "timeout_seconds": 0, "health": []}]}, {}) == _none
	_job({"task": [{"task_key": "a", "for_each_task": [{"task": [{"task_key": "b", "timeout_seconds": 0}]}]}]}, {}) == _none
	_job({"existing_cluster_id": "0415-1"}, {}) == _none
}

test_of_some_tasks if {
	_job({"task": [{"task_key": "a", "timeout_seconds": 1}, {"task_key": "b"}]}, {}) == _denied(
		"timeout_seconds",
		_message("1 of its tasks have neither"),
	)
}

test_not_known_yet if {
	_job({"task": [{"task_key": "a"}]}, {"timeout_seconds": true}) == _not_known
	_job({"task": [{"task_key": "a"}]}, {"health": true}) == _not_known
	_job({"task": [{"task_key": "a"}, {"task_key": "b"}]}, {"task": [false, {"timeout_seconds": true}]}) == _not_known
	_job({"task": [{"task_key": "a"}]}, {"task": [{"for_each_task": true}]}) == _not_known
	_job({}, {"task": true}) == _not_known
	_job({"timeout_seconds": 5}, {"task": true}) == _passes
	_job({"health": [{}], "task": [{"task_key": "a"}]}, {"health": [{"rules": true}]}) == _passes
}

test_a_job_without_tasks_does_nothing if _job({"task": []}, {}) == _passes

test_jobs_without_end if {
	_job({"continuous": [{"pause_status": "UNPAUSED"}], "task": [{"task_key": "a"}]}, {}) == _nothing
	_job({"continuous": [], "task": [{"task_key": "a"}]}, {}) == _none
}

test_a_job_that_goes_away if _answers({"dev"}, {"action": "delete", "values": {}}) == _nothing
