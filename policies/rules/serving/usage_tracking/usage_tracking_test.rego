package policies.rules.serving.usage_tracking_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.usage_tracking as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, fields) := _answers(given.plan(set(), [given.resource(type, fields)]))

_tracking(block, unknown) := _of("databricks_model_serving", {
	"values": {"name": "chat", "ai_gateway": [{"usage_tracking_config": [block]}]},
	"unknown": {"ai_gateway": [{"usage_tracking_config": [unknown]}]},
})

_address := "databricks_model_serving.x"

_untracked := given.denied(
	_address, "ai_gateway",
	`Serving endpoint "chat" does not track its usage; wanted is usage_tracking_config in ai_gateway`,
)

test_tracked if {
	_tracking({"enabled": true}, {}) == given.passes(_address)
}

test_not_tracked if {
	_tracking({"enabled": false}, {}) == _untracked
	_tracking({}, {}) == _untracked
	_tracking({"enabled": "yes"}, {}) == _untracked
	_of("databricks_model_serving", {"values": {"name": "chat"}}) == _untracked
	_of("databricks_model_serving_provisioned_throughput", {}).deny != set()
}

test_not_known_yet if {
	_tracking({}, {"enabled": true}) == given.undecided(
		_address, "ai_gateway",
		`Serving endpoint "chat": whether it tracks its usage is not known yet; wanted is usage_tracking_config in ai_gateway`,
	)
}

test_an_endpoint_that_goes_away if {
	_of("databricks_model_serving", {"action": "delete"}) == given.nothing
}
