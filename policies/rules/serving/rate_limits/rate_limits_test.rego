package policies.rules.serving.rate_limits_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.rate_limits as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, fields) := _answers(given.plan(set(), [given.resource(type, fields)]))

_endpoint(values, unknown) := _of("databricks_model_serving", {"values": object.union({"name": "chat"}, values), "unknown": unknown})

_address := "databricks_model_serving.x"

_limit := {"calls": 60, "renewal_period": "minute"}

test_limits if {
	_endpoint({"ai_gateway": [{"rate_limits": [_limit]}]}, {"id": true}) == given.passes(_address)
	_endpoint({"rate_limits": [_limit]}, {}) == given.passes(_address)
	_endpoint({"rate_limits": [_limit]}, {"ai_gateway": true}) == given.passes(_address)
}

test_no_limits if {
	every values in [{}, {"ai_gateway": []}, {"ai_gateway": [{"rate_limits": []}], "rate_limits": []}] {
		_endpoint(values, {}) == given.denied(
			_address, "ai_gateway",
			`Serving endpoint "chat" does not limit the rate of calls; wanted is rate_limits in ai_gateway`,
		)
	}
	_of("databricks_model_serving_provisioned_throughput", {"values": {"name": "llama"}}).deny != set()
}

test_not_known_yet if {
	every unknown in [{"ai_gateway": true}, {"ai_gateway": [{"rate_limits": true}]}, {"rate_limits": true}] {
		_endpoint({}, unknown) == given.undecided(
			_address, "ai_gateway",
			`Serving endpoint "chat": whether it limits the rate of calls is not known yet; wanted is rate_limits in ai_gateway`,
		)
	}
}

test_an_endpoint_that_goes_away if {
	_of("databricks_model_serving", {"action": "delete"}) == given.nothing
}
