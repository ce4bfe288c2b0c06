# METADATA
# scope: package
# title: Metastores keep engines outside of Databricks away
# description: |
#   Looks at `external_access_enabled` of metastores. With it, whoever holds EXTERNAL USE SCHEMA reads
#   tables from outside, past everything that only compute of Databricks enforces, such as row filters.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/external-access/admin
#     description: External data access
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/metastore
#     description: The resource
# custom:
#   id: DBX-STO-013
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_metastore]
#   attributes: [external_access_enabled]
#   remediation: Set `external_access_enabled = false`, or leave it out.
#   controls:
#     nist-800-53: [AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.13"]
#     iso-27001: [A.8.12]
#     soc2: [CC6.7]
package policies.rules.storage.external_data_access

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.switches

deny contains result if {
	some resource in resources.present.databricks_metastore
	switches.state(resource, "external_access_enabled", false) == true
	result := results.at(resource, "external_access_enabled", sprintf("%s lets engines outside of Databricks read its tables (external_access_enabled); wanted is false", [storage.label(resource)]))
}

undecided contains result if {
	some resource in resources.present.databricks_metastore
	switches.unclear(resource, "external_access_enabled")
	result := results.at(resource, "external_access_enabled", sprintf("%s: whether engines outside of Databricks read its tables is not known yet; wanted is external_access_enabled = false", [storage.label(resource)]))
}

checked contains address if some address, _ in resources.present.databricks_metastore
