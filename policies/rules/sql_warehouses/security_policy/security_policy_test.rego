package policies.rules.sql_warehouses.security_policy_test

import data.policies.lib.testing_test as given
import data.policies.rules.sql_warehouses.security_policy as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_config(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_sql_global_config", {"values": values, "unknown": unknown})]))

_address := "databricks_sql_global_config.x"

test_no_access_control if {
	every policy_ in ["NONE", "PASSTHROUGH"] {
		_config({"security_policy": policy_}, {}) == given.denied(
			_address,
			"security_policy",
			sprintf("security_policy of all SQL warehouses is %s; wanted is DATA_ACCESS_CONTROL", [policy_]),
		)
	}
	_config({"security_policy": "none"}, {}).deny != set()
}

test_access_control if {
	_config({"security_policy": "DATA_ACCESS_CONTROL"}, {}) == given.passes(_address)
	_config({}, {"id": true}) == given.passes(_address)
}

test_not_known_yet if {
	_config({}, {"security_policy": true}) == given.undecided(
		_address,
		"security_policy",
		"security_policy of all SQL warehouses is not known yet; wanted is DATA_ACCESS_CONTROL",
	)
}

test_a_configuration_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_sql_global_config", {"action": "delete"})])) == given.nothing
}
