package policies.rules.compute.global_init_script_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.global_init_script as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_script(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_global_init_script", {"values": values, "unknown": unknown})]))

_allowing(names, values, unknown) := answers if {
	answers := _script(values, unknown) with data.tfcheck.parameters as {"DBX-CMP-010": {"allowed_names": names}}
}

_address := "databricks_global_init_script.x"

test_enabled if {
	_script({"name": "agent", "enabled": true}, {}) == given.denied(
		_address,
		"enabled",
		`Global init script "agent" is enabled, so it runs as root on every cluster; none is wanted`,
	)
	_allowing(["b", "a"], {"name": "agent", "enabled": true}, {}) == given.denied(
		_address,
		"enabled",
		`Global init script "agent" is enabled, so it runs as root on every cluster; only a, b may be`,
	)
}

test_off if {
	_script({"name": "agent", "enabled": false}, {}) == given.passes(_address)
	_script({"name": "agent"}, {}) == given.passes(_address)
	_script({}, {"name": true}) == given.passes(_address)
}

test_allowed if {
	_allowing(["agent"], {"name": "agent", "enabled": true}, {}) == given.passes(_address)
	_allowing(["agent"], {"name": "agent"}, {"enabled": true}) == given.passes(_address)
}

test_not_known_yet if {
	message := "Whether this global init script is enabled is not known yet; none is wanted"
	_script({"name": "agent"}, {"enabled": true}) == given.undecided(_address, "enabled", message)
	_script({}, {"enabled": true, "name": true}) == given.undecided(_address, "enabled", message)
	_allowing(["agent"], {"name": "other"}, {"enabled": true}) == given.undecided(
		_address,
		"enabled",
		"Whether this global init script is enabled is not known yet; only agent may be",
	)
	_script({"enabled": true}, {"name": true}) == given.undecided(
		_address,
		"enabled",
		"The name of this global init script, which is enabled, is not known yet; none is wanted",
	)
}

test_a_script_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_global_init_script", {"action": "delete"})])) == given.nothing
}
