# METADATA
# scope: package
# title: Nodes of Azure workspaces have no public addresses
# description: |
#   Looks at `no_public_ip` in `custom_parameters` of Azure workspaces (secure cluster connectivity).
#   Versions of the provider before 4 take false where nothing is written, later ones true: then it is
#   undecided, until a state shows the value.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/network/classic/secure-cluster-connectivity
#     description: Secure cluster connectivity
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-005
#   severity: high
#   sets: [strict, production]
#   resource_types: [azurerm_databricks_workspace]
#   attributes: ["custom_parameters[].no_public_ip"]
#   remediation: Set `no_public_ip = true` in `custom_parameters`.
#   controls:
#     sat: [NS-6]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     cis-azure: ["2.1.9"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.azure_public_ip

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.workspaces

deny contains result if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	parameters := workspaces.parameters[address]
	switches.state(parameters, "no_public_ip", true) == false
	result := results.at(workspace, blocks.attribute(parameters, "no_public_ip"), sprintf(
		"%s gives its nodes public addresses (no_public_ip = false); wanted is true",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	parameters := workspaces.parameters[address]
	switches.state(parameters, "no_public_ip", "unknown") == "unknown"
	result := results.at(workspace, blocks.attribute(parameters, "no_public_ip"), _doubt(workspace))
}

undecided contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	blocks.inside(blocks.whole(workspace), "custom_parameters") == []
	result := results.at(workspace, "custom_parameters", _doubt(workspace))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace

_doubt(workspace) := sprintf(
	"%s: whether its nodes have public addresses is not known yet; wanted is no_public_ip = true",
	[workspaces.label(workspace)],
)
