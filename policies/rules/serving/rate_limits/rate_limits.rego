# METADATA
# scope: package
# title: Serving endpoints limit the rate of calls
# description: |
#   Looks for `rate_limits` of every serving endpoint, in `ai_gateway` or in the older block of the endpoint
#   itself. Without a limit one program that calls in a loop uses up the capacity of all others, and of a
#   model that is paid by the token the budget. How high a limit is, is not judged.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ai-gateway/overview-serving-endpoints
#     description: Rate limits of the AI Gateway
# custom:
#   id: DBX-ML-009
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_model_serving, databricks_model_serving_provisioned_throughput]
#   attributes: ["ai_gateway[].rate_limits", rate_limits]
#   remediation: Add `rate_limits` to `ai_gateway`, of each user or of the endpoint.
#   controls:
#     sat: [INFO-29]
#     dasf: [DASF 32]
#     nist-800-53: [CP-2, SC-5]
#     iso-27001: [A.8.6, A.8.14]
#     soc2: [A1.1, A1.2]
package policies.rules.serving.rate_limits

import data.policies.lib.blocks
import data.policies.lib.results
import data.policies.lib.serving

deny contains result if {
	some endpoint in serving.endpoints
	serving.is_there(_limits(endpoint)) == false
	result := results.at(endpoint, "ai_gateway", sprintf(
		"%s does not limit the rate of calls; wanted is rate_limits in ai_gateway",
		[serving.label(endpoint)],
	))
}

undecided contains result if {
	some endpoint in serving.endpoints
	serving.is_there(_limits(endpoint)) == "unknown"
	result := results.at(endpoint, "ai_gateway", sprintf(
		"%s: whether it limits the rate of calls is not known yet; wanted is rate_limits in ai_gateway",
		[serving.label(endpoint)],
	))
}

checked contains address if some address, _ in serving.endpoints

_limits(endpoint) := array.concat(
	serving.in_gateway(endpoint, "rate_limits"),
	blocks.inside(blocks.whole(endpoint), "rate_limits"),
)
