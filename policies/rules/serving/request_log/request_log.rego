# METADATA
# scope: package
# title: Serving endpoints log requests and answers
# description: |
#   Looks for an inference table of every serving endpoint: of `ai_gateway`, of the older
#   `auto_capture_config`, or of `telemetry_config`. Without one nobody can tell afterwards what was asked and
#   answered, neither to find misuse nor to see that a model has become worse. Whether the table may hold
#   what is asked, and who reads it, is yours to say. Where `auto_capture_config` does not say whether it is
#   enabled, Databricks decides: undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/model-serving/inference-tables
#     description: Inference tables
# custom:
#   id: DBX-ML-010
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_model_serving, databricks_model_serving_provisioned_throughput]
#   attributes:
#     - ai_gateway[].inference_table_config[].enabled
#     - config[].auto_capture_config[].enabled
#     - telemetry_config[].inference_table_config[].name
#   remediation: Add `inference_table_config` with `enabled = true` to `ai_gateway`, with the catalog and schema of the table.
#   controls:
#     sat: [NS-7]
#     dasf: [DASF 31]
#     nist-800-53: [AU-2, AU-6, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     iso-27001: [A.8.15, A.8.16]
#     soc2: [CC7.2]
package policies.rules.serving.request_log

import data.policies.lib.blocks
import data.policies.lib.results
import data.policies.lib.serving
import data.policies.lib.values

deny contains result if {
	some endpoint in serving.endpoints
	_answers(endpoint) == {false}
	result := results.at(endpoint, "ai_gateway", sprintf(
		"%s does not log requests and answers; wanted is inference_table_config in ai_gateway",
		[serving.label(endpoint)],
	))
}

undecided contains result if {
	some endpoint in serving.endpoints
	answers := _answers(endpoint)
	not true in answers
	"unknown" in answers
	result := results.at(endpoint, "ai_gateway", sprintf(
		"%s: whether it logs requests and answers is not known yet; wanted is inference_table_config in ai_gateway",
		[serving.label(endpoint)],
	))
}

checked contains address if some address, _ in serving.endpoints

_answers(endpoint) := {
	serving.is_on(serving.in_gateway(endpoint, "inference_table_config")),
	_captures(_in_block(endpoint, "config", "auto_capture_config")),
	serving.is_there(_in_block(endpoint, "telemetry_config", "inference_table_config")),
}

_in_block(endpoint, outer, name) := [block |
	some holder in blocks.inside(blocks.whole(endpoint), outer)
	some block in blocks.inside(holder, name)
]

_captures(listed) := "unknown" if {
	some block in listed
	values.unset(block, "enabled")
} else := serving.is_on(listed)
