package policies.rules.pipelines.continuous_development_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.continuous_development as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_pipeline", {
	"values": object.union({"name": "bronze"}, values),
	"unknown": unknown,
})]))

_address := "databricks_pipeline.x"

_message := `Pipeline "bronze" runs without end; outside production continuous is false`

test_without_end if {
	_for({"dev"}, {"continuous": true}, {}) == given.denied(_address, "continuous", _message)
	_for(set(), {"continuous": true}, {}) == given.undecided(_address, "continuous", given.in_doubt(_message))
}

test_triggered if {
	_for({"dev"}, {"continuous": false}, {"id": true}) == given.passes(_address)
	_for(set(), {}, {}) == given.passes(_address)
}

test_production if {
	_for({"prod"}, {"continuous": true}, {}) == given.nothing
	_for({"prod"}, {}, {"continuous": true}) == given.nothing
}

test_not_known_yet if {
	_for({"dev"}, {}, {"continuous": true}) == given.undecided(
		_address,
		"continuous",
		`Pipeline "bronze": whether it runs without end is not known yet; outside production continuous is false`,
	)
}

test_a_pipeline_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"action": "delete"})])) == given.nothing
}
