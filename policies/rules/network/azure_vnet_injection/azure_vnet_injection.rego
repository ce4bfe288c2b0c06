# METADATA
# scope: package
# title: Azure workspaces run in a virtual network of their owner
# description: |
#   Looks at `virtual_network_id` in `custom_parameters` of Azure workspaces. Without it Databricks
#   makes a network that nobody can route, filter or watch.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/network/classic/vnet-inject
#     description: Azure workspaces in your own virtual network
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-006
#   severity: medium
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace]
#   attributes: ["custom_parameters[].virtual_network_id"]
#   remediation: Set `virtual_network_id` and the names of both subnets in `custom_parameters`, which makes the workspace anew.
#   controls:
#     sat: [NS-4]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     cis-azure: ["2.1.1"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.azure_vnet_injection

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	blocks.inside(blocks.whole(workspace), "custom_parameters") == []
	result := results.at(workspace, "custom_parameters", _message(workspace))
}

deny contains result if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	parameters := workspaces.parameters[address]
	references.given(workspace, parameters, "virtual_network_id") == false
	result := results.at(workspace, blocks.attribute(parameters, "virtual_network_id"), _message(workspace))
}

undecided contains result if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	parameters := workspaces.parameters[address]
	references.given(workspace, parameters, "virtual_network_id") == "unknown"
	result := results.at(workspace, blocks.attribute(parameters, "virtual_network_id"), sprintf(
		"%s: whether it runs in a virtual network of yours is not known yet; wanted is virtual_network_id",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace

_message(workspace) := sprintf(
	"%s runs in a network that Databricks makes; wanted is a virtual_network_id of your own",
	[workspaces.label(workspace)],
)
