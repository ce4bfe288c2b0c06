package policies.rules.permissions.everyone_manages_test

import data.policies.rules.permissions.everyone_manages as policy

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

_dev(entries, unknown) := _answers({"dev"}, _of(entries, unknown))

_message(name, level) := sprintf(`"%s", which is everyone, holds %s on job 12; only named groups may hold CAN_MANAGE`, [name, level])

_not_known := "Who holds which level on job 12 is not known yet; not everyone may hold CAN_MANAGE"

test_everyone if {
	_dev([_group("users", "CAN_MANAGE")], []) == _denied("access_control[0].permission_level", _message("users", "CAN_MANAGE"))
	_dev([_group("admins", "CAN_MANAGE"), _group("Account Users", "IS_OWNER")], []) == _denied(
		"access_control[1].permission_level",
		_message("Account Users", "IS_OWNER"),
	)
}

test_lower_levels_and_other_groups if {
	_dev([_group("users", "CAN_MANAGE_RUN"), _group("admins", "CAN_MANAGE")], []) == _passes
	_dev([{"user_name": "users", "permission_level": "CAN_MANAGE"}], []) == _passes
}

test_not_known_yet if {
	_dev([{"permission_level": "CAN_MANAGE"}], [{"group_name": true}]) == _undecided("access_control[0]", _not_known)
	_dev([{"group_name": "users"}], [{"permission_level": true}]) == _undecided("access_control[0]", _not_known)
	_dev([_group("users", "(sensitive value 3f9a12ab)")], []) == _undecided("access_control[0]", _not_known)
	_dev([{}], [true]) == _undecided("access_control[0]", _not_known)
	_dev([{"permission_level": "CAN_VIEW"}], [{"group_name": true}]) == _passes
	_dev([{"group_name": "admins"}], [{"permission_level": true}]) == _passes
	_dev([{"permission_level": "CAN_MANAGE"}], [{"user_name": true}]) == _passes
	_dev([], true) == _undecided("access_control", "Who has permissions on job 12 is not known yet; not everyone may hold CAN_MANAGE")
}

test_an_object_of_the_same_plan if {
	entries := {"values": {"access_control": [_group("users", "CAN_MANAGE")]}, "unknown": {"experiment_id": true}}
	linked := object.union(entries, {"links": {"experiment_id": ["databricks_mlflow_experiment.e"]}})
	_answers({"dev"}, linked) == _denied(
		"access_control[0].permission_level",
		`"users", which is everyone, holds CAN_MANAGE on databricks_mlflow_experiment.e; only named groups may hold CAN_MANAGE`,
	)
	_answers({"dev"}, {"values": {"access_control": [_group("users", "CAN_MANAGE")]}}) == _denied(
		"access_control[0].permission_level",
		`"users", which is everyone, holds CAN_MANAGE on its object; only named groups may hold CAN_MANAGE`,
	)
}

test_permissions_that_go_away if {
	_answers({"dev"}, {"action": "delete", "before": {"access_control": [_group("users", "CAN_MANAGE")]}}) == _nothing
}
