package policies.rules.jobs.without_failure_notification_test

import data.policies.rules.jobs.without_failure_notification as policy

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

_message(share) := sprintf(`Job "etl" has no on_failure notification, and %s; in production somebody is told when a job fails`, [share])

_none := _denied("email_notifications", _message("neither have its tasks"))

_not_known := _undecided("email_notifications", `Whether anybody is told when job "etl" fails is not known yet`)

_mail := [{"on_failure": ["ops@example.com"]}]

_hook := [{"on_failure": [{"id": "1"}]}]

_tasks := [{"task_key": "a"}]

test_of_the_job if {
	_prod({"email_notifications": _mail, "task": _tasks}, {}) == _passes
	_prod({"webhook_notifications": _hook, "task": _tasks}, {}) == _passes
	_prod({"email_notifications": [{}], "task": _tasks}, {"email_notifications": [{"on_failure": [true]}]}) == _passes
	_prod({"webhook_notifications": [{"on_failure": [{}]}], "task": _tasks}, {"webhook_notifications": [{"on_failure": [{"id": true}]}]}) == _passes
}

test_of_every_task if {
	_prod({"task": [{"task_key": "a", "email_notifications": _mail}, {"task_key": "b", "webhook_notifications": _hook}]}, {}) == _passes
}

test_of_none if {
	_prod({"task": _tasks}, {}) == _none
	_prod({"email_notifications": [{"on_failure": [], "on_success": ["a@example.com"]}], "webhook_notifications": [], "task": _tasks}, {}) == _none
	_prod({"webhook_notifications": [{"on_start": [{"id": "1"}]}], "task": _tasks}, {}) == _none
	_prod({"existing_cluster_id": "0415-1"}, {}) == _none
}

test_of_some_tasks if {
	_prod({"task": [{"task_key": "a", "email_notifications": _mail}, {"task_key": "b"}]}, {}) == _denied(
		"email_notifications",
		_message("1 of its tasks have none either"),
	)
}

test_a_nested_task_is_its_outer_one if {
	_prod({"task": [{"task_key": "a", "email_notifications": _mail, "for_each_task": [{"task": [{"task_key": "b"}]}]}]}, {}) == _passes
}

test_not_known_yet if {
	_prod({"task": _tasks}, {"email_notifications": true}) == _not_known
	_prod({"task": _tasks}, {"webhook_notifications": true}) == _not_known
	_prod({"email_notifications": [{}], "task": _tasks}, {"email_notifications": [{"on_failure": true}]}) == _not_known
	_prod({"email_notifications": [{}], "task": _tasks}, {"email_notifications": [true]}) == _not_known
	_prod({"task": [{"task_key": "a"}, {"task_key": "b"}]}, {"task": [false, {"webhook_notifications": true}]}) == _not_known
	_prod({}, {"task": true}) == _not_known
	_prod({"email_notifications": [{"on_failure": []}], "task": _tasks}, {"email_notifications": [{"on_success": true}]}) == _none
}

test_a_job_without_tasks_does_nothing if _prod({"task": []}, {}) == _passes

test_other_targets if _answers({"dev"}, {"values": {"task": _tasks}}) == _nothing

test_a_target_that_nobody_knows if {
	_answers(set(), {"values": {"name": "etl", "task": _tasks}}) == _undecided(
		"email_notifications",
		sprintf("%s (nothing says whether this is production)", [_message("neither have its tasks")]),
	)
}

test_a_job_that_goes_away if _answers({"prod"}, {"action": "delete", "values": {}}) == _nothing

test_what_else_is_unknown_decides_nothing if {
	_prod({"task": _tasks, "parameter": [{}]}, {"parameter": [true]}) == _none
	_prod({"task": _tasks, "parameter": [{}]}, {"parameter": [{"on_failure": true}]}) == _none
}

test_repeated_tasks_are_not_counted if {
	task := {"task_key": "e", "for_each_task": [{"task": [{"task_key": "a"}]}]}
	_prod({"task": [task]}, {}) == _none
}
