package policies.rules.pipelines.preview_channel_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.preview_channel as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_pipeline", {
	"values": object.union({"name": "bronze"}, values),
	"unknown": unknown,
})]))

_address := "databricks_pipeline.x"

_message := `Pipeline "bronze" runs the channel PREVIEW; in production it is CURRENT`

test_preview if {
	every channel in ["PREVIEW", "preview"] {
		_for({"prod"}, {"channel": channel}, {}) == given.denied(_address, "channel", _message)
	}
}

test_current if {
	every values in [{}, {"channel": ""}, {"channel": "CURRENT"}] {
		_for({"prod"}, values, {"id": true}) == given.passes(_address)
	}
}

test_other_targets if {
	_for({"dev"}, {"channel": "PREVIEW"}, {}) == given.nothing
	_for(set(), {"channel": "PREVIEW"}, {}) == given.undecided(_address, "channel", given.in_doubt(_message))
}

test_not_known_yet if {
	_for({"prod"}, {}, {"channel": true}) == given.undecided(
		_address,
		"channel",
		`Pipeline "bronze": which channel it runs is not known yet; in production it is CURRENT`,
	)
}

test_a_pipeline_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"action": "delete"})])) == given.nothing
}
