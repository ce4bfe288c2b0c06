# METADATA
# scope: package
# title: Azure workspaces encrypt their root storage twice
# description: |
#   Looks at `infrastructure_encryption_enabled` of Azure workspaces: a second layer of encryption of
#   the workspace storage account. It can be chosen only when the workspace is made.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/keys/double-encryption
#     description: Double encryption of the workspace storage account
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-012
#   severity: low
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace]
#   attributes: [infrastructure_encryption_enabled]
#   remediation: Set `infrastructure_encryption_enabled = true`, which makes the workspace anew.
#   controls:
#     nist-800-53: [SC-12, SC-28(1)]
#     cis-controls: ["3.11"]
#     iso-27001: [A.8.24]
#     soc2: [CC6.1]
package policies.rules.network.azure_infrastructure_encryption

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.workspaces

deny contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	switches.state(workspace, "infrastructure_encryption_enabled", false) == false
	result := results.at(workspace, "infrastructure_encryption_enabled", sprintf(
		"%s has no second layer of encryption (infrastructure_encryption_enabled); wanted is true",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	switches.unclear(workspace, "infrastructure_encryption_enabled")
	result := results.at(workspace, "infrastructure_encryption_enabled", sprintf(
		"%s: whether it has a second layer of encryption is not known yet; wanted is infrastructure_encryption_enabled = true",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace
