package policies.rules.models.workspace_model_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.models.workspace_model_for_everyone as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_permissions(fields) := _answers(given.plan(set(), [given.resource("databricks_permissions", fields)]))

_held(group, level) := _permissions({"values": {
	"registered_model_id": "m1",
	"access_control": [{"group_name": group, "permission_level": level}],
}})

_address := "databricks_permissions.x"

test_everyone_may_change if {
	every level in ["CAN_EDIT", "CAN_MANAGE_STAGING_VERSIONS", "CAN_MANAGE_PRODUCTION_VERSIONS", "CAN_MANAGE"] {
		_held("Users", level) == given.denied(
			_address, "access_control[0].permission_level",
			sprintf(`"Users", which is everyone, holds %s on registered model m1; wanted is CAN_READ at most`, [level]),
		)
	}
}

test_everyone_may_read_and_some_may_change if {
	_held("users", "CAN_READ") == given.passes(_address)
	_held("ml-engineers", "CAN_MANAGE") == given.passes(_address)
}

test_not_known_yet if {
	_permissions({
		"values": {"registered_model_id": "m1", "access_control": [{"permission_level": "CAN_EDIT"}]},
		"unknown": {"access_control": [{"group_name": true}]},
	}) == given.undecided(
		_address, "access_control[0].permission_level",
		"Who holds which level on registered model m1 is not known yet; wanted is CAN_READ at most for everyone",
	)
}

test_other_permissions if {
	_permissions({"values": {"job_id": "1", "access_control": [{"group_name": "users", "permission_level": "CAN_MANAGE"}]}}) == given.nothing
	_permissions({"action": "delete", "before": {"registered_model_id": "m1"}}) == given.nothing
}
