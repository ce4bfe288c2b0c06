package policies.rules.permissions.passwords_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.passwords as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_permissions", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(authorization, entries, unknown) := _answers({
	"values": {"authorization": authorization, "access_control": entries},
	"unknown": {"access_control": unknown},
})

_address := "databricks_permissions.x"

_not_known := "Who may log in with a password is not known yet; wanted are admins alone"

test_others if {
	_of("passwords", [{"group_name": "users", "permission_level": "CAN_USE"}], []) == given.denied(
		_address,
		"access_control[0].group_name",
		`"users" may log in with a password, past single sign-on; wanted are admins alone`,
	)
	_of("passwords", [{"user_name": "admins", "permission_level": "CAN_USE"}], []) == given.denied(
		_address,
		"access_control[0].user_name",
		`"admins" may log in with a password, past single sign-on; wanted are admins alone`,
	)
}

test_admins if _of("passwords", [{"group_name": "Admins", "permission_level": "CAN_USE"}], []) == given.passes(_address)

test_tokens if {
	_of("tokens", [{"group_name": "users", "permission_level": "CAN_USE"}], []) == given.nothing
	_of("tokens", [], true) == given.nothing
}

test_not_known_yet if {
	_of("passwords", [{"permission_level": "CAN_USE"}], [{"group_name": true}]) == given.undecided(_address, "access_control[0]", _not_known)
	_of("passwords", [], true) == given.undecided(_address, "access_control", _not_known)
	fields := {"values": {"access_control": [{"group_name": "etl", "permission_level": "CAN_USE"}]}, "unknown": {"authorization": true}}
	_answers(fields) == given.undecided(
		_address,
		"access_control[0]",
		`What "etl" may use here is not known yet; passwords are for admins alone`,
	)
	_answers({"unknown": {"authorization": true, "access_control": true}}) == given.undecided(_address, "access_control", _not_known)
}

test_other_objects if {
	_answers({"values": {"job_id": "12", "access_control": [{"group_name": "users", "permission_level": "CAN_VIEW"}]}}) == given.nothing
}

test_permissions_that_go_away if _answers({"action": "delete", "before": {"authorization": "passwords"}}) == given.nothing
