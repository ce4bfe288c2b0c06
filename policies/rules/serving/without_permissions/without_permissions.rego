# METADATA
# scope: package
# title: Serving endpoints have permissions of their own
# description: |
#   Looks for a `databricks_permissions` on every model serving endpoint that the document manages, by
#   reference or by id. Without one only administrators and whoever deployed it may ask the model, or
#   somebody gave access by hand, which no review has seen. Who may do what is the subject of DBX-PRM-002.
#   Not looked at: permissions that another configuration manages. Undecided in a plan that covers only a
#   part of the configuration, and where the endpoint of some permissions is not known yet.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/#serving-endpoint-acls
#     description: Permission levels of serving endpoints
# custom:
#   id: DBX-ML-014
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_model_serving, databricks_model_serving_provisioned_throughput]
#   attributes: [serving_endpoint_id]
#   remediation: Add a `databricks_permissions` for the endpoint with CAN_QUERY for those who ask it.
#   controls:
#     sat: [NS-7]
#     dasf: [DASF 31]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.serving.without_permissions

import data.policies.lib.permitted
import data.policies.lib.results
import data.policies.lib.serving

deny contains result if {
	some endpoint in _without
	count(_reasons) == 0
	result := results.at(endpoint, "", sprintf(
		"%s has no permissions; wanted is a databricks_permissions on it",
		[serving.label(endpoint)],
	))
}

undecided contains result if {
	some endpoint in _without
	count(_reasons) > 0
	result := results.at(endpoint, "", sprintf(
		"%s has no permissions here, but %s",
		[serving.label(endpoint), concat(" and ", _reasons)],
	))
}

checked contains address if some address, _ in serving.endpoints

_without := permitted.without(serving.endpoints, "serving_endpoint_id", ["serving_endpoint_id"])

_reasons := permitted.reasons({"databricks_model_serving", "databricks_model_serving_provisioned_throughput"}, "serving_endpoint_id")
