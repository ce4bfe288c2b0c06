# METADATA
# scope: package
# title: Workspaces on AWS and GCP run in a network of their owner
# description: |
#   Looks at `network_id` of workspaces on AWS and GCP. Without it Databricks makes a network that
#   nobody can route, filter or watch. Serverless workspaces have no network and are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/classic/customer-managed-vpc
#     description: Workspaces in your own VPC
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/mws_workspaces
#     description: The resource
# custom:
#   id: DBX-NET-016
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_mws_workspaces]
#   attributes: [network_id, compute_mode]
#   remediation: Add a databricks_mws_networks and set `network_id` to it.
#   controls:
#     sat: [NS-4]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.databricks_managed_network

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some workspace in workspaces.classic
	references.given(workspace, blocks.whole(workspace), "network_id") == false
	result := results.at(workspace, "network_id", sprintf(
		"%s runs in a network that Databricks makes; wanted is a network_id of your own",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some workspace in workspaces.classic
	references.given(workspace, blocks.whole(workspace), "network_id") == "unknown"
	result := results.at(workspace, "network_id", sprintf(
		"%s: whether it runs in a network of yours is not known yet; wanted is network_id",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in workspaces.classic
