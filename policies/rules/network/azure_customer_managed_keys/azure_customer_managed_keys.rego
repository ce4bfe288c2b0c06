# METADATA
# scope: package
# title: Azure workspaces are encrypted with keys of their owner
# description: |
#   Looks at what Azure workspaces encrypt with a key from your own vault: notebooks and other data of
#   managed services, the disks of nodes, and the DBFS root. Each that is missing is a finding.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/keys/customer-managed-keys
#     description: Customer-managed keys
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-011
#   severity: medium
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace]
#   attributes:
#     - customer_managed_key_enabled
#     - managed_services_cmk_key_vault_key_id
#     - managed_disk_cmk_key_vault_key_id
#   remediation: Set both key ids and `customer_managed_key_enabled = true`, then add an azurerm_databricks_workspace_root_dbfs_customer_managed_key.
#   controls:
#     sat: [DP-3]
#     dasf: [DASF 8, DASF 30]
#     nist-800-53: [SC-12, SC-28(1)]
#     cis-controls: ["3.11"]
#     cis-azure: ["2.1.8"]
#     iso-27001: [A.8.24]
#     soc2: [CC6.1]
package policies.rules.network.azure_customer_managed_keys

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.workspaces

deny contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	some attribute, what in _keys
	references.given(workspace, blocks.whole(workspace), attribute) == false
	result := results.at(workspace, attribute, sprintf(
		"%s encrypts %s with a key of Microsoft; wanted is %s",
		[workspaces.label(workspace), what, attribute],
	))
}

deny contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	switches.state(workspace, "customer_managed_key_enabled", false) == false
	result := results.at(workspace, "customer_managed_key_enabled", sprintf(
		"%s encrypts its DBFS root with a key of Microsoft; wanted is customer_managed_key_enabled = true",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some workspace in resources.present.azurerm_databricks_workspace
	some attribute in _doubts(workspace)
	result := results.at(workspace, attribute, sprintf("%s: its %s is not known yet", [workspaces.label(workspace), attribute]))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace

_doubts(workspace) := {attribute |
	some attribute, _ in _keys
	references.given(workspace, blocks.whole(workspace), attribute) == "unknown"
} | {attribute |
	some attribute in ["customer_managed_key_enabled"]
	switches.unclear(workspace, attribute)
}

_keys := {
	"managed_disk_cmk_key_vault_key_id": "the disks of its nodes",
	"managed_services_cmk_key_vault_key_id": "its notebooks and secrets",
}
