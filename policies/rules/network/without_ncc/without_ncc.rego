# METADATA
# scope: package
# title: Workspaces have a network connectivity configuration
# description: |
#   Looks for a network connectivity configuration of each workspace on AWS and GCP, its own or by a
#   databricks_mws_ncc_binding. Without one serverless compute reaches storage over public addresses
#   that no firewall can name. A plan does not show what another configuration binds: then it is
#   undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/serverless-network-security/
#     description: Networking of serverless compute
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/mws_ncc_binding
#     description: The resource
# custom:
#   id: DBX-NET-025
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_mws_workspaces, databricks_mws_ncc_binding]
#   attributes: [network_connectivity_config_id, workspace_id]
#   remediation: Add a databricks_mws_ncc_binding for the workspace.
#   controls:
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.without_ncc

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some address, workspace in resources.present.databricks_mws_workspaces
	_connected[address] == false
	result := results.at(workspace, _attribute, sprintf("%s has no network connectivity configuration; wanted is a databricks_mws_ncc_binding", [workspaces.label(workspace)]))
}

undecided contains result if {
	some address, workspace in resources.present.databricks_mws_workspaces
	_connected[address] == "unknown"
	result := results.at(workspace, _attribute, sprintf("%s: whether it has a network connectivity configuration is not known yet", [workspaces.label(workspace)]))
}

checked contains address if some address, _ in resources.present.databricks_mws_workspaces

_connected[address] := verdict if {
	some address, workspace in resources.present.databricks_mws_workspaces
	own := references.given(workspace, blocks.whole(workspace), _attribute)
	verdicts := {own} | {each |
		some binding in resources.present.databricks_mws_ncc_binding
		each := references.aims(binding, blocks.whole(binding), "workspace_id", workspace, "workspace_id")
	}
	verdict := references.any_of(verdicts)
}

_attribute := "network_connectivity_config_id"
