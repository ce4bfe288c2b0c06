# METADATA
# scope: package
# title: Azure workspaces have diagnostic settings
# description: |
#   Looks for an azurerm_monitor_diagnostic_setting of each Azure workspace. Without one nobody keeps
#   who signed in, who changed rights and who read what. Where Azure Policy or another configuration
#   makes the settings, give this policy a waiver.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/admin/account-settings/audit-log-delivery
#     description: Audit logs of an Azure workspace
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting
#     description: The resource
# custom:
#   id: DBX-NET-015
#   severity: high
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace, azurerm_monitor_diagnostic_setting]
#   attributes: [target_resource_id]
#   remediation: Add an azurerm_monitor_diagnostic_setting with the id of the workspace as `target_resource_id`.
#   controls:
#     sat: [GOV-3, GOV-15]
#     dasf: [DASF 14, DASF 55]
#     nist-800-53: [AU-2, AU-6, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     cis-azure: ["2.1.7"]
#     iso-27001: [A.8.15, A.8.16]
#     soc2: [CC7.2]
package policies.rules.network.azure_without_diagnostics

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	_logged[address] == false
	result := results.at(workspace, "", sprintf("%s has no azurerm_monitor_diagnostic_setting, so its audit logs go nowhere", [workspaces.label(workspace)]))
}

undecided contains result if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	_logged[address] == "unknown"
	result := results.at(workspace, "", sprintf("%s: whether an azurerm_monitor_diagnostic_setting is for it is not known yet", [workspaces.label(workspace)]))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace

_logged[address] := verdict if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	verdicts := {each |
		some setting in resources.present.azurerm_monitor_diagnostic_setting
		each := references.aims(setting, blocks.whole(setting), "target_resource_id", workspace, "id")
	}
	verdict := references.any_of(verdicts)
}
