package policies.rules.permissions.names_admins_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.names_admins as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_permissions", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(entries, unknown) := _answers({"values": {"job_id": "12", "access_control": entries}, "unknown": unknown})

_address := "databricks_permissions.x"

_not_known := "Which group has a right on job 12 is not known yet; the provider refuses admins"

test_admins if {
	_job([{"group_name": "Admins", "permission_level": "CAN_MANAGE"}], {}) == given.denied(
		_address,
		"access_control[0].group_name",
		"job 12 names the group Admins, whose rights nobody can change; the provider refuses that",
	)
}

test_others if {
	_job([{"group_name": "platform-admins", "permission_level": "CAN_MANAGE"}], {}) == given.passes(_address)
	_job([{"user_name": "admins", "permission_level": "CAN_MANAGE"}], {}) == given.passes(_address)
}

test_passwords if {
	entries := [{"group_name": "admins", "permission_level": "CAN_USE"}]
	_answers({"values": {"authorization": "passwords", "access_control": entries}}) == given.passes(_address)
	_answers({"values": {"authorization": "tokens", "access_control": entries}}) == given.denied(
		_address,
		"access_control[0].group_name",
		"authorization tokens names the group admins, whose rights nobody can change; the provider refuses that",
	)
	_answers({"values": {"access_control": entries}, "unknown": {"authorization": true}}) == given.undecided(
		_address,
		"access_control[0]",
		"What this names the group admins for is not known yet; only for passwords its rights can be changed",
	)
	others := [{"group_name": "etl", "permission_level": "CAN_USE"}, {"user_name": "admins", "permission_level": "CAN_USE"}]
	_answers({"values": {"access_control": others}, "unknown": {"authorization": true}}) == given.passes(_address)
}

test_not_known_yet if {
	_job([{"permission_level": "CAN_VIEW"}], {"access_control": [{"group_name": true}]}) == given.undecided(_address, "access_control[0]", _not_known)
	_job([{}], {"access_control": [true]}) == given.undecided(_address, "access_control[0]", _not_known)
	_job([{"permission_level": "CAN_VIEW"}], {"access_control": [{"user_name": true}]}) == given.passes(_address)
}

test_permissions_that_go_away if _answers({"action": "delete"}) == given.nothing
