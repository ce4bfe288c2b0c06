package policies.rules.permissions.removed_test

import data.policies.rules.permissions.removed as policy

_resource(type, name, fields) := object.union(
	{
		"address": sprintf("%s.%s", [type, name]),
		"type": type, "name": name, "mode": "managed", "action": "no-op", "values": {},
	},
	fields,
)

_answers_of(kind, permissions, others) := answers if {
	document := {
		"document": {"kind": kind, "file": "plan.json"},
		"resources": object.union(others, {"databricks_permissions": {resource.address: resource |
			some name, fields in permissions
			resource := _resource("databricks_permissions", name, fields)
		}}),
	}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_answers(permissions, others) := _answers_of("plan", permissions, others)

_deleted(before) := {"old": {"action": "delete", "before": before}}

_job(fields) := {"databricks_job": {"databricks_job.j": _resource("databricks_job", "j", fields)}}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_permissions.old"}}

_result(message) := {"address": "databricks_permissions.old", "path": "", "message": message}

_stays(object_name) := object.union(_passes, {"deny": {_result(sprintf(
	"The plan deletes the permissions of %s, which stays: it falls back to its creator and to what it inherits",
	[object_name],
))}})

test_the_object_stays if {
	_answers(_deleted({"job_id": "12", "experiment_id": ""}), {}) == _stays("job 12")
	_answers(_deleted({"job_id": "12"}), _job({"values": {"id": "12"}})) == _stays("job 12")
	_answers(_deleted({"job_id": "12"}), _job({"action": "replace", "before": {"id": "12"}})) == _stays("job 12")
	_answers(_deleted({"job_id": "12"}), _job({"action": "forget", "before": {"id": "12"}})) == _stays("job 12")
	_answers(_deleted({"job_id": "12"}), _job({"action": "delete", "before": {"id": "13"}})) == _stays("job 12")
	_answers(_deleted({"authorization": "tokens"}), {}) == _stays("authorization tokens")
}

test_a_deposed_object_is_not_the_object if {
	_answers(_deleted({"job_id": "12"}), _job({"action": "delete", "deposed": "00000001", "before": {"id": "12"}})) == _stays("job 12")
}

test_the_object_goes_too if {
	_answers(_deleted({"job_id": "12"}), _job({"action": "delete", "before": {"id": "12"}})) == _passes
	directory := {"databricks_directory": {"databricks_directory.d": _resource("databricks_directory", "d", {
		"action": "delete", "before": {"path": "/a", "object_id": 77},
	})}}
	_answers(_deleted({"directory_id": "77"}), directory) == _passes
	_answers(_deleted({"directory_path": "/a"}), directory) == _passes
}

test_others_take_over if {
	expected := {
		"deny": set(),
		"undecided": {_result("The plan deletes these permissions of job 12 and another databricks_permissions takes over; whether they last depends on which runs last, so write a `moved` block")},
		"checked": {"databricks_permissions.old", "databricks_permissions.new"},
	}
	_answers(object.union(_deleted({"job_id": "12"}), {"new": {"action": "create", "values": {"job_id": "12"}}}), {}) == expected
	_answers(
		object.union(_deleted({"job_id": "12"}), {"new": {
			"action": "create",
			"unknown": {"job_id": true},
			"links": {"job_id": ["databricks_job.j"]},
		}}),
		_job({"values": {"id": "12"}}),
	) == expected
}

test_others_are_for_another_object if {
	answer := _answers(object.union(_deleted({"job_id": "12"}), {"new": {"action": "create", "values": {"job_id": "13"}}}), {})
	answer.deny == _stays("job 12").deny
	answer.undecided == set()
}

test_which_object_is_not_shown if {
	message := "The plan deletes these permissions, and it does not show whether their object stays"
	_answers(_deleted({}), {}) == object.union(_passes, {"undecided": {_result(message)}})
	_answers(_deleted({"knowledge_assistant_id": "1"}), {}) == object.union(_passes, {"undecided": {_result(message)}})
}

test_what_is_not_deleted if {
	every action in ["create", "update", "replace", "no-op", "forget"] {
		_answers({"old": {"action": action, "values": {"job_id": "12"}, "before": {"job_id": "12"}}}, {}) == _passes
	}
}

test_a_deposed_object_of_the_permissions if {
	_answers({"old": {"action": "delete", "deposed": "00000001", "before": {"job_id": "12"}}}, {}) == _passes
}

test_only_plans_remove if {
	_answers_of("bundle", _deleted({"job_id": "12"}), {}) == _stays("job 12")
	_answers_of("state", {"old": {"values": {"job_id": "12"}}}, {}) == _nothing
	_answers_of("configuration", {"old": {"values": {"job_id": "12"}}}, {}) == _nothing
	_answers({}, {}) == _nothing
}

test_data_sources_are_not_looked_at if {
	_answers({"old": {"mode": "data", "action": "read"}}, {}) == _nothing
}
