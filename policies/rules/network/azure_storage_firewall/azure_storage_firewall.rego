# METADATA
# scope: package
# title: Storage accounts of Azure workspaces have a firewall
# description: |
#   Looks at `default_storage_firewall_enabled` of Azure workspaces. Without it the storage account of
#   the workspace, which holds the DBFS root and results of queries, takes requests from all networks.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/network/storage/firewall-support
#     description: Firewall of the workspace storage account
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-013
#   severity: medium
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace]
#   attributes: [default_storage_firewall_enabled]
#   remediation: Set `default_storage_firewall_enabled = true` and `access_connector_id`.
#   controls:
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.azure_storage_firewall

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.workspaces

deny contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	switches.state(workspace, "default_storage_firewall_enabled", false) == false
	result := results.at(workspace, "default_storage_firewall_enabled", sprintf(
		"%s lets all networks reach its storage account (default_storage_firewall_enabled); wanted is true",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	switches.unclear(workspace, "default_storage_firewall_enabled")
	result := results.at(workspace, "default_storage_firewall_enabled", sprintf(
		"%s: whether all networks reach its storage account is not known yet; wanted is default_storage_firewall_enabled = true",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace
