package policies.rules.experiments.only_read_for_users_test

import data.policies.rules.experiments.only_read_for_users as policy

_default := {"allowed": [{"group_name": "users", "permission_level": "CAN_READ"}], "deployer": ""}

_answers(fields, parameters) := answers if {
	permissions := object.union(
		{
			"address": "databricks_permissions.p", "type": "databricks_permissions", "name": "p",
			"mode": "managed", "action": "no-op",
		},
		fields,
	)
	document := {"resources": {"databricks_permissions": {"databricks_permissions.p": permissions}}}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-EXP-001": object.union(_default, parameters)}
}

_of(fields) := _answers(fields, {})

_on_experiment(blocks) := {"values": {"experiment_id": "290", "access_control": blocks}}

_planned(blocks, unknown) := {
	"action": "create",
	"values": {"access_control": blocks},
	"unknown": {"experiment_id": true, "id": true, "access_control": unknown},
	"links": {"experiment_id": ["databricks_mlflow_experiment.e"]},
}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_permissions.p"}}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_denies(path, message) := {
	"deny": {{"address": "databricks_permissions.p", "path": path, "message": message}},
	"undecided": set(),
	"checked": {"databricks_permissions.p"},
}

_doubts(path, message) := {
	"deny": set(),
	"undecided": {{"address": "databricks_permissions.p", "path": path, "message": message}},
	"checked": {"databricks_permissions.p"},
}

_read := {"group_name": "users", "user_name": "", "service_principal_name": "", "permission_level": "CAN_READ"}

test_read_for_users if {
	_of(_on_experiment([_read])) == _passes
	_of(_on_experiment([{"group_name": "Users", "permission_level": "CAN_READ"}])) == _passes
}

test_an_experiment_of_the_same_plan if {
	_of(_planned([_read], [false])) == _passes
}

test_another_level_for_users if {
	_of(_on_experiment([{"group_name": "users", "permission_level": "CAN_MANAGE"}])) == _denies(
		"access_control[0].permission_level",
		`group "users" has CAN_MANAGE on an experiment; allowed is only CAN_READ for "users"`,
	)
}

test_another_level_on_an_experiment_of_the_same_plan if {
	_of(_planned([{"group_name": "users", "permission_level": "CAN_EDIT"}], [false])) == _denies(
		"access_control[0].permission_level",
		`group "users" has CAN_EDIT on an experiment; allowed is only CAN_READ for "users"`,
	)
}

test_another_group_beside_the_right_one if {
	_of(_on_experiment([_read, {"group_name": "ml-interns", "permission_level": "CAN_READ"}])) == _denies(
		"access_control[1].group_name",
		`group "ml-interns" has CAN_READ on an experiment; allowed is only CAN_READ for "users"`,
	)
}

test_a_user_of_the_name_of_the_group if {
	_of(_on_experiment([{"user_name": "users", "permission_level": "CAN_READ"}])) == _denies(
		"access_control[0].user_name",
		`user "users" has CAN_READ on an experiment; allowed is only CAN_READ for "users"`,
	)
}

test_the_deployer_may_do_anything if {
	user := [_read, {"user_name": "Deploy@example.com", "permission_level": "CAN_MANAGE"}]
	_answers(_on_experiment(user), {"deployer": "deploy@example.com"}) == _passes
	principal := [{"service_principal_name": "7c1f0a4e", "permission_level": "CAN_MANAGE"}]
	_answers(_on_experiment(principal), {"deployer": "7c1f0a4e"}) == _passes
	unknown := _planned([{"service_principal_name": "7c1f0a4e"}], [{"permission_level": true}])
	_answers(unknown, {"deployer": "7c1f0a4e"}) == _passes
}

test_a_group_is_no_deployer if {
	_answers(_on_experiment([{"group_name": "deploy", "permission_level": "CAN_MANAGE"}]), {"deployer": "deploy"}) == _denies(
		"access_control[0].group_name",
		`group "deploy" has CAN_MANAGE on an experiment; allowed is only CAN_READ for "users", any level for "deploy"`,
	)
}

