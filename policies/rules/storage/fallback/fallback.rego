# METADATA
# scope: package
# title: External locations do not fall back to credentials of clusters
# description: |
#   Looks at `fallback` of external locations. With it, who may not read the location by Unity Catalog
#   still does where the cluster has credentials of its own.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/manage-external-locations
#     description: Fallback mode
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/external_location
#     description: The resource, and its defaults
# custom:
#   id: DBX-STO-009
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_external_location]
#   attributes: [fallback]
#   remediation: Set `fallback = false`, or leave it out, once no workload needs it any more.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.storage.fallback

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.switches

deny contains result if {
	some resource in resources.present.databricks_external_location
	switches.state(resource, "fallback", false) == true
	result := results.at(resource, "fallback", sprintf("%s falls back to credentials of clusters (fallback); wanted is false", [storage.label(resource)]))
}

undecided contains result if {
	some resource in resources.present.databricks_external_location
	switches.unclear(resource, "fallback")
	result := results.at(resource, "fallback", sprintf("%s: whether it falls back to credentials of clusters is not known yet; wanted is fallback = false", [storage.label(resource)]))
}

checked contains address if some address, _ in resources.present.databricks_external_location
