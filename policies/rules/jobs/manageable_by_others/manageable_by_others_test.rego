package policies.rules.jobs.manageable_by_others_test

import data.policies.rules.jobs.manageable_by_others as policy

_answers(target, fields) := answers if {
	permissions := object.union(
		{
			"address": "databricks_permissions.p", "type": "databricks_permissions", "name": "p",
			"mode": "managed", "action": "create", "values": {},
		},
		fields,
	)
	document := {
		"document": object.union({"kind": "plan", "file": "plan.json"}, {"target": name | some name in target}),
		"resources": {"databricks_permissions": {"databricks_permissions.p": permissions}},
	}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-JOB-005": {"admin_groups": ["ML-Admins", "users"]}}
}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_permissions.p"}}

_denied(path, message) := object.union(_passes, {"deny": {_result(path, message)}})

_undecided(path, message) := object.union(_passes, {"undecided": {_result(path, message)}})

_result(path, message) := {"address": "databricks_permissions.p", "path": path, "message": message}

_of(entries, unknown) := {
	"values": {"job_id": "12", "access_control": entries},
	"unknown": {"access_control": unknown},
}

_group(name, level) := {"group_name": name, "permission_level": level, "user_name": "", "service_principal_name": ""}

_job(entries, unknown) := _answers({"dev"}, _of(entries, unknown))

_message(name) := sprintf(`"%s" holds CAN_MANAGE on job 12; only ML-Admins, admins, users may, others hold CAN_MANAGE_RUN or CAN_VIEW`, [name])

_not_known := "Who holds which level on job 12 is not known yet; only ML-Admins, admins, users may hold CAN_MANAGE"

test_other_groups if {
	_job([_group("interns", "CAN_MANAGE")], []) == _denied("access_control[0].permission_level", _message("interns"))
	_job([_group("admins", "CAN_MANAGE"), _group("interns", "CAN_MANAGE")], []) == _denied("access_control[1].permission_level", _message("interns"))
}

test_everyone_whatever_the_list_says if {
	_job([_group("users", "CAN_MANAGE")], []) == _denied("access_control[0].permission_level", _message("users"))
	_job([_group("Account Users", "CAN_MANAGE")], []) == _denied("access_control[0].permission_level", _message("Account Users"))
}

test_administrators if {
	_job([_group("ml-admins", "CAN_MANAGE"), _group("admins", "CAN_MANAGE")], []) == _passes
}

test_lower_levels if {
	_job([_group("users", "CAN_MANAGE_RUN"), _group("interns", "CAN_VIEW"), _group("interns", "IS_OWNER")], []) == _passes
}

test_people_and_service_principals if {
	_job([{"user_name": "bob@example.com", "permission_level": "CAN_MANAGE"}, {"service_principal_name": "7c1f", "permission_level": "CAN_MANAGE"}], []) == _passes
	_job([{"permission_level": "CAN_MANAGE"}], [{"user_name": true}]) == _passes
}

test_not_known_yet if {
	_job([{"permission_level": "CAN_MANAGE"}], [{"group_name": true}]) == _undecided("access_control[0]", _not_known)
	_job([{"group_name": "interns"}], [{"permission_level": true}]) == _undecided("access_control[0]", _not_known)
	_job([{}], [true]) == _undecided("access_control[0]", _not_known)
	_job([_group("(sensitive value 3f9a12ab)", "CAN_MANAGE")], []) == _undecided("access_control[0]", _not_known)
	_job([{"permission_level": "CAN_VIEW"}], [{"group_name": true}]) == _passes
	_job([{"group_name": "ml-admins"}], [{"permission_level": true}]) == _passes
	_job([], true) == _undecided("access_control", "Who has permissions on job 12 is not known yet; only ML-Admins, admins, users may hold CAN_MANAGE")
}

test_a_job_of_the_same_plan if {
	_answers({"prod"}, {
		"values": {"access_control": [_group("interns", "CAN_MANAGE")]},
		"unknown": {"job_id": true},
		"links": {"job_id": ["databricks_job.j"]},
	}) == _denied(
		"access_control[0].permission_level",
		`"interns" holds CAN_MANAGE on databricks_job.j; only ML-Admins, admins, users may, others hold CAN_MANAGE_RUN or CAN_VIEW`,
	)
}

test_other_objects if {
	_answers({"prod"}, {"values": {"job_id": "", "cluster_id": "1", "access_control": [_group("interns", "CAN_MANAGE")]}}) == _nothing
}

test_permissions_that_go_away if {
	_answers({"prod"}, {"action": "delete", "before": {"job_id": "12", "access_control": [_group("interns", "CAN_MANAGE")]}}) == _nothing
}
