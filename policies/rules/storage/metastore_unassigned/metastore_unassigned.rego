# METADATA
# scope: package
# title: Workspaces have a metastore
# description: |
#   Looks for plans that take the metastore from a workspace which stays: all rights of Unity Catalog
#   are lost there. Workspaces for which a document assigns none are undecided, since Databricks assigns
#   the metastore of the region to new workspaces by itself, or another configuration does.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/get-started
#     description: Workspaces that Unity Catalog is on for
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/metastore_assignment
#     description: The resource
# custom:
#   id: DBX-STO-012
#   severity: high
#   sets: [strict]
#   resource_types: [databricks_metastore_assignment, databricks_mws_workspaces, azurerm_databricks_workspace]
#   attributes: [workspace_id]
#   remediation: Add a databricks_metastore_assignment for the workspace.
#   controls:
#     sat: [GOV-16, GOV-20]
#     dasf: [DASF 5, DASF 16, DASF 24, DASF 43]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     cis-azure: ["2.1.5"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.storage.metastore_unassigned

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some assignment in _taken
	result := results.at(assignment, "", sprintf("The plan takes its metastore from workspace %v", [assignment.before.workspace_id]))
}

undecided contains result if {
	some address, workspace in _workspaces
	_assigned[address] != true
	result := results.at(workspace, "", sprintf(
		"%s: nothing here assigns a metastore; Databricks may have done so by itself",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in _workspaces

checked contains address if some address, _ in _taken

_workspaces[address] := workspace if {
	some type in ["databricks_mws_workspaces", "azurerm_databricks_workspace"]
	some address, workspace in resources.present[type]
}

_assigned[address] := verdict if {
	some address, workspace in _workspaces
	verdicts := {each |
		some assignment in resources.present.databricks_metastore_assignment
		each := references.aims(assignment, blocks.whole(assignment), "workspace_id", workspace, "workspace_id")
	}
	verdict := references.any_of(verdicts)
}

_taken[address] := assignment if {
	some address, assignment in resources.destroyed.databricks_metastore_assignment
	assignment.action == "delete"
	id := _text(assignment.before.workspace_id)
	not _assigned_again[id]
	not _workspace_goes[id]
}

_assigned_again[id] := true if {
	some assignment in resources.present.databricks_metastore_assignment
	id := _text(assignment.values.workspace_id)
}

_workspace_goes[id] := true if {
	some type in ["databricks_mws_workspaces", "azurerm_databricks_workspace"]
	some workspace in resources.destroyed[type]
	workspace.action == "delete"
	id := _text(workspace.before.workspace_id)
}

_text(id) := sprintf("%v", [id])
