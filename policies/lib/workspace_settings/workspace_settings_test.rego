package policies.lib.workspace_settings_test

import data.policies.lib.testing_test as given
import data.policies.lib.workspace_settings

_of(fields) := found if {
	found := [[setting.resource.address, setting.path, setting.is] |
		some setting in workspace_settings.of("databricks_a_setting", "a", "value")
	] with input as given.plan(set(), [given.resource("databricks_a_setting", fields)])
}

_on(value) := [["databricks_a_setting.x", "a[0].value", value]]

test_a_switch if {
	_of({"values": {"a": [{"value": true}]}}) == _on("on")
	_of({"values": {"a": [{"value": "true"}]}}) == _on("on")
	_of({"values": {"a": [{"value": false}]}}) == _on("off")
	_of({"values": {"a": [{}]}}) == _on("off")
	_of({"values": {"a": [{}]}, "unknown": {"a": [{"value": true}]}}) == _on("unknown")
	_of({"unknown": {"a": true}}) == [["databricks_a_setting.x", "a", "unknown"]]
}

test_no_switch if {
	_of({"values": {}}) == []
	_of({"values": {"a": "true"}}) == []
	_of({"action": "delete"}) == []
}

test_the_types_are_not_mixed if {
	document := given.plan(set(), [given.resource("databricks_b_setting", {"values": {"a": [{"value": true}]}})])
	workspace_settings.of("databricks_a_setting", "a", "value") == [] with input as document
	workspace_settings.deleted("databricks_a_setting") == [] with input as document
}

_deleted(fields) := found if {
	found := [resource.address | some resource in workspace_settings.deleted("databricks_a_setting")] with input as given.plan(
		set(),
		[given.resource("databricks_a_setting", fields)],
	)
}

test_what_is_deleted if {
	_deleted({"action": "delete"}) == ["databricks_a_setting.x"]
	_deleted({"action": "replace"}) == []
	_deleted({"action": "forget"}) == []
	_deleted({"values": {}}) == []
}
