package policies.rules.jobs.runs_as_a_person_test

import data.policies.rules.jobs.runs_as_a_person as policy

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

_person := `Job "etl" runs as the person "bob@example.com"; in production a job runs as a service principal`

_not_known := `Whom job "etl" runs as is not known yet; in production a job runs as a service principal`

_not_said := `Job "etl" does not say whom it runs as, so it may run as the person who creates it; in production a job runs as a service principal`

test_a_person if {
	_prod({"run_as": [{"user_name": "bob@example.com"}]}, {}) == _denied("run_as[0].user_name", _person)
	_prod({"run_as": [{"user_name": "bob@example.com", "service_principal_name": ""}]}, {"id": true}) == _denied("run_as[0].user_name", _person)
}

test_a_service_principal_or_group if {
	_prod({"run_as": [{"service_principal_name": "7c1f0a4e", "user_name": ""}]}, {}) == _passes
	_prod({"run_as": [{}]}, {"run_as": [{"service_principal_name": true}]}) == _passes
	_prod({"run_as": [{"group_name": "jobs"}]}, {}) == _passes
	_prod({"run_as": [{}]}, {"run_as": [{"group_name": true}]}) == _passes
}

test_a_user_name_that_is_no_address if {
	_prod({"run_as": [{"user_name": "7c1f0a4e-1111-4222-8333-444455556666"}]}, {}) == _passes
}

test_nobody_says_who if {
	_prod({}, {}) == _undecided("run_as", _not_said)
	_prod({"run_as": []}, {}) == _undecided("run_as", _not_said)
}

test_not_known_yet if {
	_prod({"run_as": [{}]}, {"run_as": [{"user_name": true}]}) == _undecided("run_as[0]", _not_known)
	_prod({"run_as": [{"user_name": "(sensitive value 3f9a12ab)"}]}, {}) == _undecided("run_as[0]", _not_known)
	_prod({"run_as": [{}]}, {"run_as": [true]}) == _undecided("run_as[0]", _not_known)
	_prod({"run_as": [{"user_name": ""}]}, {}) == _undecided("run_as[0]", _not_known)
	_prod({}, {"run_as": true}) == _undecided("run_as", _not_known)
	_answers({"prod"}, {"values": {"name": "etl"}, "unknown": true}) == _undecided("run_as", _not_known)
}

test_other_targets if {
	_answers({"dev"}, {"values": {"run_as": [{"user_name": "bob@example.com"}]}}) == _nothing
	_answers({"dev"}, {"values": {}}) == _nothing
}

test_a_target_that_nobody_knows if {
	_answers(set(), {"values": {"name": "etl", "run_as": [{"user_name": "bob@example.com"}]}}) == _undecided(
		"run_as[0].user_name",
		sprintf("%s (nothing says whether this is production)", [_person]),
	)
}

test_a_job_that_goes_away if _answers({"prod"}, {"action": "delete", "values": {}}) == _nothing

test_no_jobs if {
policy.deny | policy.undecided | policy.checked == set() with input as {"document": {"target": "prod"}, "resources": {}}}
