# METADATA
# scope: package
# title: Plan does not destroy experiments, grants or secret scopes
# description: |
#   Looks at every resource of the given types in a plan, and at whether the plan destroys it, for
#   good or to make it anew. An experiment takes its runs with it, a secret scope its secrets, and
#   without its grants nobody can use a securable until they are made again. What is meant is
#   approved by a waiver. Catalogs, schemas, models and the like are the subject of DBX-UC-021. A
#   resource that is only taken out of the state (`removed` block) stays as it is.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
#     description: prevent_destroy
# custom:
#   id: DBX-CHG-003
#   severity: high
#   sets: [baseline, production]
#   resource_types: [databricks_mlflow_experiment, databricks_grants, databricks_secret_scope]
#   remediation: Set `prevent_destroy` in its lifecycle block, write a `moved` block for what is only renamed, and give a deletion that is meant a waiver.
#   controls:
#     nist-800-53: [CP-9]
#   parameters:
#     types:
#       description: Resource types that no plan may destroy.
#       default: [databricks_mlflow_experiment, databricks_grants, databricks_secret_scope]
#       schema: {type: array, items: {type: string}, uniqueItems: true}
package policies.rules.changes.governance_destroyed

import data.policies.lib.documents
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some type in _types
	some resource in resources.destroyed[type]
	result := results.at(resource, "", concat("", [
		sprintf("The plan is to %s %s", [resource.action, resource.address]),
		_cause(resource),
		object.get(_losses, type, ""),
	]))
}

# A plan says for certain what it destroys.
undecided := set()

checked contains address if {
	documents.plan
	some type in _types
	some address, resource in input.resources[type]
	resource.mode == "managed"
}

_cause(resource) := sprintf(", since %s cannot change in place", [concat(", ", sort(resource.replace_paths))]) if {
	count(resource.replace_paths) > 0
} else := sprintf(" (%s)", [resource.action_reason]) if {
	resource.action_reason
} else := ""

_losses := {
	"databricks_mlflow_experiment": "; its runs go with it",
	"databricks_grants": "; until it is made again nobody holds these grants",
	"databricks_secret_scope": "; its secrets go with it",
}

_types := {type | some type in parameters.of("DBX-CHG-003", "types")}
