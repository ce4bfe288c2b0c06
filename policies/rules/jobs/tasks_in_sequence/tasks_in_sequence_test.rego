package policies.rules.jobs.tasks_in_sequence_test

import data.policies.rules.jobs.tasks_in_sequence as policy

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
		with data.tfcheck.parameters as {"DBX-JOB-006": {"job_name_regex": "(?i)model[-_ ]training"}}
}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_job.j"}}

_denied(path, message) := object.union(_passes, {"deny": {_result(path, message)}})

_undecided(path, message) := object.union(_passes, {"undecided": {_result(path, message)}})

_result(path, message) := {"address": "databricks_job.j", "path": path, "message": message}

_task(key, before) := {"task_key": key, "depends_on": [{"task_key": other} | some other in before]}

_training(tasks, unknown) := _answers({"prod"}, {"values": {"name": "prod-model-training-job", "task": tasks}, "unknown": unknown})

_message(a, b) := sprintf(
	`No depends_on of job "prod-model-training-job" puts "%s" and "%s" in order, so they may run at the same time; tasks of a training job run one after the other`,
	[a, b],
)

test_one_sequence_in_whatever_order_it_is_written if {
	_training([_task("a", []), _task("b", ["a"]), _task("c", ["b"])], {}) == _passes
	_training([_task("c", ["b"]), _task("a", []), _task("b", ["a"])], {}) == _passes
	_training([_task("c", ["a", "b"]), _task("a", []), _task("b", ["a"])], {}) == _passes
	_training([{"task_key": "a"}], {}) == _passes
	_training([], {}) == _passes
}

test_a_second_beginning if {
	_training([_task("z", []), _task("b", ["z"]), _task("y", []), _task("d", ["y"])], {}) == _denied("task", _message("y", "z"))
}

test_two_after_the_same if {
	_training([_task("a", []), _task("c", ["a"]), _task("b", ["a"])], {}) == _denied("task", _message("b", "c"))
}

test_side_by_side_and_joined_again if {
	_training([_task("a", []), _task("b", ["a"]), _task("c", ["a"]), _task("d", ["b", "c"])], {}) == _denied("task", _message("b", "c"))
}

test_a_branch_that_ends_early if {
	_training([_task("a", []), _task("b", ["a"]), _task("x", []), _task("c", ["b"])], {}) == _denied("task", _message("a", "x"))
}

test_tasks_in_a_circle_are_no_sequence if {
	_training([_task("a", ["b"]), _task("b", ["a"])], {}) == _denied("task", _message("a", "b"))
}

test_not_known_yet if {
	message := `The order of the tasks of job "prod-model-training-job" is not known yet; tasks of a training job run one after the other`
	_training([], {"task": true}) == _undecided("task", message)
	_training([{"task_key": "a"}, {"task_key": "b"}], {"task": [false, {"depends_on": true}]}) == _undecided("task[1].depends_on", message)
	_training([{"task_key": "a"}, {}], {"task": [false, {"task_key": true}]}) == _undecided("task[1].task_key", message)
}

test_other_jobs if {
	_answers({"prod"}, {"values": {"name": "ingest", "task": [_task("a", []), _task("b", [])]}}) == _nothing
	_answers({"prod"}, {"values": {"name": "ingest"}, "unknown": {"task": true}}) == _nothing
	_answers({"prod"}, {"values": {"task": [_task("a", []), _task("b", [])]}}) == _nothing
}

test_other_targets_too if {
	_answers({"dev"}, {"values": {"name": "prod-model-training-job", "task": [_task("a", []), _task("b", [])]}}) == _denied("task", _message("a", "b"))
}

test_a_name_that_is_not_known_yet if {
	unnamed := {"task": [_task("a", []), _task("b", [])]}
	_answers({"prod"}, {"values": unnamed, "unknown": {"name": true}}) == _undecided(
		"task",
		`If this is a training job: No depends_on of databricks_job.j puts "a" and "b" in order, so they may run at the same time; tasks of a training job run one after the other`,
	)
	_answers({"prod"}, {"values": {"task": [_task("a", []), _task("b", ["a"])]}, "unknown": {"name": true}}) == _passes
}

test_a_job_that_goes_away if _answers({"prod"}, {"action": "delete", "values": {}}) == _nothing
