package policies.rules.compute.cluster_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.cluster_for_everyone as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_permissions(blocks, unknown) := _answers(given.plan(set(), [given.resource("databricks_permissions", {
	"values": {"cluster_id": "0415-1", "access_control": blocks},
	"unknown": unknown,
})]))

test_everyone if {
	every level in ["CAN_ATTACH_TO", "CAN_RESTART", "CAN_MANAGE"] {
		_permissions([{"group_name": "Account Users", "permission_level": level}], {}) == given.denied(
			"databricks_permissions.x",
			"access_control[0].permission_level",
			sprintf(`"Account Users", which is everyone, holds %s on cluster 0415-1; wanted is a named group`, [level]),
		)
	}
}

test_a_group if {
	_permissions([{"group_name": "etl", "permission_level": "CAN_RESTART"}], {}) == given.passes("databricks_permissions.x")
	_permissions([], {}) == given.passes("databricks_permissions.x")
}

test_not_known_yet if {
	_permissions([], {"access_control": true}) == given.undecided(
		"databricks_permissions.x",
		"access_control",
		"Who holds which level on cluster 0415-1 is not known yet; wanted are named groups",
	)
}

test_other_objects if {
	other := given.resource("databricks_permissions", {"values": {"job_id": "1", "access_control": [{"group_name": "users", "permission_level": "CAN_MANAGE"}]}})
	_answers(given.plan(set(), [other])) == given.nothing
}

test_permissions_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_permissions", {"action": "delete"})])) == given.nothing
}
