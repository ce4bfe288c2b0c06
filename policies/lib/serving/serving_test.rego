package policies.lib.serving_test

import data.policies.lib.serving
import data.policies.lib.testing_test as given

_endpoint(fields) := given.resource("databricks_model_serving", fields)

_in(resources) := given.plan(set(), resources)

test_endpoints_of_both_types if {
	throughput := given.resource("databricks_model_serving_provisioned_throughput", {})
	leaving := given.resource("databricks_model_serving", {"address": "databricks_model_serving.y", "action": "delete"})
	found := {address | some address, _ in serving.endpoints} with input as _in([_endpoint({}), throughput, leaving])
	found == {"databricks_model_serving.x", "databricks_model_serving_provisioned_throughput.x"}
}

test_entities_and_models if {
	endpoint := _endpoint({"values": {"config": [{
		"served_entities": [{"entity_name": "a.b.c"}, {"external_model": [{"name": "gpt"}]}],
		"served_models": [{"model_name": "old"}],
	}]}})
	document := _in([endpoint])
	paths := {entity.path | some entity in serving.entities} with input as document
	paths == {"config[0].served_entities[0]", "config[0].served_entities[1]", "config[0].served_models[0]"}
	models := {[model.block.path, model.name, model.version, model.resource.address] | some model in serving.models} with input as document
	models == {
		["config[0].served_entities[0]", "entity_name", "entity_version", "databricks_model_serving.x"],
		["config[0].served_models[0]", "model_name", "model_version", "databricks_model_serving.x"],
	}
	addresses := {entity.resource.address | some entity in serving.entities} with input as document
	addresses == {"databricks_model_serving.x"}
}

test_entities_that_are_not_known if {
	document := _in([_endpoint({"unknown": {"config": [{"served_entities": true}]}})])
	unknown := {[entity.path, entity.unknown] | some entity in serving.entities} with input as document
	unknown == {["config[0].served_entities", true]}
}

_gateway(content, unknown) := serving.in_gateway(
	_endpoint({"values": {"ai_gateway": [content]}, "unknown": {"ai_gateway": [unknown]}}),
	"usage_tracking_config",
)

test_blocks_of_the_gateway if {
	paths := {block.path | some block in _gateway({"usage_tracking_config": [{}], "guardrails": [{}]}, {})}
	paths == {"ai_gateway[0].usage_tracking_config[0]"}
	serving.in_gateway(_endpoint({}), "usage_tracking_config") == []
}

test_what_is_on if {
	serving.is_on(_gateway({"usage_tracking_config": [{"enabled": true}]}, {})) == true
	serving.is_on(_gateway({"usage_tracking_config": [{"enabled": false}]}, {})) == false
	serving.is_on(_gateway({"usage_tracking_config": [{}]}, {})) == false
	serving.is_on([]) == false
	serving.is_on(_gateway({"usage_tracking_config": [{}]}, {"usage_tracking_config": [{"enabled": true}]})) == "unknown"
	serving.is_on(_gateway({}, {"usage_tracking_config": true})) == "unknown"
}

test_what_is_there if {
	serving.is_there(_gateway({"usage_tracking_config": [{}]}, {})) == true
	serving.is_there([]) == false
	serving.is_there(_gateway({}, {"usage_tracking_config": true})) == "unknown"
	serving.is_there(array.concat(
		_gateway({}, {"usage_tracking_config": true}),
		_gateway({"usage_tracking_config": [{}]}, {}),
	)) == true
}

test_labels if {
	serving.label(_endpoint({"values": {"name": "chat"}})) == `Serving endpoint "chat"`
	serving.label(_endpoint({"values": {"name": ""}})) == "databricks_model_serving.x"
	serving.label(_endpoint({})) == "databricks_model_serving.x"
}
