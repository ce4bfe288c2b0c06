package policies.rules.permissions.widened_test

import data.policies.rules.permissions.widened as policy

_of(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_resource(type, fields) := object.union(
	{"address": sprintf("%s.x", [type]), "type": type, "name": "x", "mode": "managed", "action": "update"},
	fields,
)

_plan(resource) := {
	"document": {"kind": "plan", "file": "plan.json"},
	"resources": {resource.type: {resource.address: resource}},
}

_permissions(before, after) := _plan(_resource("databricks_permissions", {
	"before": {"job_id": "12", "access_control": before},
	"values": {"job_id": "12", "access_control": after},
}))

_grants(before, after) := _plan(_resource("databricks_grants", {
	"before": {"schema": "prod.s", "grant": before},
	"values": {"schema": "prod.s", "grant": after},
}))

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes(address) := {"deny": set(), "undecided": set(), "checked": {address}}

_denies(address, path, message) := {
	"deny": {{"address": address, "path": path, "message": message}},
	"undecided": set(),
	"checked": {address},
}

_doubts(address, path, message) := {
	"deny": set(),
	"undecided": {{"address": address, "path": path, "message": message}},
	"checked": {address},
}

_x := "databricks_permissions.x"

_level := "access_control[0].permission_level"

_group(name, level) := {"group_name": name, "permission_level": level}

_user(name, level) := {"user_name": name, "permission_level": level}

test_a_stronger_level if {
	_of(_permissions([_group("users", "CAN_READ")], [_group("users", "CAN_MANAGE")])) == _denies(
		_x, _level,
		`group "users" gets CAN_MANAGE (before: CAN_READ); a wider permission needs approval`,
	)
}

test_a_weaker_or_equal_level if {
	_of(_permissions([_group("users", "CAN_MANAGE")], [_group("Users", "CAN_VIEW")])) == _passes(_x)
	_of(_permissions([_group("users", "CAN_VIEW")], [_group("users", "CAN_READ")])) == _passes(_x)
	_of(_permissions([_group("a", "CAN_VIEW"), _group("b", "CAN_VIEW")], [_group("a", "CAN_VIEW")])) == _passes(_x)
	_of(_permissions([_group("a", "NEW_LEVEL")], [_group("a", "NEW_LEVEL")])) == _passes(_x)
}

test_somebody_new if {
	before := [_group("ml-team", "CAN_VIEW")]
	_of(_permissions(before, [_user("bob@example.com", "CAN_VIEW"), _group("ml-team", "CAN_VIEW")])) == _denies(
		_x, _level,
		`user "bob@example.com" gets CAN_VIEW (before: nothing); a wider permission needs approval`,
	)
}

test_everybody_had_it if {
	_of(_permissions([_group("users", "CAN_VIEW")], [_user("bob@example.com", "CAN_VIEW")])) == _passes(_x)
	_of(_permissions([_group("users", "CAN_VIEW")], [_user("bob@example.com", "CAN_MANAGE")])) == _denies(
		_x, _level,
		`user "bob@example.com" gets CAN_MANAGE (before: nothing); a wider permission needs approval`,
	)
	_of(_permissions([_user("users", "CAN_VIEW")], [_group("b", "CAN_VIEW")])) == _denies(
		_x, _level,
		`group "b" gets CAN_VIEW (before: nothing); a wider permission needs approval`,
	)
}

test_a_service_principal_is_not_the_group_of_that_name if {
	after := [{"service_principal_name": "ml-team", "permission_level": "CAN_VIEW"}]
	_of(_permissions([_group("ml-team", "CAN_VIEW")], after)) == _denies(
		_x, _level,
		`service principal "ml-team" gets CAN_VIEW (before: nothing); a wider permission needs approval`,
	)
}

test_ownership_is_more_than_management if {
	_of(_permissions([_user("bob@example.com", "CAN_MANAGE")], [_user("bob@example.com", "IS_OWNER")])) == _denies(
		_x, _level,
		`user "bob@example.com" gets IS_OWNER (before: CAN_MANAGE); a wider permission needs approval`,
	)
}

test_a_replacement_is_compared_too if {
	resource := _resource("databricks_permissions", {
		"action": "replace",
		"before": {"job_id": "12", "access_control": [_group("users", "CAN_VIEW")]},
		"values": {"access_control": [_group("users", "CAN_MANAGE")]},
		"unknown": {"job_id": true},
	})
	count(_of(_plan(resource)).deny) == 1
}

test_an_unknown_holder_or_level if {
	holder := _resource("databricks_permissions", {
		"before": {"access_control": [_group("ml-team", "CAN_VIEW")]},
		"values": {"access_control": [{"permission_level": "CAN_MANAGE"}]},
		"unknown": {"access_control": [{"group_name": true}]},
	})
	_of(_plan(holder)) == _doubts(_x, _level, "Not known yet whether this widens a permission: a group that is not known gets CAN_MANAGE (before: nothing)")
	level := _resource("databricks_permissions", {
		"before": {"access_control": [_group("ml-team", "CAN_VIEW")]},
		"values": {"access_control": [{"group_name": "ml-team"}]},
		"unknown": {"access_control": [{"permission_level": true}]},
	})
	_of(_plan(level)) == _doubts(_x, _level, `Not known yet whether this widens a permission: group "ml-team" gets a level that is not known (before: CAN_VIEW)`)
}

test_an_unknown_holder_gets_what_everybody_had if {
	resource := _resource("databricks_permissions", {
		"before": {"access_control": [_group("users", "CAN_MANAGE")]},
		"values": {"access_control": [{"permission_level": "CAN_VIEW"}]},
		"unknown": {"access_control": [{"group_name": true}]},
	})
	_of(_plan(resource)) == _passes(_x)
}

test_masked_holders if {
	mask := "(sensitive value 3f9a12ab)"
	_of(_permissions([_group(mask, "CAN_VIEW")], [_group(mask, "CAN_VIEW")])) == _passes(_x)
	_of(_permissions([_group(mask, "CAN_VIEW")], [_group("ml-team", "CAN_MANAGE")])) == _doubts(
		_x, _level,
		`Not known yet whether this widens a permission: group "ml-team" gets CAN_MANAGE (before: nothing)`,
	)
}

test_a_level_without_known_strength if {
	_of(_permissions([_group("ml-team", "NEW_LEVEL")], [_group("ml-team", "CAN_VIEW")])) == _doubts(
		_x, _level,
		`Not known yet whether this widens a permission: group "ml-team" gets CAN_VIEW (before: NEW_LEVEL)`,
	)
	_of(_permissions([_group("ml-team", "CAN_VIEW")], [_group("ml-team", "NEW_LEVEL")])) == _doubts(
		_x, _level,
		`Not known yet whether this widens a permission: group "ml-team" gets NEW_LEVEL (before: CAN_VIEW)`,
	)
}

_missing := "Not known yet whether this widens a permission: one side of the change is missing"

test_nothing_equals_nothing if {
	level := _resource("databricks_permissions", {
		"before": {"access_control": [{"group_name": "ml-team"}]},
		"values": {"access_control": [{"group_name": "ml-team"}]},
		"unknown": {"access_control": [{"permission_level": true}]},
	})
	count(_of(_plan(level)).undecided) == 1
	holder := _resource("databricks_permissions", {
		"before": {"access_control": [{"permission_level": "CAN_VIEW"}]},
		"values": {"access_control": [{"permission_level": "CAN_VIEW"}]},
		"unknown": {"access_control": [true]},
	})
	count(_of(_plan(holder)).undecided) == 1
	principal := _resource("databricks_grants", {
		"before": {"grant": [{"privileges": ["SELECT"]}]},
		"values": {"grant": [{"privileges": ["SELECT"]}]},
		"unknown": {"grant": [{"principal": true}]},
	})
	count(_of(_plan(principal)).undecided) == 1
}

test_everything_that_was_held_is_named if {
	before := [_group("ml-team", "CAN_VIEW"), _group("ml-team", "CAN_RUN")]
	_of(_permissions(before, [_group("ml-team", "CAN_MANAGE")])) == _denies(
		_x, _level,
		`group "ml-team" gets CAN_MANAGE (before: CAN_RUN, CAN_VIEW); a wider permission needs approval`,
	)
	_of(_grants([_grant("ml-team", ["USE_SCHEMA", "SELECT"])], [_grant("ml-team", ["MODIFY", "MANAGE"])])) == _denies(
		_y, "grant[0].privileges",
		`principal "ml-team" gets MANAGE, MODIFY (before: SELECT, USE_SCHEMA); a wider permission needs approval`,
	)
}

test_one_side_is_missing if {
	after := _resource("databricks_permissions", {
		"before": {"access_control": [_group("ml-team", "CAN_VIEW")]},
		"values": {}, "unknown": {"access_control": true},
	})
	_of(_plan(after)) == _doubts(_x, "access_control", _missing)
	before := _resource("databricks_permissions", {"values": {"access_control": [_group("ml-team", "CAN_VIEW")]}})
	_of(_plan(before)) == _doubts(_x, "", _missing)
	blocks := _resource("databricks_grants", {"before": {"grant": []}, "values": {}, "unknown": {"grant": true}})
	_of(_plan(blocks)) == _doubts("databricks_grants.x", "grant", _missing)
}

_y := "databricks_grants.x"

_grant(principal, privileges) := {"principal": principal, "privileges": privileges}

test_another_privilege if {
	_of(_grants([_grant("ml-team", ["SELECT"])], [_grant("ml-team", ["SELECT", "MODIFY"])])) == _denies(
		_y, "grant[0].privileges",
		`principal "ml-team" gets MODIFY (before: SELECT); a wider permission needs approval`,
	)
}

test_another_principal if {
	_of(_grants([_grant("account users", ["EXECUTE"])], [_grant("ml-interns", ["EXECUTE", "ALL_PRIVILEGES"])])) == _denies(
		_y, "grant[0].privileges",
		`principal "ml-interns" gets ALL_PRIVILEGES (before: nothing); a wider permission needs approval`,
	)
}

test_the_same_or_fewer_privileges if {
	_of(_grants([_grant("ml-team", ["SELECT", "MODIFY"])], [_grant("ML-Team", ["select"])])) == _passes(_y)
	_of(_grants([_grant("account users", ["SELECT"])], [_grant("ml-team", ["SELECT"])])) == _passes(_y)
}

test_all_privileges_hold_most if {
	_of(_grants([_grant("ml-team", ["ALL_PRIVILEGES"])], [_grant("ml-team", ["SELECT", "MODIFY"])])) == _passes(_y)
	every privilege in ["MANAGE", "EXTERNAL_USE_SCHEMA", "EXTERNAL_USE_LOCATION"] {
		_of(_grants([_grant("ml-team", ["ALL_PRIVILEGES"])], [_grant("ml-team", [privilege])])) == _denies(
			_y, "grant[0].privileges",
			sprintf(`principal "ml-team" gets %s (before: ALL_PRIVILEGES); a wider permission needs approval`, [privilege]),
		)
	}
}

test_a_single_grant if {
	resource := _resource("databricks_grant", {
		"action": "replace",
		"before": {"schema": "prod.s", "principal": "ml-team", "privileges": ["SELECT"]},
		"values": {"schema": "prod.s", "principal": "bob@example.com", "privileges": ["SELECT"]},
	})
	_of(_plan(resource)) == _denies(
		"databricks_grant.x", "privileges",
		`principal "bob@example.com" gets SELECT (before: nothing); a wider permission needs approval`,
	)
}

_planned_grants(before, after, unknown) := _plan(_resource("databricks_grants", {
	"before": {"grant": before},
	"values": {"grant": after},
	"unknown": {"grant": unknown},
}))

test_unknown_privileges if {
	before := [_grant("ml-team", ["SELECT"])]
	_of(_planned_grants(before, [{"principal": "ml-team"}], [{"privileges": true}])) == _doubts(
		_y, "grant[0].privileges",
		`Not known yet whether this widens a permission: principal "ml-team" gets privileges that are not known (before: SELECT)`,
	)
	_of(_planned_grants(before, [_grant("ml-team", ["MODIFY"])], [{"privileges": [false, true]}])) == _denies(
		_y, "grant[0].privileges",
		`principal "ml-team" gets MODIFY (before: SELECT); a wider permission needs approval`,
	)
}

test_an_unknown_principal if {
	before := [_grant("ml-team", ["SELECT"])]
	_of(_planned_grants(before, [{"privileges": ["SELECT"]}], [{"principal": true}])) == _doubts(
		_y, "grant[0].privileges",
		`Not known yet whether this widens a permission: a principal that is not known gets SELECT (before: nothing)`,
	)
	_of(_planned_grants([_grant("account users", ["SELECT"])], [{"privileges": ["SELECT"]}], [{"principal": true}])) == _passes(_y)
}

test_masks_in_grants if {
	mask := "(sensitive value 3f9a12ab)"
	_of(_grants([_grant(mask, ["SELECT"])], [_grant(mask, ["SELECT"])])) == _passes(_y)
	_of(_grants([_grant(mask, ["SELECT"])], [_grant("ml-team", ["SELECT"])])) == _doubts(
		_y, "grant[0].privileges",
		`Not known yet whether this widens a permission: principal "ml-team" gets SELECT (before: nothing)`,
	)
	_of(_grants([_grant("ml-team", ["SELECT", mask])], [_grant("ml-team", ["MODIFY"])])) == _doubts(
		_y, "grant[0].privileges",
		`Not known yet whether this widens a permission: principal "ml-team" gets MODIFY (before: SELECT)`,
	)
	_of(_grants([_grant("ml-team", ["SELECT", mask])], [_grant("ml-team", ["SELECT", "(sensitive value 11111111)"])])) == _doubts(
		_y, "grant[0].privileges",
		`Not known yet whether this widens a permission: principal "ml-team" gets privileges that are not known (before: SELECT)`,
	)
}

test_what_the_plan_does_not_change if {
	every action in ["no-op", "create"] {
		resource := _resource("databricks_permissions", {
			"action": action,
			"values": {"access_control": [_group("users", "CAN_MANAGE")]},
		})
		answers := _of(_plan(resource))
		answers.deny | answers.undecided == set()
		answers.checked == {address | address := _x; action == "no-op"}
	}
}

test_what_goes_away if {
	_of(_plan(_resource("databricks_grants", {"action": "delete", "values": {}, "before": {"grant": []}}))) == _nothing
}

test_a_state_changes_nothing if {
	resource := _resource("databricks_permissions", {"action": "no-op", "values": {"access_control": [_group("users", "CAN_MANAGE")]}})
	document := {"document": {"kind": "state", "file": "-"}, "resources": {"databricks_permissions": {_x: resource}}}
	_of(document) == _nothing
}

test_a_weaker_level_of_one_who_is_not_everyone if {
	_of(_permissions([_group("ml-team", "CAN_MANAGE")], [_group("ml-team", "CAN_VIEW")])) == _passes(_x)
}

test_resources_of_other_types_are_not_looked_at if {
	_of(_plan(_resource("databricks_job", {"values": {"name": "etl"}}))) == _nothing
}

test_a_service_principal_that_is_not_known if {
	plan := _plan(_resource("databricks_permissions", {
		"before": {"job_id": "12", "access_control": []},
		"values": {"job_id": "12", "access_control": [{"permission_level": "CAN_MANAGE"}]},
		"unknown": {"access_control": [{"service_principal_name": true}]},
	}))
	_of(plan) == _doubts(_x, _level, concat("", [
		"Not known yet whether this widens a permission: ",
		"a service principal that is not known gets CAN_MANAGE (before: nothing)",
	]))
}

test_the_same_in_another_order if {
	unlisted := _group("a", "NEW_LEVEL")
	masked := _group("b", "(sensitive value 3f9a12ab)")
	_of(_permissions([unlisted, masked], [masked, unlisted])) == _passes(_x)
}
