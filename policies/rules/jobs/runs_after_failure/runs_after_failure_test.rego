package policies.rules.jobs.runs_after_failure_test

import data.policies.rules.jobs.runs_after_failure as policy

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
		with data.tfcheck.parameters as {"DBX-JOB-027": {"job_name_regex": "(?i)model[-_ ]training"}}
}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_job.j"}}

_denied(path, message) := object.union(_passes, {"deny": {_result(path, message)}})

_undecided(path, message) := object.union(_passes, {"undecided": {_result(path, message)}})

_result(path, message) := {"address": "databricks_job.j", "path": path, "message": message}

_task(run_if) := {"task_key": "deploy", "run_if": run_if, "depends_on": [{"task_key": "validate"}]}

_training(task, unknown) := _answers({"dev"}, {
	"values": {"name": "model-training", "task": [{"task_key": "validate"}, task]},
	"unknown": {"task": [false, unknown]},
})

_message := `Task "deploy" of job "model-training" runs with run_if ALL_DONE although what it depends on may have failed; tasks of a training job run only after success (ALL_SUCCESS)`

test_after_success if {
	_training(_task("ALL_SUCCESS"), false) == _passes
	_training(_task("all_success"), false) == _passes
	_training(_task(""), false) == _passes
	_training({"task_key": "deploy", "depends_on": [{"task_key": "validate"}]}, false) == _passes
}

test_after_failure if {
	_training(_task("ALL_DONE"), false) == _denied("task[1].run_if", _message)
	every run_if in ["AT_LEAST_ONE_SUCCESS", "NONE_FAILED", "AT_LEAST_ONE_FAILED", "ALL_FAILED"] {
		count(_training(_task(run_if), false).deny) == 1
	}
}

test_nothing_before_it if {
	_training({"task_key": "deploy", "run_if": "ALL_DONE"}, false) == _passes
	_training({"task_key": "deploy", "run_if": "ALL_DONE", "depends_on": []}, false) == _passes
	_training({"task_key": "deploy"}, {"run_if": true}) == _passes
}

test_a_nested_task_has_none_before_it if {
	nested := {"task_key": "each", "for_each_task": [{"task": [_task("ALL_DONE")]}]}
	_training(nested, false) == _passes
	_training({"task_key": "each", "for_each_task": [{"task": [{"depends_on": [{}]}]}]}, {"for_each_task": [{"task": [{"run_if": true}]}]}) == _passes
}

test_not_known_yet if {
	hidden := `Task "deploy" of job "model-training": run_if is not known yet; tasks of a training job run only after success (ALL_SUCCESS)`
	unset := {"task_key": "deploy", "depends_on": [{"task_key": "validate"}]}
	_training(unset, {"run_if": true}) == _undecided("task[1].run_if", hidden)
	_training({"task_key": "deploy"}, {"run_if": true, "depends_on": true}) == _undecided("task[1].run_if", hidden)
	_training(_task("(sensitive value 3f9a12ab)"), false) == _undecided("task[1].run_if", hidden)
	_training({"task_key": "deploy", "run_if": "ALL_DONE"}, {"depends_on": true}) == _undecided(
		"task[1].run_if",
		sprintf("If this is a task of a training job that depends on others: %s", [_message]),
	)
	_training({}, true) == _undecided("task[1]", `task[1] of job "model-training": run_if is not known yet; tasks of a training job run only after success (ALL_SUCCESS)`)
}

test_other_jobs if {
	_answers({"prod"}, {"values": {"name": "ingest", "task": [_task("ALL_DONE")]}}) == _nothing
	_answers({"prod"}, {"values": {"name": "ingest"}, "unknown": {"task": true}}) == _nothing
	_answers({"prod"}, {
		"values": {"name": "ingest", "task": [{"task_key": "deploy", "run_if": "ALL_DONE"}]},
		"unknown": {"task": [{"depends_on": true}]},
	}) == _nothing
}

test_a_name_that_is_not_known_yet if {
	_answers({"prod"}, {"values": {"task": [{"task_key": "deploy", "run_if": "ALL_DONE"}]}, "unknown": {"name": true}}) == _passes
	_answers({"prod"}, {"values": {"task": [_task("ALL_DONE")]}, "unknown": {"name": true}}) == _undecided(
		"task[0].run_if",
		`If this is a task of a training job that depends on others: Task "deploy" of databricks_job.j runs with run_if ALL_DONE although what it depends on may have failed; tasks of a training job run only after success (ALL_SUCCESS)`,
	)
	_answers({"prod"}, {"values": {"task": [_task("ALL_SUCCESS")]}, "unknown": {"name": true}}) == _passes
}

test_a_job_that_goes_away if _answers({"prod"}, {"action": "delete", "values": {}}) == _nothing
