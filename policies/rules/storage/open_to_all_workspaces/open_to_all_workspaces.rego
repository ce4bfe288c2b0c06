# METADATA
# scope: package
# title: Storage credentials and locations are bound to workspaces
# description: |
#   Looks at `isolation_mode` of storage credentials and external locations. An open one can be used
#   from every workspace of the metastore, also from those for development. Where nobody writes it, it
#   is open, which a plan does not show: then it is undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/workspace-binding
#     description: Workspaces that may use a credential or location
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/external_location
#     description: The resource, and its defaults
# custom:
#   id: DBX-STO-003
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_storage_credential, databricks_external_location]
#   attributes: [isolation_mode]
#   remediation: Set `isolation_mode` to ISOLATION_MODE_ISOLATED, and add a databricks_workspace_binding for each workspace.
#   controls:
#     nist-800-53: [CM-4(1), AC-4]
#     cis-controls: ["16.8"]
#     iso-27001: [A.8.31]
#     soc2: [CC8.1]
package policies.rules.storage.open_to_all_workspaces

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.texts

deny contains result if {
	some type in _types
	some resource in resources.present[type]
	mode := texts.written(resource, "isolation_mode")
	mode != "ISOLATION_MODE_ISOLATED"
	result := results.at(resource, "isolation_mode", sprintf(
		"%s can be used from all workspaces of its metastore; wanted is isolation_mode = ISOLATION_MODE_ISOLATED",
		[storage.label(resource)],
	))
}

undecided contains result if {
	some type in _types
	some resource in resources.present[type]
	texts.hidden(resource, "isolation_mode")
	result := results.at(resource, "isolation_mode", sprintf(
		"%s: from which workspaces it can be used is not known yet; wanted is isolation_mode = ISOLATION_MODE_ISOLATED",
		[storage.label(resource)],
	))
}

checked contains address if {
	some type in _types
	some address, _ in resources.present[type]
}

_types := ["databricks_storage_credential", "databricks_external_location"]
