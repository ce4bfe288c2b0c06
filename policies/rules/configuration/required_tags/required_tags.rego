# METADATA
# scope: package
# title: Everything that takes tags carries the required ones
# description: |
#   Looks at the tags of experiments, models of the workspace registry, serving endpoints, database and search
#   endpoints, workspaces, and of jobs and pipelines without clusters of their own, and at those of Azure's
#   workspaces, storage accounts, access connectors and private endpoints. What belongs to nobody is cleaned
#   up by nobody. Names of tags are compared without regard to case. Compute is the subject of DBX-CMP-016, budget
#   policies that of DBX-COST-004.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/account-settings/usage-detail-tags
#     description: Tags, and how costs are attributed by them
# custom:
#   id: DBX-CFG-005
#   severity: low
#   sets: [cost]
#   resource_types:
#     - databricks_ai_search_endpoint
#     - databricks_database_instance
#     - databricks_job
#     - databricks_mlflow_experiment
#     - databricks_mlflow_model
#     - databricks_model_serving
#     - databricks_model_serving_provisioned_throughput
#     - databricks_mws_workspaces
#     - databricks_pipeline
#     - azurerm_databricks_access_connector
#     - azurerm_databricks_workspace
#     - azurerm_private_endpoint
#     - azurerm_storage_account
#   attributes: [tags, "tags[].key", custom_tags, "custom_tags[].key"]
#   remediation: Add the tags, in a module once for all.
#   controls:
#     nist-800-53: [CM-8]
#   parameters:
#     required_tags:
#       description: Names of the tags that everything carries.
#       default: [CostCenter, Environment, Owner]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.configuration.required_tags

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some [resource, attribute] in _looked_at
	not _is_open(resource, attribute)
	missing := _missing(resource.values[attribute])
	count(missing) > 0
	result := results.at(resource, attribute, sprintf("%s lacks the tags %s", [resource.address, concat(", ", missing)]))
}

deny contains result if {
	some [resource, attribute] in _looked_at
	not _is_open(resource, attribute)
	values.unset(resource, attribute)
	count(_required) > 0
	result := results.at(resource, attribute, sprintf("%s lacks the tags %s", [resource.address, concat(", ", _required)]))
}

undecided contains result if {
	some [resource, attribute] in _looked_at
	_is_open(resource, attribute)
	missing := _missing(object.get(resource.values, attribute, []))
	count(missing) > 0
	result := results.at(resource, attribute, sprintf(
		"Whether %s has the tags %s is not known yet",
		[resource.address, concat(", ", missing)],
	))
}

checked contains address if {
	some [resource, _] in _looked_at
	address := resource.address
}

_looked_at := [[resource, attribute] |
	some attribute, types in _types
	some type in types
	some address, resource in resources.present[type]
	not _with_clusters[address]
]

# The names of all tags, or of one, come only with the apply.
_is_open(resource, attribute) if values.unknown(resource, attribute)

_is_open(resource, attribute) if {
	some block in blocks.of(resource.values, resource.unknown, attribute)
	values.unknown(block, "key")
}

_missing(tags) := {tag |
	names := {lower(name) | some name in _names(tags)}
	some tag in _required
	name := lower(tag)
	not name in names
}

_names(tags) := {name | some name, _ in tags} if {
	is_object(tags)
} else := {block.key |
	some block in tags
	is_string(block.key)
} if {
	is_array(tags)
}

_required := {tag | some tag in parameters.of("DBX-CFG-005", "required_tags")}

_with_clusters := {address: true | some address in clusters.addresses}

_types := {
	"custom_tags": ["databricks_ai_search_endpoint", "databricks_database_instance", "databricks_mws_workspaces"],
	"tags": [
		"databricks_job", "databricks_mlflow_experiment", "databricks_mlflow_model", "databricks_model_serving",
		"databricks_model_serving_provisioned_throughput", "databricks_pipeline",
		"azurerm_databricks_access_connector", "azurerm_databricks_workspace", "azurerm_private_endpoint",
		"azurerm_storage_account",
	],
}
