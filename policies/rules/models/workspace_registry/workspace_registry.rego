# METADATA
# scope: package
# title: Models are registered in Unity Catalog
# description: |
#   Looks for models of the workspace registry, `databricks_mlflow_model`. They belong to one workspace, know
#   neither grants nor lineage, and Databricks calls the registry legacy. What stands in Unity Catalog is a
#   `databricks_registered_model`. A model that goes away is not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/manage-model-lifecycle/upgrade-workflows
#     description: From the workspace registry to Unity Catalog
# custom:
#   id: DBX-ML-003
#   severity: medium
#   sets: [strict, llmops]
#   resource_types: [databricks_mlflow_model, databricks_registered_model]
#   attributes: [name]
#   remediation: Use `databricks_registered_model`, and register new versions there.
#   controls:
#     sat: [GOV-28]
#     nist-800-53: [CM-2, CM-6, AC-3]
#     cis-controls: ["4.1", "3.3", "6.8"]
#     iso-27001: [A.8.9, A.5.15, A.5.18, A.8.3]
#     soc2: [CC8.1, CC6.1, CC6.3]
package policies.rules.models.workspace_registry

import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some resource in resources.present.databricks_mlflow_model
	result := results.at(resource, "", sprintf(
		"%s is registered in the workspace; wanted is a databricks_registered_model in Unity Catalog",
		[_label(resource)],
	))
}

# A model of this type is one, whatever is unknown of it.
undecided := set()

checked contains address if {
	some type in ["databricks_mlflow_model", "databricks_registered_model"]
	some address, _ in resources.present[type]
}

_label(model) := sprintf(`Model "%s"`, [model.values.name]) if {
	model.values.name != ""
} else := model.address
