package policies.rules.jobs.without_run_as_test

import data.policies.rules.jobs.without_run_as as policy

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

_prod(fields) := _answers({"prod"}, fields)

_message := `Job "etl" has no run_as, so it runs as whoever creates it; write down the service principal that it is to run as`

test_none if {
	_prod({"values": {"name": "etl"}}) == _denied("run_as", _message)
	_prod({"values": {"name": "etl", "run_as": []}}) == _denied("run_as", _message)
}

test_some if {
	_prod({"values": {"run_as": [{"user_name": "bob@example.com"}]}}) == _passes
	_prod({"values": {"run_as": [{}]}, "unknown": {"run_as": [{"service_principal_name": true}]}}) == _passes
}

test_not_known_yet if {
	_prod({"values": {"name": "etl"}, "unknown": {"run_as": true}}) == _undecided("run_as", `Whether job "etl" has a run_as is not known yet`)
	_prod({"values": {"name": "etl"}, "unknown": true}) == _undecided("run_as", `Whether job "etl" has a run_as is not known yet`)
}

test_other_targets if _answers({"dev"}, {"values": {"name": "etl"}}) == _nothing

test_a_target_that_nobody_knows if {
	_answers(set(), {"values": {"name": "etl"}}) == _undecided("run_as", sprintf("%s (nothing says whether this is production)", [_message]))
}

test_a_job_that_goes_away if _prod({"action": "delete", "values": {}}) == _nothing

_of_kind(kind) := answers if {
	answers := [policy.deny, policy.undecided, policy.checked] with input as {
		"document": {"kind": kind, "target": "prod"},
		"resources": {"databricks_job": {"databricks_job.j": {
			"address": "databricks_job.j", "type": "databricks_job", "name": "j",
			"mode": "managed", "action": "no-op", "values": {"name": "etl"},
		}}},
	}
}

test_a_state_does_not_show_what_was_written if {
	_of_kind("state") == [set(), set(), set()]
	every kind in ["plan", "configuration", "bundle"] {
		_of_kind(kind) == [{_result("run_as", _message)}, set(), {"databricks_job.j"}]
	}
}
