package policies.lib.workspace_conf_test

import data.policies.lib.testing_test as given
import data.policies.lib.workspace_conf

_seen(resources) := seen if {
	seen := {name: found |
		some name, places in {
			"settings": workspace_conf.settings("enableX"),
			"hidden": workspace_conf.hidden("enableX"),
			"unsaid": workspace_conf.unsaid("enableX"),
			"reset": workspace_conf.reset("enableX"),
		}
		places != []
		found := [object.union(place, {"conf": place.conf.address}) | some place in places]
	} with input as given.plan(set(), resources)
}

_conf(name, fields) := object.union(
	given.resource("databricks_workspace_conf", fields),
	{"address": sprintf("databricks_workspace_conf.%s", [name])},
)

_place(name, path) := [{"conf": sprintf("databricks_workspace_conf.%s", [name]), "path": path}]

_key := "custom_config.enableX"

_values(config) := {"values": {"custom_config": config}}

_setting(value) := {"settings": [{"conf": "databricks_workspace_conf.a", "path": _key, "value": value}]}

test_a_setting if {
	_seen([_conf("a", _values({"enableX": "True"}))]) == _setting("true")
	_seen([_conf("a", _values({"enableX": true}))]) == _setting("true")
	_seen([_conf("a", _values({"enableX": false}))]) == _setting("false")
	_seen([_conf("a", _values({"enableX": 90}))]) == _setting("90")
}

test_what_cannot_be_told if {
	_seen([_conf("a", {"unknown": {"custom_config": true}})]) == {"hidden": _place("a", _key)}
	_seen([_conf("a", {"unknown": {"custom_config": {"enableX": true}}})]) == {"hidden": _place("a", _key)}
	_seen([_conf("a", {"unknown": true})]) == {"hidden": _place("a", _key)}
	_seen([_conf("a", _values({"enableX": "(sensitive value 3f9a12ab)"}))]) == {"hidden": _place("a", _key)}
}

test_what_nobody_says if {
	every config in [{}, {"enableX": ""}, {"enableY": "true"}, "enableX", ["enableX"]] {
		_seen([_conf("a", _values(config))]) == {"unsaid": _place("a", _key)}
	}
	_seen([_conf("a", {"unknown": {"custom_config": {"enableY": true}}})]) == {"unsaid": _place("a", _key)}
}

test_what_another_says if {
	_seen([_conf("a", _values({"enableX": "true"})), _conf("b", _values({}))]) == _setting("true")
	_seen([_conf("a", {"unknown": {"custom_config": true}}), _conf("b", _values({}))]) == {"hidden": _place("a", _key)}
}

_before(action, config) := {"action": action, "before": {"custom_config": config}}

test_a_key_that_leaves if {
	_seen([_conf("a", _before("update", {"enableX": "true"}))]) == {"reset": _place("a", _key)}
	_seen([_conf("a", _before("delete", {"enableX": "TRUE"}))]) == {"reset": _place("a", _key)}
	_seen([_conf("a", _before("delete", {"enableX": "false"}))]) == {}
	_seen([_conf("a", object.union(_before("delete", {"enableX": "true"}), {"deposed": "abc"}))]) == {}
	_seen([_conf("a", _before("forget", {"enableX": "true"}))]) == {}
	_seen([_conf("a", _before("update", {"enableX": "false"}))]) == {"unsaid": _place("a", _key)}
	_seen([_conf("a", _before("update", "enableX"))]) == {"unsaid": _place("a", _key)}
	_seen([_conf("a", object.union(_before("update", {"enableX": "true"}), _values({"enableX": "false"})))]) == _setting("false")
}

test_a_key_that_moves if {
	_seen([_conf("a", _values({"enableX": "true"})), _conf("b", _before("delete", {"enableX": "true"}))]) == _setting("true")
	_seen([_conf("a", {"unknown": {"custom_config": true}}), _conf("b", _before("delete", {"enableX": "true"}))]) == {"hidden": _place("a", _key)}
}

test_what_a_deleted_resource_leaves_as_it_is if {
	document := given.plan(set(), [_conf("a", _before("delete", {"storeX": "true", "enforceX": "true"}))])
	workspace_conf.reset("storeX") == [] with input as document
	count(workspace_conf.reset("enforceX")) == 1 with input as document
}

_answers(fields) := answers if {
	answers := {
		"deny": workspace_conf.denied({"enableX": "true", "enableY": "false"}, "because"),
		"undecided": workspace_conf.undecided({"enableX": "true", "enableY": "false"}),
		"checked": workspace_conf.checked({"enableX": "true", "enableY": "false"}),
	} with input as given.plan(set(), [_conf("a", fields)])
}

_result(path, message) := {"address": "databricks_workspace_conf.a", "path": path, "message": message}

_all(deny, undecided) := {"deny": deny, "undecided": undecided, "checked": {"databricks_workspace_conf.a"}}

test_answers if {
	_answers(_values({"enableX": "false", "enableY": "true"})) == _all(
		{
			_result("custom_config.enableX", `enableX of the workspace is "false"; wanted is "true": because`),
			_result("custom_config.enableY", `enableY of the workspace is "true"; wanted is "false": because`),
		},
		set(),
	)
	_answers(_values({"enableX": "true", "enableY": "false"})) == _all(set(), set())
	_answers(object.union(_values({"enableX": "true"}), {"unknown": {"custom_config": {"enableY": true}}})) == _all(
		set(),
		{_result("custom_config.enableY", `What enableY of the workspace will be is not known yet; wanted is "false"`)},
	)
	_answers(_values({"enableX": "true"})) == _all(
		set(),
		{_result("custom_config.enableY", `No databricks_workspace_conf here says what enableY of the workspace is; wanted is "false"`)},
	)
	_answers(_before("delete", {"enableX": "true", "enableY": "true"})) == _all(
		{_result("custom_config.enableX", `The plan takes enableX out of databricks_workspace_conf.a, which turns it to "false"; wanted is "true": because`)},
		set(),
	)
}
