package policies.rules.jobs.cluster_not_allowed_test

import data.policies.rules.jobs.cluster_not_allowed as policy

_answers_for(allowed, target, fields) := answers if {
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
		with data.tfcheck.parameters as {"DBX-JOB-026": {"allowed_clusters": allowed}}
}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_job.j"}}

_denied(path, message) := object.union(_passes, {"deny": {_result(path, message)}})

_undecided(path, message) := object.union(_passes, {"undecided": {_result(path, message)}})

_result(path, message) := {"address": "databricks_job.j", "path": path, "message": message}

_answers(target, fields) := _answers_for(["0415-2", "0415-1"], target, fields)

_job(values, unknown) := _answers({"dev"}, {"values": object.union({"name": "etl"}, values), "unknown": unknown})

test_allowed if {
	_job({"task": [{"task_key": "a", "existing_cluster_id": "0415-1"}]}, {}) == _passes
}

test_not_allowed if {
	_job({"task": [{"task_key": "a", "existing_cluster_id": "0415-9"}]}, {}) == _denied(
		"task[0].existing_cluster_id",
		`Task "a" of job "etl" runs on the all-purpose cluster "0415-9"; allowed are 0415-1, 0415-2`,
	)
	_job({"existing_cluster_id": "0415-9"}, {}) == _denied(
		"existing_cluster_id",
		`Job "etl" runs on the all-purpose cluster "0415-9"; allowed are 0415-1, 0415-2`,
	)
	nested := {"task": [{"task_key": "e", "for_each_task": [{"task": [{"task_key": "a", "existing_cluster_id": "0415-9"}]}]}]}
	_job(nested, {}) == _denied(
		"task[0].for_each_task[0].task[0].existing_cluster_id",
		`Task "a" of job "etl" runs on the all-purpose cluster "0415-9"; allowed are 0415-1, 0415-2`,
	)
}

test_not_known_yet if {
	message := `Task "a" of job "etl": on which cluster it runs is not known yet; allowed are 0415-1, 0415-2`
	_job({"task": [{"task_key": "a"}]}, {"task": [{"existing_cluster_id": true}]}) == _undecided("task[0].existing_cluster_id", message)
	_job({"task": [{"task_key": "a", "existing_cluster_id": "(sensitive value 3f9a12ab)"}]}, {}) == _undecided("task[0].existing_cluster_id", message)
	_job({}, {"task": true}) == _undecided("task", `task of job "etl": on which cluster it runs is not known yet; allowed are 0415-1, 0415-2`)
}

test_no_all_purpose_cluster if {
	_job({"task": [{"task_key": "a", "job_cluster_key": "main", "existing_cluster_id": ""}]}, {}) == _nothing
}

test_no_list if {
	_answers_for([], {"prod"}, {"values": {"task": [{"task_key": "a", "existing_cluster_id": "0415-9"}]}}) == _nothing
	_answers_for([], {"prod"}, {"values": {}, "unknown": {"task": true}}) == _nothing
}

test_a_job_that_goes_away if _answers({"prod"}, {"action": "delete", "values": {}}) == _nothing

test_a_single_allowed_cluster if {
	fields := {"values": {"name": "etl", "existing_cluster_id": "0415-9"}}
	_answers_for(["0415-1"], {"dev"}, fields) == _denied(
		"existing_cluster_id",
		`Job "etl" runs on the all-purpose cluster "0415-9"; allowed are 0415-1`,
	)
}
