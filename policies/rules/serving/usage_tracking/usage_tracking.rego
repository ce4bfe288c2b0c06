# METADATA
# scope: package
# title: Serving endpoints track their usage
# description: |
#   Looks at `usage_tracking_config` in `ai_gateway` of every serving endpoint. With it the system tables say who called
#   which model how often and with how many tokens: who pays, and who calls what nobody should. Without it
#   only the sum is known.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ai-gateway/configure-ai-gateway-endpoints
#     description: Usage tracking
# custom:
#   id: DBX-ML-016
#   severity: low
#   sets: [strict, cost]
#   resource_types: [databricks_model_serving, databricks_model_serving_provisioned_throughput]
#   attributes: ["ai_gateway[].usage_tracking_config[].enabled"]
#   remediation: Add `usage_tracking_config` with `enabled = true` to `ai_gateway`.
#   controls:
#     sat: [INFO-29]
#     dasf: [DASF 32]
#     nist-800-53: [AU-2, AU-6, AU-12]
#     cis-controls: ["8.2", "8.5", "1.1"]
#     iso-27001: [A.8.15, A.8.16, A.5.9, A.8.6]
#     soc2: [CC7.2, A1.1]
package policies.rules.serving.usage_tracking

import data.policies.lib.results
import data.policies.lib.serving

deny contains result if {
	some endpoint in serving.endpoints
	_answer(endpoint) == false
	result := results.at(endpoint, "ai_gateway", sprintf(
		"%s does not track its usage; wanted is usage_tracking_config in ai_gateway",
		[serving.label(endpoint)],
	))
}

undecided contains result if {
	some endpoint in serving.endpoints
	_answer(endpoint) == "unknown"
	result := results.at(endpoint, "ai_gateway", sprintf(
		"%s: whether it tracks its usage is not known yet; wanted is usage_tracking_config in ai_gateway",
		[serving.label(endpoint)],
	))
}

checked contains address if some address, _ in serving.endpoints

_answer(endpoint) := serving.is_on(serving.in_gateway(endpoint, "usage_tracking_config"))
