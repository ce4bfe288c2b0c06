# METADATA
# scope: package
# title: Workspaces on AWS and GCP are encrypted with keys of their owner
# description: |
#   Looks at what workspaces on AWS and GCP encrypt with a key of their owner: notebooks and secrets
#   (managed services), and the root storage with the disks of nodes. Each that is missing is a finding.
#   The old `customer_managed_key_id` counts for managed services. Serverless workspaces are not looked
#   at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/keys/customer-managed-keys
#     description: Customer-managed keys
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/mws_workspaces
#     description: The resource
# custom:
#   id: DBX-NET-020
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_mws_workspaces]
#   attributes:
#     - managed_services_customer_managed_key_id
#     - storage_customer_managed_key_id
#     - customer_managed_key_id
#     - compute_mode
#   remediation: Add a databricks_mws_customer_managed_keys and set both ids to it.
#   controls:
#     sat: [DP-3]
#     dasf: [DASF 8, DASF 30]
#     nist-800-53: [SC-12, SC-28(1)]
#     cis-controls: ["3.11"]
#     iso-27001: [A.8.24]
#     soc2: [CC6.1]
package policies.rules.network.customer_managed_keys

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some workspace in workspaces.classic
	some what, attributes in _keys
	_state(workspace, attributes) == false
	result := results.at(workspace, attributes[0], sprintf(
		"%s encrypts %s with a key of Databricks; wanted is %s",
		[workspaces.label(workspace), what, attributes[0]],
	))
}

undecided contains result if {
	some workspace in workspaces.classic
	some attributes in _keys
	_state(workspace, attributes) == "unknown"
	result := results.at(workspace, attributes[0], sprintf("%s: its %s is not known yet", [workspaces.label(workspace), attributes[0]]))
}

checked contains address if some address, _ in workspaces.classic

_state(workspace, attributes) := references.any_of({verdict |
	some attribute in attributes
	verdict := references.given(workspace, blocks.whole(workspace), attribute)
})

_keys := {
	"its notebooks and secrets": ["managed_services_customer_managed_key_id", "customer_managed_key_id"],
	"its root storage and the disks of its nodes": ["storage_customer_managed_key_id"],
}
