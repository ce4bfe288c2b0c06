package policies.rules.permissions.everyone_edits_test

import data.policies.rules.permissions.everyone_edits as policy

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
		with data.tfcheck.parameters as {"DBX-PRM-003": {"levels": ["CAN_EDIT", "CAN_MANAGE_RUN"]}}
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

_prod(entries, unknown) := _answers({"prod"}, _of(entries, unknown))

_message(name, level) := sprintf(`"%s", which is everyone, holds %s on job 12; in production everyone may hold CAN_READ or CAN_VIEW at most`, [name, level])

_not_known := "Who holds which level on job 12 is not known yet; in production everyone may hold CAN_READ or CAN_VIEW at most"

test_everyone if {
	_prod([_group("users", "CAN_MANAGE_RUN")], []) == _denied("access_control[0].permission_level", _message("users", "CAN_MANAGE_RUN"))
	_prod([_group("admins", "CAN_EDIT"), _group("Account Users", "CAN_EDIT")], []) == _denied(
		"access_control[1].permission_level",
		_message("Account Users", "CAN_EDIT"),
	)
}

test_other_levels_and_groups if {
	_prod([_group("users", "CAN_VIEW"), _group("users", "CAN_MANAGE"), _group("interns", "CAN_EDIT")], []) == _passes
	_prod([{"user_name": "users", "permission_level": "CAN_EDIT"}], []) == _passes
}

test_not_known_yet if {
	_prod([{"permission_level": "CAN_EDIT"}], [{"group_name": true}]) == _undecided("access_control[0]", _not_known)
	_prod([{"group_name": "users"}], [{"permission_level": true}]) == _undecided("access_control[0]", _not_known)
	_prod([_group("(sensitive value 3f9a12ab)", "CAN_EDIT")], []) == _undecided("access_control[0]", _not_known)
	_prod([{}], [true]) == _undecided("access_control[0]", _not_known)
	_prod([{"permission_level": "CAN_VIEW"}], [{"group_name": true}]) == _passes
	_prod([{"group_name": "admins"}], [{"permission_level": true}]) == _passes
	_prod([{"permission_level": "CAN_EDIT"}], [{"user_name": true}]) == _passes
	_prod([], true) == _undecided("access_control", "Who has permissions on job 12 is not known yet; in production everyone may hold CAN_READ or CAN_VIEW at most")
}

test_an_object_that_nothing_names if {
	_answers({"prod"}, {"values": {"access_control": [_group("users", "CAN_EDIT")]}}) == _denied(
		"access_control[0].permission_level",
		`"users", which is everyone, holds CAN_EDIT on its object; in production everyone may hold CAN_READ or CAN_VIEW at most`,
	)
}

test_other_targets if {
	_answers({"dev"}, _of([_group("users", "CAN_EDIT")], [])) == _nothing
	_answers({"dev"}, _of([], true)) == _nothing
}

test_a_target_that_nobody_knows if {
	_answers(set(), _of([_group("users", "CAN_EDIT")], [])) == _undecided(
		"access_control[0].permission_level",
		sprintf("%s (nothing says whether this is production)", [_message("users", "CAN_EDIT")]),
	)
}

test_permissions_that_go_away if {
	_answers({"prod"}, {"action": "delete", "before": {"access_control": [_group("users", "CAN_EDIT")]}}) == _nothing
}
