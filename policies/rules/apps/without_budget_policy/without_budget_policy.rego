# METADATA
# scope: package
# title: Serverless resources have a budget policy
# description: |
#   Looks at the budget policy (since renamed usage policy) of apps, model serving and vector search endpoints,
#   database instances, and serverless pipelines. It is what tells in the bill whose costs these are, since
#   serverless compute carries no tags of its own. Jobs are not looked at: nothing says which of their tasks
#   run on serverless compute.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/usage/budget-policies
#     description: Serverless budget policies
# custom:
#   id: DBX-APP-008
#   severity: info
#   sets: [cost]
#   resource_types: [databricks_app, databricks_model_serving, databricks_vector_search_endpoint, databricks_database_instance, databricks_pipeline]
#   attributes: [budget_policy_id, usage_policy_id, serverless]
#   remediation: Set `budget_policy_id` or `usage_policy_id`.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
#   parameters:
#     types:
#       description: Which types must have one; pipelines only where they are serverless.
#       default: [databricks_app, databricks_database_instance, databricks_model_serving, databricks_pipeline, databricks_vector_search_endpoint]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.apps.without_budget_policy

import data.policies.lib.apps
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some resource in _resources
	resource.type != "databricks_pipeline"
	_has_none(resource)
	result := _without(resource)
}

deny contains result if {
	some resource in _resources
	resource.values.serverless == true
	_has_none(resource)
	result := _without(resource)
}

undecided contains result if {
	some resource in _resources
	resource.type == "databricks_pipeline"
	values.unknown(resource, "serverless")
	_has_none(resource)
	result := results.at(resource, "serverless", sprintf(
		"Whether %s is serverless is not known yet; it has no budget policy",
		[resource.address],
	))
}

undecided contains result if {
	some resource in _resources
	resource.unknown == true
	result := results.at(resource, "", sprintf("Whether %s has a budget policy is not known yet", [resource.address]))
}

checked := {address | some resource in _resources; address := resource.address}

_resources := [resource |
	some type in parameters.of("DBX-APP-008", "types")
	some resource in resources.present[type]
]

_has_none(resource) if {
	every attribute in ["budget_policy_id", "usage_policy_id"] {
		object.get(resource.values, attribute, "") == ""
	}
	awaited := [attribute | some attribute in ["budget_policy_id", "usage_policy_id"]; apps.awaited(resource, attribute)]
	count(awaited) == 0
}

_without(resource) := results.at(resource, "budget_policy_id", sprintf(
	"%s has no budget policy; wanted is one that says whose costs these are",
	[resource.address],
))
