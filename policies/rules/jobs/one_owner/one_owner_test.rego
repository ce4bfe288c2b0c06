package policies.rules.jobs.one_owner_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.one_owner as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_permissions(attribute, blocks, unknown) := _answers(given.plan(set(), [given.resource("databricks_permissions", {
	"values": {attribute: "1001", "access_control": blocks},
	"unknown": unknown,
})]))

_address := "databricks_permissions.x"

_owner(name) := {"service_principal_name": name, "permission_level": "IS_OWNER"}

test_one_owner if {
	_permissions("job_id", [_owner("a"), {"group_name": "etl", "permission_level": "CAN_MANAGE"}], {"id": true}) == given.passes(_address)
	_permissions("pipeline_id", [{"group_name": "etl", "permission_level": "CAN_VIEW"}], {}) == given.passes(_address)
}

test_a_group if {
	_permissions("job_id", [{"group_name": "etl", "permission_level": "IS_OWNER"}], {}) == given.denied(
		_address,
		"access_control[0].group_name",
		`The group "etl" owns job 1001; a group cannot, wanted is one service principal`,
	)
}

test_two_owners if {
	_permissions("pipeline_id", [_owner("a"), _owner("b")], {}) == given.denied(
		_address,
		"access_control",
		"pipeline 1001 has 2 owners; wanted is one service principal",
	)
}

test_not_known_yet if {
	undecided := given.undecided(_address, "access_control", "Who owns job 1001 is not known yet; wanted is one service principal")
	_permissions("job_id", [], {"access_control": true}) == undecided
	_permissions("job_id", [{"group_name": "etl"}], {"access_control": [{"permission_level": true}]}) == undecided
	_permissions("job_id", [{"permission_level": "IS_OWNER"}], {"access_control": [true]}) == undecided
	_permissions("job_id", [{"permission_level": "CAN_VIEW"}], {"access_control": [true]}).undecided == set()
}

test_other_objects if {
	_permissions("sql_endpoint_id", [_owner("a"), _owner("b")], {}) == given.nothing
}

test_permissions_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_permissions", {"action": "delete"})])) == given.nothing
}
