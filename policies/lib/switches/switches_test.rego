package policies.lib.switches_test

import data.policies.lib.switches

_of(values, unknown) := switches.state({"values": values, "unknown": unknown}, "on", "fallback")

test_what_is_written if {
	every value in [true, false] {
		_of({"on": value}, {}) == value
		_of({"on": sprintf("%v", [value])}, {}) == value
	}
}

test_what_nobody_writes if {
	_of({}, {}) == "fallback"
	_of({"on": ""}, {"other": true}) == "fallback"
	switches.state({"values": {}}, "on", true) == true
	switches.state({"values": {}}, "on", false) == false
}

test_what_cannot_be_told if {
	_of({}, {"on": true}) == "unknown"
	_of({}, true) == "unknown"
	every value in [1, "maybe", [true], {}] {
		_of({"on": value}, {}) == "unknown"
		switches.unclear({"values": {"on": value}}, "on")
	}
	not switches.unclear({"values": {"on": ""}}, "on")
}
