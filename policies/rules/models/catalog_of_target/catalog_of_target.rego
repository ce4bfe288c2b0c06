# METADATA
# scope: package
# title: Registered models stand in the catalog of their target
# description: |
#   Compares the catalog of every registered model with the target that the document is for. A model
#   that production scores with must come through the production catalog, and nothing that is tried
#   out may land there: a catalog that is listed for one target is closed to the others. Targets that
#   are not listed may use any other catalog. Without a known target the catalog says nothing:
#   undecided, and `--target` decides.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/mlops/mlops-workflow
#     description: One catalog for each environment
# custom:
#   id: DBX-ML-005
#   severity: high
#   sets: [llmops]
#   resource_types: [databricks_registered_model]
#   attributes: [catalog_name]
#   remediation: Take catalog_name from the target, such as `catalog_name = var.target`.
#   controls:
#     nist-800-53: [CM-4(1), AC-4]
#     cis-controls: ["16.8"]
#     iso-27001: [A.8.31]
#     soc2: [CC8.1]
#   parameters:
#     target_catalogs:
#       description: Target → catalogs for its models, as globs; compared without regard to case.
#       default: {prod: [prod]}
#       schema:
#         type: object
#         additionalProperties: {type: array, minItems: 1, items: {type: string, minLength: 1}}
package policies.rules.models.catalog_of_target

import data.policies.lib.catalogs
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some resource in resources.present.databricks_registered_model
	catalog := _catalog(resource)
	result := results.at(resource, "catalog_name", sprintf("Registered model is in catalog %q%s", [catalog, catalogs.fault(_rooms, catalog)]))
}

undecided contains result if {
	some resource in resources.present.databricks_registered_model
	count(_rooms) > 0
	not catalogs.target
	result := results.at(resource, "catalog_name", "The target is not known, so the catalog of this registered model cannot be compared; say it with --target")
}

undecided contains result if {
	some resource in resources.present.databricks_registered_model
	count(_rooms) > 0
	target := catalogs.target
	names := {name | name := _catalog(resource)}
	count(names) == 0
	result := results.at(resource, "catalog_name", sprintf(
		"The catalog of this registered model is not known yet; catalogs are tied to targets, and this is target %q",
		[target],
	))
}

checked contains address if some address, _ in resources.present.databricks_registered_model

_catalog(resource) := catalog if {
	catalog := texts.written(resource, "catalog_name")
	catalog != ""
}

_rooms := catalogs.rooms(parameters.of("DBX-ML-005", "target_catalogs"))
