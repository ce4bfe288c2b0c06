# METADATA
# scope: package
# title: Azure workspaces are premium
# description: |
#   Looks at `sku` of Azure workspaces. Standard and trial workspaces have no access control of objects,
#   no IP access lists, no private link, no keys of your own and no Unity Catalog.
# related_resources:
#   - ref: https://azure.microsoft.com/en-us/pricing/details/databricks/
#     description: What each tier has
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-010
#   severity: high
#   sets: [strict, production]
#   resource_types: [azurerm_databricks_workspace]
#   attributes: [sku]
#   remediation: Set `sku` to premium.
#   controls:
#     nist-800-53: [CM-2, CM-6]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9]
#     soc2: [CC8.1]
package policies.rules.network.azure_not_premium

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.workspaces

deny contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	sku := texts.written(workspace, "sku")
	lower(sku) in {"standard", "trial"}
	result := results.at(workspace, "sku", sprintf("%s has the sku %s; wanted is premium", [workspaces.label(workspace), sku]))
}

undecided contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	texts.hidden(workspace, "sku")
	result := results.at(workspace, "sku", sprintf("%s: its sku is not known yet; wanted is premium", [workspaces.label(workspace)]))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace
