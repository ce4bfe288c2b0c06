package policies.rules.permissions.unknown_level_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.unknown_level as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_permissions", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_on(named, level) := _answers({"values": object.union(named, {"access_control": [{"group_name": "etl", "permission_level": level}]})})

_address := "databricks_permissions.x"

test_a_level_of_another_object if {
	_on({"experiment_id": "7"}, "CAN_RUN") == given.denied(
		_address,
		"access_control[0].permission_level",
		"experiment 7 takes no CAN_RUN; its levels are CAN_EDIT, CAN_MANAGE, CAN_READ",
	)
}

test_a_level_in_lower_case if {
	_on({"cluster_policy_id": "7"}, "can_use") == given.denied(
		_address,
		"access_control[0].permission_level",
		"cluster policy 7 takes no can_use; its levels are CAN_USE",
	)
}

test_levels_of_the_object if {
	_on({"experiment_id": "7"}, "CAN_READ") == given.passes(_address)
	_on({"sql_query_id": "7"}, "CAN_VIEW") == given.passes(_address)
	_on({"authorization": "tokens"}, "CAN_MANAGE") == given.passes(_address)
}

test_authorization_goes_by_its_value if {
	_on({"authorization": "passwords"}, "CAN_MANAGE") == given.denied(
		_address,
		"access_control[0].permission_level",
		"authorization passwords takes no CAN_MANAGE; its levels are CAN_USE",
	)
	_on({"authorization": "planets"}, "CAN_MANAGE") == given.passes(_address)
	_on({"authorization": "planets"}, "CAN_FLY") == given.denied(
		_address,
		"access_control[0].permission_level",
		"authorization planets takes no CAN_FLY; its levels are CAN_MANAGE, CAN_USE",
	)
}

test_authorization_that_is_not_known_yet if {
	fields := {
		"values": {"access_control": [{"group_name": "etl", "permission_level": "CAN_MANAGE"}]},
		"unknown": {"authorization": true},
	}
	_answers(fields) == given.passes(_address)
}

test_not_known_yet if {
	fields := {
		"values": {"experiment_id": "7", "access_control": [{"group_name": "etl"}]},
		"unknown": {"access_control": [{"permission_level": true}]},
	}
	_answers(fields) == given.undecided(
		_address,
		"access_control[0]",
		"Which level somebody gets on experiment 7 is not known yet; it takes only some",
	)
}

test_an_object_that_nothing_names if _on({}, "CAN_FLY") == given.passes(_address)

test_permissions_that_go_away if _answers({"action": "delete"}) == given.nothing
