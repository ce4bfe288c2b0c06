# METADATA
# title: Model serving endpoints
# description: |
#   `endpoints[address]`     of both types, after the change.
#   `entities`               what they serve: blocks as of lib.blocks, with `resource`, the endpoint. Their
#                            `unknown` may be true: nothing is known, not even how many there are.
#   `models`                 those of them that Databricks runs itself, in one form: {block, resource, name,
#                            version}, where name and version say which attributes these are.
#   `in_gateway(endpoint, name)`  the blocks of this name in `ai_gateway`.
#   `is_on(listed)`          whether one of these blocks has `enabled = true`: true, false or "unknown".
#   `is_there(listed)`       whether there is a block at all: true, false or "unknown".
#   `label(endpoint)`        begins a message.
package policies.lib.serving

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.values as known

endpoints := {address: endpoint |
	some type in ["databricks_model_serving", "databricks_model_serving_provisioned_throughput"]
	some address, endpoint in resources.present[type]
}

entities := [entity | some [_, entity] in _served]

models := [model |
	some [kind, entity] in _served
	not entity.values.external_model
	model := object.union(_naming[kind], {"block": entity, "resource": entity.resource})
]

in_gateway(endpoint, name) := [block |
	some gateway in blocks.inside(blocks.whole(endpoint), "ai_gateway")
	some block in blocks.inside(gateway, name)
]

is_on(listed) if {
	some block in listed
	block.values.enabled == true
} else := "unknown" if {
	some block in listed
	known.unknown(block, "enabled")
} else := false

is_there(listed) if {
	some block in listed
	block.unknown != true
} else := "unknown" if {
	count(listed) > 0
} else := false

label(endpoint) := sprintf(`Serving endpoint "%s"`, [endpoint.values.name]) if {
	endpoint.values.name != ""
} else := endpoint.address

_served := [[kind, object.union(entity, {"resource": endpoint})] |
	some endpoint in endpoints
	some config in blocks.inside(blocks.whole(endpoint), "config")
	some kind, _ in _naming
	some entity in blocks.inside(config, kind)
]

_naming := {
	"served_entities": {"name": "entity_name", "version": "entity_version"},
	"served_models": {"name": "model_name", "version": "model_version"},
}
