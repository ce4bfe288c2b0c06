package policies.rules.secrets.service_principal_secret_lives_long_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.service_principal_secret_lives_long as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_secret(values, unknown) := answers if {
	document := given.plan(set(), [given.resource("databricks_service_principal_secret", {"values": values, "unknown": unknown})])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-SEC-009": {"max_days": 30}}
}

_address := "databricks_service_principal_secret.x"

test_too_long if {
	every lifetime in ["2592001s", "2592001", "2592000.5s"] {
		_secret({"lifetime": lifetime}, {}) == given.denied(_address, "lifetime", "This secret lives 31 days; the maximum is 30")
	}
}

test_short_enough if {
	every lifetime in ["2592000s", "3600"] {
		_secret({"lifetime": lifetime}, {"id": true}) == given.passes(_address)
	}
}

test_no_lifetime if {
	every values in [{}, {"lifetime": ""}] {
		_secret(values, {}) == given.denied(
			_address,
			"lifetime",
			"This secret has no lifetime, so that it lives two years; the maximum is 30 days",
		)
	}
}

test_not_known_yet if {
	_secret({}, {"lifetime": true}) == given.undecided(
		_address,
		"lifetime",
		"How long this secret lives is not known yet, and without a lifetime it is two years; the maximum is 30 days",
	)
}

test_what_is_no_duration if {
	every lifetime in ["90d", "s", "x2592001s", "2592001sx"] {
		_secret({"lifetime": lifetime}, {}) == given.undecided(
			_address,
			"lifetime",
			sprintf(`How long "%s" is cannot be told; wanted are seconds, such as "7776000s"`, [lifetime]),
		)
	}
}

test_a_secret_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_service_principal_secret", {"action": "delete"})])) == given.nothing
}
