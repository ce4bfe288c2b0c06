package policies.rules.network.ip_list_off_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.ip_list_off as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_list(values, unknown) := given.resource("databricks_ip_access_list", {"values": values, "unknown": unknown})

_conf(config, unknown) := given.resource("databricks_workspace_conf", {"values": {"custom_config": config}, "unknown": unknown})

_of(listed) := _answers(given.plan(set(), listed))

_at_list := "databricks_ip_access_list.x"

_at_conf := "databricks_workspace_conf.x"

_path := "custom_config.enableIpAccessLists"

_on := _conf({"enableIpAccessLists": "true"}, {"id": true})

test_a_list_that_is_off if {
	off := _of([_list({"enabled": false}, {}), _on])
	off.deny == {{"address": _at_list, "path": "enabled", "message": "IP access list databricks_ip_access_list.x is off; wanted is enabled = true"}}
	off.undecided == set()
	off.checked == {_at_list, _at_conf}
	_of([_list({"enabled": false}, {})]).undecided == set()
}

test_no_list_is_applied if {
	every value in ["false", false] {
		_of([_conf({"enableIpAccessLists": value}, {})]) == given.denied(
			_at_conf,
			_path,
			"The workspace applies no IP access lists (enableIpAccessLists); wanted is true",
		)
	}
}

test_all_on if {
	_of([_list({}, {}), _on]) == {"deny": set(), "undecided": set(), "checked": {_at_list, _at_conf}}
}

test_other_configurations if {
	_of([_conf({"enableDcs": "true"}, {})]) == given.nothing
	_of([given.resource("databricks_workspace_conf", {})]) == given.nothing
}

test_not_known_yet if {
	unclear := "Whether the workspace applies IP access lists (enableIpAccessLists) is not known yet"
	_of([_conf({}, {"custom_config": {"enableIpAccessLists": true}})]) == given.undecided(_at_conf, _path, unclear)
	every unknown in [{"custom_config": true}, {"custom_config": {"enableIpAccessLists": true}}, true] {
		_of([given.resource("databricks_workspace_conf", {"unknown": unknown})]) == given.undecided(_at_conf, _path, unclear)
	}
	_of([_list({}, {})]) == given.undecided(
		_at_list,
		"",
		"IP access list databricks_ip_access_list.x is applied only if enableIpAccessLists is true, of which nothing here tells",
	)
	_of([_list({}, {"enabled": true}), _on]).undecided == {{
		"address": _at_list,
		"path": "enabled",
		"message": "Whether IP access list databricks_ip_access_list.x is on is not known yet",
	}}
}

test_a_list_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_ip_access_list", {"action": "delete"})])) == given.nothing
}

test_a_configuration_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_workspace_conf", {"action": "delete"})])) == given.nothing
}
