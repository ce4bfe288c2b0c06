# METADATA
# scope: package
# title: Storage credentials and locations are validated
# description: |
#   Looks at `skip_validation` of storage credentials and external locations. What is not validated may
#   not work, or lead elsewhere than thought, and nobody hears of it before data is lost.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/storage_credential
#     description: The resource
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/external_location
#     description: The resource, and its defaults
# custom:
#   id: DBX-STO-002
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_storage_credential, databricks_external_location, databricks_metastore_data_access]
#   attributes: [skip_validation]
#   remediation: Set `skip_validation = false`, or leave it out.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.storage.validation_skipped

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.switches

deny contains result if {
	some type in ["databricks_storage_credential", "databricks_external_location", "databricks_metastore_data_access"]
	some resource in resources.present[type]
	switches.state(resource, "skip_validation", false) == true
	result := results.at(resource, "skip_validation", sprintf("%s is not validated (skip_validation); wanted is false", [storage.label(resource)]))
}

undecided contains result if {
	some type in ["databricks_storage_credential", "databricks_external_location", "databricks_metastore_data_access"]
	some resource in resources.present[type]
	switches.unclear(resource, "skip_validation")
	result := results.at(resource, "skip_validation", sprintf("%s: whether it is validated is not known yet; wanted is skip_validation = false", [storage.label(resource)]))
}

checked contains address if {
	some type in ["databricks_storage_credential", "databricks_external_location", "databricks_metastore_data_access"]
	some address, _ in resources.present[type]
}
