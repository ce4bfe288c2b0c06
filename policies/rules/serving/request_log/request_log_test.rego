package policies.rules.serving.request_log_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.request_log as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, fields) := _answers(given.plan(set(), [given.resource(type, fields)]))

_endpoint(values, unknown) := _of("databricks_model_serving", {"values": object.union({"name": "chat"}, values), "unknown": unknown})

_address := "databricks_model_serving.x"

_silent := given.denied(
	_address, "ai_gateway",
	`Serving endpoint "chat" does not log requests and answers; wanted is inference_table_config in ai_gateway`,
)

_open := given.undecided(
	_address, "ai_gateway",
	`Serving endpoint "chat": whether it logs requests and answers is not known yet; wanted is inference_table_config in ai_gateway`,
)

test_a_table_of_the_gateway if {
	_endpoint({"ai_gateway": [{"inference_table_config": [{"enabled": true}]}]}, {}) == given.passes(_address)
	_endpoint({"ai_gateway": [{"inference_table_config": [{"enabled": true}]}]}, {"config": [{"auto_capture_config": true}]}) == given.passes(_address)
}

test_older_and_newer_tables if {
	_endpoint({"config": [{"auto_capture_config": [{"enabled": true}]}]}, {}) == given.passes(_address)
	_endpoint({"telemetry_config": [{"inference_table_config": [{"name": "a.b.c"}]}]}, {}) == given.passes(_address)
}

test_no_table if {
	_endpoint({}, {}) == _silent
	_endpoint({"ai_gateway": [{"inference_table_config": [{"enabled": false}]}]}, {}) == _silent
	_endpoint({"config": [{"auto_capture_config": [{"enabled": false}]}]}, {}) == _silent
	_endpoint({"telemetry_config": [{"table_names": [{}]}]}, {}) == _silent
	_of("databricks_model_serving_provisioned_throughput", {}).deny != set()
}

test_not_known_yet if {
	_endpoint({}, {"ai_gateway": [{"inference_table_config": [{"enabled": true}]}]}) == _open
	_endpoint({"config": [{"auto_capture_config": [{}]}]}, {"config": [{"auto_capture_config": [{"enabled": true}]}]}) == _open
	_endpoint({"config": [{"auto_capture_config": [{"catalog_name": "main"}]}]}, {}) == _open
	_endpoint({}, {"telemetry_config": true}) == _open
}

test_an_endpoint_that_goes_away if {
	_of("databricks_model_serving", {"action": "delete"}) == given.nothing
}