test_service_principals_are_not_allowed_otherwise if {
	_of(_on_experiment([{"service_principal_name": "7c1f0a4e", "permission_level": "CAN_MANAGE"}])) == _denies(
		"access_control[0].service_principal_name",
		`service principal "7c1f0a4e" has CAN_MANAGE on an experiment; allowed is only CAN_READ for "users"`,
	)
}

test_others_by_parameter if {
	allowed := [{"group_name": "ml-ops", "permission_level": "CAN_EDIT"}, {"user_name": "a@example.com", "permission_level": "CAN_READ"}]
	right := [{"group_name": "ml-ops", "permission_level": "CAN_EDIT"}, {"user_name": "a@example.com", "permission_level": "CAN_READ"}]
	_answers(_on_experiment(right), {"allowed": allowed}) == _passes
	_answers(_on_experiment([{"group_name": "users", "permission_level": "CAN_READ"}]), {"allowed": allowed}) == _denies(
		"access_control[0].group_name",
		`group "users" has CAN_READ on an experiment; allowed is only CAN_EDIT for "ml-ops", CAN_READ for "a@example.com"`,
	)
}

test_an_unknown_name if {
	_of(_planned([{"permission_level": "CAN_READ"}], [{"group_name": true}])) == _doubts(
		"access_control[0].group_name",
		`Not known yet who has which level on an experiment: a group that is not known has CAN_READ; allowed is only CAN_READ for "users"`,
	)
}

test_a_masked_name if {
	_of(_on_experiment([{"group_name": "(sensitive value 3f9a12ab)", "permission_level": "CAN_READ"}])) == _doubts(
		"access_control[0].group_name",
		`Not known yet who has which level on an experiment: group "(sensitive value 3f9a12ab)" has CAN_READ; allowed is only CAN_READ for "users"`,
	)
}

test_nobody_may_manage_whoever_it_is if {
	_of(_planned([{"permission_level": "CAN_MANAGE"}], [{"group_name": true}])) == _denies(
		"access_control[0].group_name",
		`a group that is not known has CAN_MANAGE on an experiment; allowed is only CAN_READ for "users"`,
	)
	_of(_planned([{"permission_level": "CAN_READ"}], [{"user_name": true}])) == _denies(
		"access_control[0].user_name",
		`a user that is not known has CAN_READ on an experiment; allowed is only CAN_READ for "users"`,
	)
}

test_an_unknown_service_principal_may_be_the_deployer if {
	unknown := _planned([{"permission_level": "CAN_MANAGE"}], [{"service_principal_name": true}])
	_answers(unknown, {"deployer": "7c1f0a4e"}) == _doubts(
		"access_control[0].service_principal_name",
		concat("", [
			"Not known yet who has which level on an experiment: a service principal that is not known has CAN_MANAGE; ",
			`allowed is only CAN_READ for "users", any level for "7c1f0a4e"`,
		]),
	)
}

test_an_unknown_level if {
	_of(_planned([{"group_name": "users"}], [{"permission_level": true}])) == _doubts(
		"access_control[0].permission_level",
		`Not known yet who has which level on an experiment: group "users" has a level that is not known; allowed is only CAN_READ for "users"`,
	)
	_of(_planned([{"group_name": "ml-interns"}], [{"permission_level": true}])) == _denies(
		"access_control[0].group_name",
		`group "ml-interns" has a level that is not known on an experiment; allowed is only CAN_READ for "users"`,
	)
}

test_an_unknown_entry if {
	_of(_planned([{}], [true])) == _doubts(
		"access_control[0]",
		`Not known yet who has which level on an experiment: a principal that is not known has a level that is not known; allowed is only CAN_READ for "users"`,
	)
}

test_unknown_entries if {
	_of({"action": "create", "values": {}, "unknown": {"experiment_id": true, "access_control": true}}) == _doubts(
		"access_control",
		`The permissions on this experiment are not known yet; allowed is only CAN_READ for "users"`,
	)
}

test_other_objects_are_not_looked_at if {
	blocks := [{"group_name": "ml-interns", "permission_level": "CAN_MANAGE"}]
	_of({"values": {"job_id": "12", "experiment_id": "", "access_control": blocks}}) == _nothing
}

test_permissions_that_go_away if {
	_of({"action": "delete", "values": {}, "before": {"experiment_id": "290"}}) == _nothing
}
