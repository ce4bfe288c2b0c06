package policies.rules.secrets.token_lives_long_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.token_lives_long as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_types := ["databricks_token", "databricks_obo_token"]

_token(type, values, unknown) := answers if {
	document := given.plan(set(), [given.resource(type, {"values": values, "unknown": unknown})])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-SEC-006": {"max_days": 30}}
}

_address(type) := sprintf("%s.x", [type])

test_too_long if {
	every type in _types {
		_token(type, {"lifetime_seconds": (30 * 86400) + 1}, {}) == given.denied(
			_address(type),
			"lifetime_seconds",
			"This token lives 31 days; the maximum is 30",
		)
	}
}

test_short_enough if {
	every type in _types {
		_token(type, {"lifetime_seconds": 30 * 86400}, {}) == given.passes(_address(type))
	}
}

test_no_lifetime_is_the_subject_of_other_policies if {
	every type in _types {
		_token(type, {}, {}) == given.nothing
	}
}

test_not_known_yet if {
	every type in _types {
		_token(type, {}, {"lifetime_seconds": true}) == given.undecided(
			_address(type),
			"lifetime_seconds",
			"How many days this token lives is not known yet; the maximum is 30",
		)
	}
}

test_what_is_no_token if _token("databricks_job", {"lifetime_seconds": 365 * 86400}, {}) == given.nothing

test_a_token_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_token", {"action": "delete"})])) == given.nothing
}
