package policies.rules.jobs.dependency_missing_or_circular_test

import data.policies.rules.jobs.dependency_missing_or_circular as policy

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

_task(key, before) := {"task_key": key, "depends_on": [{"task_key": other} | some other in before]}

_job(tasks, unknown) := _answers({"dev"}, {"values": {"name": "etl", "task": tasks}, "unknown": unknown})

test_in_order if {
	_job([_task("b", ["a"]), _task("a", [])], {}) == _passes
	_job([_task("a", []), _task("b", ["a"]), _task("c", ["a"]), _task("d", ["b", "c"])], {}) == _passes
	_job([], {}) == _passes
	_answers({"dev"}, {"values": {"existing_cluster_id": "0415-1"}}) == _passes
}

test_a_task_that_does_not_exist if {
	_job([_task("train", []), _task("deploy", ["train", "Trian"])], {}) == _denied(
		"task[1].depends_on[1].task_key",
		`Task "deploy" of job "etl" depends on task "Trian", which the job does not have; its tasks are "deploy", "train"`,
	)
}

test_a_nested_task_is_none_to_depend_on if {
	each := {"task_key": "each", "for_each_task": [{"task": [{"task_key": "one"}]}]}
	_job([each, _task("b", ["one"])], {}) == _denied(
		"task[1].depends_on[0].task_key",
		`Task "b" of job "etl" depends on task "one", which the job does not have; its tasks are "b", "each"`,
	)
}

test_a_nested_key_that_is_not_known_is_none_to_depend_on if {
	each := {"task_key": "each", "for_each_task": [{"task": [{}]}]}
	_job([each, _task("b", ["one"])], {"task": [{"for_each_task": [{"task": [{"task_key": true}]}]}]}) == _denied(
		"task[1].depends_on[0].task_key",
		`Task "b" of job "etl" depends on task "one", which the job does not have; its tasks are "b", "each"`,
	)
}

test_itself if {
	_job([_task("a", ["a"])], {}) == _denied(
		"task[0].depends_on[0].task_key",
		`Task "a" of job "etl" depends on itself, so it can never start`,
	)
}

test_a_circle if {
	_job([_task("a", ["c"]), _task("b", ["a"]), _task("c", ["b"]), _task("d", []), _task("e", ["d"])], {}) == _denied(
		"task",
		`Job "etl" has tasks that can never start, because their depends_on goes round in a circle: "a", "b", "c"`,
	)
}

test_a_key_that_is_not_known_may_be_the_missing_one if {
	_job([_task("b", ["a"]), {}], {"task": [false, {"task_key": true}]}) == _undecided(
		"task[0].depends_on[0].task_key",
		`Task "b" of job "etl" depends on task "a", and not all tasks of the job are known yet`,
	)
	_job([_task("b", []), {}], {"task": [false, {"task_key": true}]}) == _passes
}

test_a_task_whose_key_is_not_known_depends_on_a_missing_one if {
	_job([{"depends_on": [{"task_key": "a"}]}], {"task": [{"task_key": true}]}) == _undecided(
		"task[0].depends_on[0].task_key",
		`A task of job "etl" depends on task "a", and not all tasks of the job are known yet`,
	)
}

test_a_dependency_that_is_not_known if {
	message := `What this task of job "etl" depends on is not known yet`
	_job([_task("a", []), {"task_key": "b", "depends_on": [{}]}], {"task": [false, {"depends_on": [{"task_key": true}]}]}) == _undecided(
		"task[1].depends_on[0].task_key",
		message,
	)
	_job([_task("a", []), {"task_key": "b"}], {"task": [false, {"depends_on": true}]}) == _undecided("task[1].depends_on", message)
}

test_tasks_that_are_not_known if {
	message := `The tasks of job "etl" are not known yet`
	_job([], {"task": true}) == _undecided("task", message)
	_job([_task("a", []), {}], {"task": [false, true]}) == _undecided("task[1]", message)
	_answers({"dev"}, {"values": {"name": "etl"}, "unknown": true}) == _undecided("", message)
	_job([{"task_key": "a"}], {"task": [{"for_each_task": true}]}) == _passes
}

test_what_is_certain_is_denied_beside_what_is_not if {
	answer := _job([_task("a", ["a"]), {}], {"task": [false, true]})
	answer.deny == {_result("task[0].depends_on[0].task_key", `Task "a" of job "etl" depends on itself, so it can never start`)}
	answer.undecided == {_result("task[1]", `The tasks of job "etl" are not known yet`)}
}

test_a_job_that_goes_away if _answers({"dev"}, {"action": "delete", "values": {}}) == _nothing
