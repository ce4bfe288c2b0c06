# METADATA
# scope: package
# title: Plan destroys no more than allowed
# description: |
#   Looks at the resources that a plan destroys, for good or to make them anew. Renaming a resource
#   without a `moved` block, dropping a module or changing a `for_each` key destroys things that
#   nobody meant to lose. When more are destroyed than `max_deletes` allows, each is reported, to be
#   approved by a waiver; those of `stateful_types`, which hold data, always are. Types that
#   policies of their own report (`other_types`) count, but are not reported again. Resources that
#   are only taken out of the state (`removed` blocks) and deposed objects are not destroyed things.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/modules/develop/refactoring
#     description: moved blocks
# custom:
#   id: DBX-TFS-018
#   severity: high
#   sets: [production]
#   resource_types: ["*"]
#   remediation: Write a `moved` block for what is only renamed, set `prevent_destroy` on what must stay, and give each deletion that is meant a waiver.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
#   parameters:
#     max_deletes:
#       description: How many resources one plan may destroy without approval.
#       default: 0
#       schema:
#         type: integer
#         minimum: 0
#     stateful_types:
#       description: Resource types that hold data, and are reported however few are destroyed.
#       default:
#         - databricks_pipeline
#         - databricks_online_table
#         - databricks_online_store
#         - databricks_vector_search_index
#         - databricks_ai_search_index
#         - databricks_database_instance
#         - databricks_postgres_project
#         - databricks_secret
#         - databricks_dbfs_file
#         - databricks_mlflow_model
#         - databricks_mws_workspaces
#         - azurerm_databricks_workspace
#         - azurerm_key_vault
#         - azurerm_storage_account
#         - azurerm_storage_container
#         - aws_s3_bucket
#         - google_storage_bucket
#       schema: {type: array, items: {type: string}, uniqueItems: true}
#     other_types:
#       description: Resource types whose destruction policies of their own report (DBX-UC-021, DBX-CHG-003).
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
#         - databricks_mlflow_experiment
#         - databricks_grants
#         - databricks_secret_scope
#       schema: {type: array, items: {type: string}, uniqueItems: true}
package policies.rules.state.unapproved_deletion

import data.policies.lib.documents
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	_count > _allowed
	some type in (_types - _stateful)
	some resource in resources.destroyed[type]
	result := results.at(resource, "", sprintf(
		"The plan is to %s %s; it destroys %d in all, and %d may be without approval",
		[resource.action, resource.address, _count, _allowed],
	))
}

deny contains result if {
	some type in (_types & _stateful)
	some resource in resources.destroyed[type]
	result := results.at(resource, "", sprintf("The plan is to %s %s, which holds data", [resource.action, resource.address]))
}

# A plan says for certain what it destroys.
undecided := set()

checked := documents.addresses(input.resources) if {
	documents.plan
} else := set()

_count := sum([count(by_address) | some by_address in resources.destroyed])

_types := {type | some type, _ in resources.destroyed} - _listed("other_types")

_stateful := _listed("stateful_types")

_allowed := parameters.of("DBX-TFS-018", "max_deletes")

_listed(name) := {type | some type in parameters.of("DBX-TFS-018", name)}
