package policies.rules.serving.idle_capacity_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.idle_capacity as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, fields) := _answers(given.plan(targets, [given.resource("databricks_model_serving", fields)]))

_serves(kind, entity) := {"values": {"name": "chat", "config": [{kind: [entity]}]}}

_address := "databricks_model_serving.x"

_path := "config[0].served_entities[0].scale_to_zero_enabled"

_message := concat("", [
	`Serving endpoint "chat" keeps a machine for config[0].served_entities[0] while nobody asks it; `,
	"wanted is scale_to_zero_enabled = true outside production",
])

_always_on := _serves("served_entities", {"entity_name": "a.b.c", "scale_to_zero_enabled": false})

test_always_on_in_development if {
	_for({"dev"}, _always_on) == given.denied(_address, _path, _message)
	answers := _for({"dev"}, _serves("served_models", {"model_name": "churn", "scale_to_zero_enabled": false}))
	{result.path | some result in answers.deny} == {"config[0].served_models[0].scale_to_zero_enabled"}
}

test_always_on_in_production if {
	_for({"prod"}, _always_on) == given.nothing
}

test_always_on_without_a_target if {
	_for(set(), _always_on) == given.undecided(_address, _path, given.in_doubt(_message))
}

test_scaling_to_zero if {
	every entity in [
		{"scale_to_zero_enabled": true},
		{"entity_name": "a.b.c"},
		{"external_model": [{"name": "gpt"}], "scale_to_zero_enabled": false},
	] {
		_for({"dev"}, _serves("served_entities", entity)) == given.passes(_address)
		_for(set(), _serves("served_entities", entity)) == given.passes(_address)
	}
}

_unknown := {"values": {"name": "chat"}, "unknown": {"config": [{"served_entities": [{"scale_to_zero_enabled": true}]}]}}

test_not_known_yet if {
	every targets in [{"dev"}, set()] {
		_for(targets, _unknown) == given.undecided(_address, _path, concat("", [
			`Serving endpoint "chat": whether config[0].served_entities[0] scales to zero is not known yet; `,
			"wanted is scale_to_zero_enabled = true outside production",
		]))
	}
	_for({"prod"}, _unknown) == given.nothing
}

test_an_endpoint_that_goes_away if {
	_for({"dev"}, {"action": "delete"}) == given.nothing
}
