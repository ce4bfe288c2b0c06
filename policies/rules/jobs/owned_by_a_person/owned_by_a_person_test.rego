package policies.rules.jobs.owned_by_a_person_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.owned_by_a_person as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_permissions(blocks, unknown) := _answers(given.plan(set(), [given.resource("databricks_permissions", {
	"values": {"job_id": "1001", "access_control": blocks},
	"unknown": unknown,
})]))

_address := "databricks_permissions.x"

test_a_person if {
	_permissions([{"user_name": "bob@example.com", "permission_level": "IS_OWNER"}], {}) == given.denied(
		_address,
		"access_control[0].user_name",
		"job 1001 is owned by the person bob@example.com; wanted is a service principal",
	)
	_permissions([{"permission_level": "IS_OWNER"}], {"access_control": [{"user_name": true}]}) == given.denied(
		_address,
		"access_control[0].user_name",
		"job 1001 is owned by a person; wanted is a service principal",
	)
}

test_no_person if {
	_permissions([{"service_principal_name": "7c1f0a4e", "permission_level": "IS_OWNER"}], {}) == given.passes(_address)
	_permissions([{"user_name": "bob@example.com", "permission_level": "CAN_MANAGE"}], {}) == given.passes(_address)
	_permissions([{"group_name": "etl"}], {"access_control": [{"permission_level": true}]}) == given.passes(_address)
}

test_not_known_yet if {
	_permissions([{"permission_level": "IS_OWNER"}], {"access_control": [true]}) == given.undecided(
		_address,
		"access_control[0]",
		"Who owns job 1001 is not known yet; wanted is a service principal",
	)
	_permissions([{"user_name": "bob@example.com"}], {"access_control": [{"permission_level": true}]}) == given.undecided(
		_address,
		"access_control[0]",
		"Whether the person bob@example.com owns job 1001 is not known yet; wanted is a service principal",
	)
	_permissions([{}], {"access_control": [true]}) == given.undecided(
		_address,
		"access_control[0]",
		"Whether a person owns job 1001 is not known yet; wanted is a service principal",
	)
	_permissions([], {"access_control": true}) == given.undecided(
		_address,
		"access_control",
		"Who owns job 1001 is not known yet; wanted is a service principal",
	)
}

test_other_objects if {
	blocks := [{"user_name": "bob@example.com", "permission_level": "IS_OWNER"}]
	_answers(given.plan(set(), [given.resource("databricks_permissions", {"values": {"sql_endpoint_id": "1", "access_control": blocks}})])) == given.nothing
}

test_permissions_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_permissions", {"action": "delete"})])) == given.nothing
}
