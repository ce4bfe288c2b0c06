package policies.rules.state.recorded_lineage_test

import data.policies.lib.testing_test as given
import data.policies.rules.state.recorded_lineage as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_with(recorded, document) := answers if {
	answers := _answers({"document": document, "resources": {}}) with data.tfcheck.parameters as {"DBX-TFS-003": {"lineages": recorded}}
}

_state(recorded, document) := _with(recorded, object.union(
	{"kind": "state", "file": "prod/terraform.tfstate", "format_version": "4"},
	document,
))

_recorded := {"terraform.tfstate": "a", "other.tfstate": "z"}

test_another_lineage if {
	_state(_recorded, {"lineage": "b"}) == given.denied("terraform", "lineage", `The state's lineage is "b"; recorded is "a"`)
	_state(_recorded, {}) == given.denied("terraform", "lineage", `The state's lineage is ""; recorded is "a"`)
	_state({"terraform.tfstate": "b", "prod/terraform.tfstate": "c"}, {"lineage": "b"}) == given.denied(
		"terraform",
		"lineage",
		`The state's lineage is "b"; recorded is "c"`,
	)
}

test_the_same_lineage if {
	_state(_recorded, {"lineage": "a"}) == given.passes("terraform")
}

test_another_file if {
	_state({"dev/terraform.tfstate": "a"}, {"lineage": "a"}) == given.undecided(
		"terraform",
		"lineage",
		"No lineage is recorded for this file, so that nothing says whether it is the right state",
	)
}

test_nothing_to_compare_with if {
	_state({}, {"lineage": "a"}) == given.nothing
	_state(_recorded, {"lineage": "b", "format_version": "1.0"}) == given.nothing
	_state(_recorded, {"lineage": "b", "kind": "plan"}) == given.nothing
}
