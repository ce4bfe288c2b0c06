# METADATA
# scope: package
# title: Plan does not destroy what Unity Catalog governs
# description: |
#   Looks at every resource of the given types in a plan, and at whether the plan destroys it, for
#   good or to make it anew. With a catalog, schema, table, volume or model go its data or versions,
#   its grants, tags and lineage; with a location or credential the access of all that lies behind
#   it. What is meant is approved by a waiver. Experiments and grants are the subject of DBX-CHG-003.
#   A resource that is only taken out of the state (`removed` block) stays as it is. Views hold no
#   data and are not looked at, nor are deposed objects, whose replacement is already there.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
#     description: prevent_destroy
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/
#     description: Securable objects and what belongs to them
# custom:
#   id: DBX-UC-021
#   severity: high
#   sets: [baseline, production]
#   resource_types:
#     - databricks_catalog
#     - databricks_schema
#     - databricks_volume
#     - databricks_registered_model
#     - databricks_metastore
#     - databricks_external_location
#     - databricks_storage_credential
#     - databricks_credential
#     - databricks_sql_table
#   remediation: Set `prevent_destroy` in its lifecycle block, write a `moved` block for what is only renamed, and give a deletion that is meant a waiver.
#   controls:
#     nist-800-53: [CM-3, CM-5, CP-9, SC-28]
#     cis-controls: ["4.1", "11.3", "3.11"]
#     iso-27001: [A.8.9, A.8.32, A.8.13, A.8.24]
#     soc2: [CC8.1, A1.2, CC6.1]
#   parameters:
#     types:
#       description: Resource types that no plan may destroy.
#       default:
#         - databricks_catalog
#         - databricks_schema
#         - databricks_volume
#         - databricks_registered_model
#         - databricks_metastore
#         - databricks_external_location
#         - databricks_storage_credential
#         - databricks_credential
#         - databricks_sql_table
#       schema: {type: array, items: {type: string}, uniqueItems: true}
package policies.rules.unity_catalog.destroyed_objects

import data.policies.lib.documents
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some type in parameters.of("DBX-UC-021", "types")
	some address, resource in resources.destroyed[type]
	not _views[address]
	result := results.at(resource, "", sprintf("The plan is to %s %s%s%s", [
		resource.action, resource.address,
		_cause(resource), object.get(_losses, type, ""),
	]))
}

# A plan says for certain what it destroys.
undecided := set()

checked contains address if {
	documents.plan
	some type in parameters.of("DBX-UC-021", "types")
	some address, resource in input.resources[type]
	resource.mode == "managed"
	not _views[address]
}

_views := {address |
	some type in parameters.of("DBX-UC-021", "types")
	some address, resource in input.resources[type]
	some side in ["values", "before"]
	resource[side].table_type in {"VIEW", "METRIC_VIEW"}
}

_cause(resource) := sprintf(", since %s cannot change in place", [concat(", ", sort(resource.replace_paths))]) if {
	count(resource.replace_paths) > 0
} else := sprintf(" (%s)", [resource.action_reason]) if {
	resource.action_reason
} else := ""

_losses := {
	"databricks_catalog": "; its grants and what is in it go with it",
	"databricks_schema": "; its grants and what is in it go with it",
	"databricks_sql_table": "; its grants and the data of a managed table go with it",
	"databricks_volume": "; its grants and the files of a managed volume go with it",
	"databricks_registered_model": "; its versions and grants go with it",
	"databricks_metastore": "; all that it governs goes with it",
	"databricks_external_location": "; what lies there can no longer be reached",
	"databricks_storage_credential": "; what it opens can no longer be reached",
	"databricks_credential": "; what it opens can no longer be reached",
}
