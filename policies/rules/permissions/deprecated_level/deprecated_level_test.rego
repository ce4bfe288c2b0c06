package policies.rules.permissions.deprecated_level_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.deprecated_level as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_permissions", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_on(attribute, level) := _answers({"values": {attribute: "7", "access_control": [{"group_name": "etl", "permission_level": level}]}})

_address := "databricks_permissions.x"

test_can_view if {
	every attribute in ["sql_alert_id", "sql_dashboard_id", "sql_query_id"] {
		_on(attribute, "CAN_VIEW").deny == {{
			"address": _address,
			"path": "access_control[0].permission_level",
			"message": sprintf("CAN_VIEW is deprecated on %s 7; wanted is CAN_READ", [replace(trim_suffix(attribute, "_id"), "_", " ")]),
		}}
	}
}

test_can_read if _on("sql_query_id", "CAN_READ") == given.passes(_address)

test_other_objects if _on("job_id", "CAN_VIEW") == given.nothing

test_not_known_yet if {
	fields := {"values": {"sql_alert_id": "7", "access_control": [{"group_name": "etl"}]}, "unknown": {"access_control": [{"permission_level": true}]}}
	_answers(fields) == given.undecided(
		_address,
		"access_control[0]",
		"Which level somebody gets on sql alert 7 is not known yet; CAN_VIEW is deprecated there",
	)
}

test_permissions_that_go_away if _answers({"action": "delete"}) == given.nothing
