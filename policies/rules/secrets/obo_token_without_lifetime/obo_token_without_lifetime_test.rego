package policies.rules.secrets.obo_token_without_lifetime_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.obo_token_without_lifetime as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_token(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_obo_token", {"values": values, "unknown": unknown})]))

_address := "databricks_obo_token.x"

test_no_lifetime if {
	every values in [{}, {"lifetime_seconds": 0}] {
		_token(values, {"token_value": true}) == given.denied(
			_address,
			"lifetime_seconds",
			"This token of a service principal has no lifetime; wanted is one of 90 days at most",
		)
	}
}

test_a_lifetime if {
	_token({"lifetime_seconds": 3600}, {}) == given.passes(_address)
	_token({"lifetime_seconds": 999999999}, {}) == given.passes(_address)
}

test_not_known_yet if {
	_token({}, {"lifetime_seconds": true}) == given.undecided(
		_address,
		"lifetime_seconds",
		"How long this token of a service principal lives is not known yet",
	)
}

test_a_token_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_obo_token", {"action": "delete"})])) == given.nothing
}
