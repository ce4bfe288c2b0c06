package policies.rules.pipelines.development_mode_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.development_mode as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_pipeline", {
	"values": object.union({"name": "bronze"}, values),
	"unknown": unknown,
})]))

_address := "databricks_pipeline.x"

_message := `Pipeline "bronze" runs in development mode; in production development is false`

test_development if {
	_for({"prod"}, {"development": true}, {}) == given.denied(_address, "development", _message)
}

test_production if {
	_for({"prod"}, {"development": false}, {"id": true}) == given.passes(_address)
	_for({"prod"}, {}, {}) == given.passes(_address)
}

test_other_targets if {
	_for({"dev"}, {"development": true}, {}) == given.nothing
	_for(set(), {"development": true}, {}) == given.undecided(_address, "development", given.in_doubt(_message))
}

test_not_known_yet if {
	_for({"prod"}, {}, {"development": true}) == given.undecided(
		_address,
		"development",
		`Pipeline "bronze": whether it runs in development mode is not known yet; in production development is false`,
	)
}

test_a_pipeline_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"action": "delete"})])) == given.nothing
}
