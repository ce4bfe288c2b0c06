# METADATA
# scope: package
# title: Azure workspaces behind private link need no rules for the internet
# description: |
#   Looks at `network_security_group_rules_required` of Azure workspaces that take no requests from the
#   internet. With AllRules Azure adds rules that let nodes and control plane talk past the private
#   link.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/network/classic/private-link
#     description: Private link between nodes and control plane
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-008
#   severity: low
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace]
#   attributes: [public_network_access_enabled, network_security_group_rules_required]
#   remediation: Set `network_security_group_rules_required` to NoAzureDatabricksRules.
#   controls:
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.azure_nsg_rules

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.texts
import data.policies.lib.workspaces

deny contains result if {
	some workspace in _private
	texts.written(workspace, "network_security_group_rules_required") in {"", "AllRules"}
	result := results.at(workspace, "network_security_group_rules_required", sprintf(
		"%s takes no requests from the internet, yet network_security_group_rules_required is AllRules; wanted is NoAzureDatabricksRules",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some workspace in _private
	texts.hidden(workspace, "network_security_group_rules_required")
	result := results.at(workspace, "network_security_group_rules_required", sprintf(
		"%s: its network_security_group_rules_required is not known yet; wanted is NoAzureDatabricksRules",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in _private

_private[address] := workspace if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	switches.state(workspace, "public_network_access_enabled", true) == false
}
