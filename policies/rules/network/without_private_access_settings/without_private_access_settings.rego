# METADATA
# scope: package
# title: Workspaces on AWS and GCP have private access settings
# description: |
#   Looks at `private_access_settings_id` of workspaces on AWS and GCP. Without them the workspace takes
#   requests from the internet and no private link leads to it. Serverless workspaces are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/front-end/front-end-private-connect
#     description: Private connectivity to a workspace
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/mws_workspaces
#     description: The resource
# custom:
#   id: DBX-NET-017
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_mws_workspaces]
#   attributes: [private_access_settings_id, compute_mode]
#   remediation: Add a databricks_mws_private_access_settings and set `private_access_settings_id` to it.
#   controls:
#     sat: [NS-3]
#     dasf: [DASF 4]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.without_private_access_settings

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some workspace in workspaces.classic
	references.given(workspace, blocks.whole(workspace), "private_access_settings_id") == false
	result := results.at(workspace, "private_access_settings_id", sprintf(
		"%s has no private access settings, so it takes requests from the internet; wanted is private_access_settings_id",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some workspace in workspaces.classic
	references.given(workspace, blocks.whole(workspace), "private_access_settings_id") == "unknown"
	result := results.at(workspace, "private_access_settings_id", sprintf(
		"%s: whether it has private access settings is not known yet; wanted is private_access_settings_id",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in workspaces.classic
