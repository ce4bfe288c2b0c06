# METADATA
# title: Workspaces in all clouds
# description: |
#   `label(workspace)`    begins a message.
#   `parameters[address]` the block `custom_parameters` of an Azure workspace as lib.blocks has it: undefined
#                         where there is none, `unknown` true where nothing about it is known.
#   `classic[address]`    those on AWS and GCP but for serverless ones, which have no network of their own.
package policies.lib.workspaces

import data.policies.lib.blocks
import data.policies.lib.resources

classic[address] := workspace if {
	some address, workspace in resources.present.databricks_mws_workspaces
	not workspace.values.compute_mode == "SERVERLESS"
}

label(workspace) := sprintf(`Workspace "%s"`, [workspace.values.name]) if {
	workspace.values.name
} else := sprintf(`Workspace "%s"`, [workspace.values.workspace_name]) if {
	workspace.values.workspace_name
} else := workspace.address

parameters[address] := block if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	block := blocks.inside(blocks.whole(workspace), "custom_parameters")[0]
}
