package policies.rules.state.recorded_serial_test

import data.policies.lib.testing_test as given
import data.policies.rules.state.recorded_serial as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_with(recorded, document) := answers if {
	answers := _answers({"document": document, "resources": {}}) with data.tfcheck.parameters as {"DBX-TFS-004": {"serials": recorded}}
}

_state(recorded, document) := _with(recorded, object.union(
	{"kind": "state", "file": "prod/terraform.tfstate", "format_version": "4"},
	document,
))

_recorded := {"terraform.tfstate": 7, "other.tfstate": 99}

test_an_older_state if {
	_state(_recorded, {"serial": 6}) == given.denied("terraform", "serial", "The state's serial is 6; 7 was recorded before")
	_state({"terraform.tfstate": 7, "prod/terraform.tfstate": 9}, {"serial": 8}) == given.denied(
		"terraform",
		"serial",
		"The state's serial is 8; 9 was recorded before",
	)
	_state(_recorded, {}) == given.denied("terraform", "serial", "The state's serial is 0; 7 was recorded before")
}

test_the_same_or_a_newer_state if {
	_state(_recorded, {"serial": 7}) == given.passes("terraform")
	_state(_recorded, {"serial": 8}) == given.passes("terraform")
}

test_another_file if {
	_state({"dev/terraform.tfstate": 7}, {"serial": 1}) == given.undecided(
		"terraform",
		"serial",
		"No serial is recorded for this file, so that nothing says whether it is an old version",
	)
}

test_nothing_to_compare_with if {
	_state({}, {"serial": 1}) == given.nothing
	_state(_recorded, {"serial": 1, "format_version": "1.0"}) == given.nothing
	_state(_recorded, {"serial": 1, "kind": "plan"}) == given.nothing
}
