package policies.rules.apps.resource_permission_test

import data.policies.lib.testing_test as given
import data.policies.rules.apps.resource_permission as policy

_answers(type, fields) := answers if {
	document := given.plan(set(), [given.resource(type, fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-APP-003": {"levels": ["CAN_MANAGE", "MANAGE"]}}
}

_uses(kind, level) := _answers("databricks_app", {"values": {"name": "chat", "resources": [{kind: {"permission": level}}]}})

_address := "databricks_app.x"

test_managing if {
	_uses("sql_warehouse", "CAN_MANAGE") == given.denied(
		_address, "resources[0].sql_warehouse.permission",
		`App "chat" gets CAN_MANAGE on its sql warehouse; wanted is a permission to use it`,
	)
	count(_uses("secret", "MANAGE").deny) == 1
	count(_answers("databricks_app_space", {"values": {"resources": [{"job": {"permission": "MANAGE"}}]}}).deny) == 1
}

test_using if {
	_uses("sql_warehouse", "CAN_USE") == given.passes(_address)
	_answers("databricks_app", {}) == given.passes(_address)
	_answers("databricks_app_space", {}) == given.passes("databricks_app_space.x")
}

test_not_known_yet if {
	fields := {"values": {"name": "chat", "resources": [{"job": {}}]}, "unknown": {"resources": [{"job": {"permission": true}}]}}
	_answers("databricks_app", fields) == given.undecided(
		_address, "resources[0].job.permission",
		`Which permission App "chat" gets on its job is not known yet; wanted is one to use it`,
	)
	all := _answers("databricks_app", {"values": {"name": "chat"}, "unknown": {"resources": true}, "links": {"resources": ["terraform_data.t"]}})
	all.undecided == {{"address": _address, "path": "resources", "message": `What App "chat" may use is not known yet; wanted are permissions to use it, not to manage it`}}
}

test_a_kind_of_two_words if {
	fields := {"values": {"name": "chat", "resources": [{"sql_warehouse": {"id": "1"}}]}, "unknown": {"resources": [{"sql_warehouse": {"permission": true}}]}}
	_answers("databricks_app", fields).undecided == {{
		"address": _address, "path": "resources[0].sql_warehouse.permission",
		"message": `Which permission App "chat" gets on its sql warehouse is not known yet; wanted is one to use it`,
	}}
}

test_what_is_no_app if _answers("databricks_job", {"unknown": {"resources": true}, "links": {"resources": ["terraform_data.t"]}}) == given.nothing

test_apps_that_go_away if _answers("databricks_app", {"action": "delete"}) == given.nothing
