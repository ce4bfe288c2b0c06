package policies.rules.audit.automatic_update_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.automatic_update as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_type := "databricks_automatic_cluster_update_workspace_setting"

_setting(fields) := _answers(given.plan(set(), [given.resource(_type, fields)]))

_address := sprintf("%s.x", [_type])

_values(enabled) := {"values": {"automatic_cluster_update_workspace": [{"enabled": enabled}]}}

_path := "automatic_cluster_update_workspace[0].enabled"

test_off if {
	_setting(_values(false)) == given.denied(_address, _path, "The automatic update of clusters is off; wanted is on")
}

test_on if {
	_setting(_values(true)) == given.passes(_address)
}

test_not_known_yet if {
	_setting({"values": {"automatic_cluster_update_workspace": [{}]}, "unknown": {"automatic_cluster_update_workspace": [{"enabled": true}]}}) == given.undecided(
		_address,
		_path,
		"Whether clusters are updated automatically is not known yet; wanted is on",
	)
}

test_a_setting_that_goes_away if {
	_setting({"action": "delete"}) == given.denied(
		_address,
		"",
		"The plan deletes this setting, which turns the automatic update of clusters off; wanted is on",
	)
	_setting({"action": "forget"}) == given.nothing
}
