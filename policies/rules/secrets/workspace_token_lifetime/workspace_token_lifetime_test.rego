package policies.rules.secrets.workspace_token_lifetime_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.workspace_token_lifetime as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_conf(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_workspace_conf", fields)])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-SEC-010": {"max_days": 90}}
}

_days(days) := _conf({"values": {"custom_config": {"maxTokenLifetimeDays": days}}})

_address := "databricks_workspace_conf.x"

_path := "custom_config.maxTokenLifetimeDays"

test_no_bound_or_a_wide_one if {
	every days in ["0", "91", "730", "-1", "ninety"] {
		_days(days) == given.denied(_address, _path, sprintf("maxTokenLifetimeDays is %s; wanted is 1 to 90", [days]))
	}
}

test_a_bound if {
	every days in ["1", "30", "90", 90] {
		_days(days) == given.passes(_address)
	}
}

test_nobody_knows if {
	message := "Nothing here says what maxTokenLifetimeDays is; wanted is 1 to 90"
	_conf({"unknown": {"custom_config": {"maxTokenLifetimeDays": true}}}) == given.undecided(_address, _path, message)
	_conf({"values": {"custom_config": {"enableX": "true"}}}) == given.undecided(_address, _path, message)
}

test_one_that_goes_away if {
	_conf({"action": "delete", "before": {"custom_config": {"maxTokenLifetimeDays": "90"}}}) == given.nothing
}
