# METADATA
# scope: package
# title: What Unity Catalog governs is not destroyed with its contents
# description: |
#   Looks at `force_destroy`. With it the deletion of a catalog, schema or metastore takes all schemas, tables, volumes
#   and models in it along, and that of a credential or location the objects that depend on it; without it
#   Databricks refuses while there is something left. Sandboxes that are to vanish get a waiver.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/catalog
#     description: force_destroy
# custom:
#   id: DBX-UC-019
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_catalog, databricks_schema, databricks_metastore, databricks_storage_credential, databricks_credential, databricks_external_location, databricks_metastore_data_access]
#   attributes: [force_destroy]
#   remediation: Remove force_destroy.
#   controls:
#     nist-800-53: [CP-9, SC-28, CM-3, CM-5]
#     cis-controls: ["11.3", "3.11", "4.1"]
#     iso-27001: [A.8.13, A.8.24, A.8.9, A.8.32]
#     soc2: [A1.2, CC6.1, CC8.1]
package policies.rules.unity_catalog.force_destroy

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some type, losses in _losses
	some resource in resources.present[type]
	resource.values.force_destroy == true
	result := results.at(resource, "force_destroy", sprintf("%s is destroyed together with %s (force_destroy = true); wanted is that Databricks refuses", [resource.address, losses]))
}

undecided contains result if {
	some type, losses in _losses
	some resource in resources.present[type]
	values.unknown(resource, "force_destroy")
	result := results.at(resource, "force_destroy", sprintf("Whether %s is destroyed together with %s is not known yet; wanted is that Databricks refuses", [resource.address, losses]))
}

checked contains address if {
	some type, _ in _losses
	some address, _ in resources.present[type]
}

_losses := {
	"databricks_catalog": "all that is in it",
	"databricks_schema": "all that is in it",
	"databricks_metastore": "all that it governs",
	"databricks_storage_credential": "what depends on it",
	"databricks_credential": "what depends on it",
	"databricks_external_location": "what depends on it",
	"databricks_metastore_data_access": "what depends on it",
}
