package policies.lib.tokens_test

import data.policies.lib.tokens

_of(values, unknown) := tokens.lifetime({"values": values, "unknown": unknown})

test_lifetimes if {
	_of({"lifetime_seconds": 60}, {}) == 60
	_of({"lifetime_seconds": "60"}, {"id": true}) == 60
	_of({"lifetime_seconds": 0}, {}) == 0
}

test_no_lifetime if {
	_of({}, {}) == 0
	every value in ["", "x60", "60x", [60], true] {
		_of({"lifetime_seconds": value}, {}) == 0
	}
}

test_not_known_yet if {
	_of({}, {"lifetime_seconds": true}) == "unknown"
	_of({"lifetime_seconds": 60}, true) == "unknown"
}

test_a_day if {
	tokens.day == (24 * 60) * 60
}
