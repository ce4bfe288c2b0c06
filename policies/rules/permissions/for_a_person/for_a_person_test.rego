package policies.rules.permissions.for_a_person_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.for_a_person as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_permissions", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(entries, unknown) := _answers({"values": {"job_id": "12", "access_control": entries}, "unknown": unknown})

_address := "databricks_permissions.x"

_not_known := "Who has a right on job 12 is not known yet; wanted is a group or a service principal"

test_a_person if {
	_job([{"user_name": "bob@example.com", "group_name": "", "permission_level": "CAN_VIEW"}], {}) == given.denied(
		_address,
		"access_control[0].user_name",
		"The person bob@example.com has a right of their own on job 12; wanted is a group or a service principal",
	)
}

test_groups_and_service_principals if {
	_job([{"group_name": "etl@example.com", "permission_level": "CAN_VIEW"}], {}) == given.passes(_address)
	_job([{"service_principal_name": "7c1f0a4e", "permission_level": "CAN_VIEW"}], {}) == given.passes(_address)
	_job([{"user_name": "7c1f0a4e", "permission_level": "CAN_VIEW"}], {}) == given.passes(_address)
}

test_the_owner_of_a_job if {
	_job([{"user_name": "bob@example.com", "permission_level": "IS_OWNER"}], {}) == given.passes(_address)
	owner := [{"user_name": "bob@example.com", "permission_level": "IS_OWNER"}]
	_answers({"values": {"sql_endpoint_id": "9", "access_control": owner}}) == given.denied(
		_address,
		"access_control[0].user_name",
		"The person bob@example.com has a right of their own on sql endpoint 9; wanted is a group or a service principal",
	)
}

test_not_known_yet if {
	_job([{"permission_level": "CAN_VIEW"}], {"access_control": [{"user_name": true}]}) == given.undecided(_address, "access_control[0]", _not_known)
	_job([{}], {"access_control": [true]}) == given.undecided(_address, "access_control[0]", _not_known)
	_job([{"user_name": "(sensitive value 3f9a12ab)", "permission_level": "CAN_VIEW"}], {}) == given.undecided(_address, "access_control[0]", _not_known)
	_job([], {"access_control": true}) == given.undecided(_address, "access_control", _not_known)
	_job([{"permission_level": "CAN_VIEW"}], {"access_control": [{"group_name": true}]}) == given.passes(_address)
}

test_permissions_that_go_away if _answers({"action": "delete"}) == given.nothing
