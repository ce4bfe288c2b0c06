# METADATA
# scope: package
# title: Subnets of Azure workspaces have a network security group
# description: |
#   Looks at the ids of the associations between subnets and network security groups in
#   `custom_parameters` of Azure workspaces that run in a virtual network of their owner. They make
#   Terraform wait for the rules before it makes the workspace, and remove the workspace before the
#   rules.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/network/classic/vnet-inject
#     description: Azure workspaces in your own virtual network
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-007
#   severity: medium
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace]
#   attributes:
#     - "custom_parameters[].virtual_network_id"
#     - "custom_parameters[].public_subnet_network_security_group_association_id"
#     - "custom_parameters[].private_subnet_network_security_group_association_id"
#   remediation: Set both `…_subnet_network_security_group_association_id` to the ids of azurerm_subnet_network_security_group_association.
#   controls:
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     cis-azure: ["2.1.2"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.azure_subnet_without_nsg

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	_injected[address]
	some name in _names
	references.given(workspace, workspaces.parameters[address], name) == false
	result := results.at(workspace, blocks.attribute(workspaces.parameters[address], name), sprintf(
		"%s has no %s; wanted is the id of an azurerm_subnet_network_security_group_association",
		[workspaces.label(workspace), name],
	))
}

undecided contains result if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	_injected[address]
	some name in _names
	references.given(workspace, workspaces.parameters[address], name) == "unknown"
	result := results.at(workspace, blocks.attribute(workspaces.parameters[address], name), sprintf(
		"%s: its %s is not known yet",
		[workspaces.label(workspace), name],
	))
}

checked contains address if some address, _ in _injected

# Also where it is not known yet: false is what no workspace without a network has.
_injected[address] := true if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	parameters := workspaces.parameters[address]
	parameters.unknown != true
	references.given(workspace, parameters, "virtual_network_id") != false
}

_names := [
	"public_subnet_network_security_group_association_id",
	"private_subnet_network_security_group_association_id",
]
