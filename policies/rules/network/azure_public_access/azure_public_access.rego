# METADATA
# scope: package
# title: Azure workspaces are reached by private endpoints alone
# description: |
#   Looks at `public_network_access_enabled` of Azure workspaces. While it is on, whoever holds a
#   credential reaches the workspace from anywhere. True is what the provider takes when nothing is
#   written. Where people work from the internet on purpose, behind IP access lists, leave this policy
#   out.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/network/front-end/front-end-private-connect
#     description: Private connectivity to an Azure workspace
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-004
#   severity: high
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace]
#   attributes: [public_network_access_enabled]
#   remediation: Set `public_network_access_enabled = false` and reach the workspace by private endpoints.
#   controls:
#     sat: [NS-3]
#     dasf: [DASF 4]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     cis-azure: ["2.1.10"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.azure_public_access

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.workspaces

deny contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	switches.state(workspace, "public_network_access_enabled", true) == true
	result := results.at(workspace, "public_network_access_enabled", sprintf(
		"%s can be reached from the internet (public_network_access_enabled); wanted is false",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	switches.unclear(workspace, "public_network_access_enabled")
	result := results.at(workspace, "public_network_access_enabled", sprintf(
		"%s: whether it can be reached from the internet is not known yet; wanted is public_network_access_enabled = false",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace
