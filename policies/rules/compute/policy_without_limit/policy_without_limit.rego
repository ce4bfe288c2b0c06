# METADATA
# scope: package
# title: Cluster policies limit the clusters of a user
# description: |
#   Looks at `max_clusters_per_user` of cluster policies. Without it one user can start any number of
#   clusters under a policy that bounds each of them.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/clusters/policy-definition
#     description: Definitions of compute policies
# custom:
#   id: DBX-CMP-027
#   severity: low
#   sets: [cost]
#   resource_types: [databricks_cluster_policy]
#   attributes: [max_clusters_per_user]
#   remediation: Set `max_clusters_per_user`.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
package policies.rules.compute.policy_without_limit

import data.policies.lib.cluster_policies
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some policy_ in _policies
	object.get(policy_.values, "max_clusters_per_user", 0) == 0
	not values.unknown(policy_, "max_clusters_per_user")
	result := results.at(policy_, "max_clusters_per_user", sprintf(
		"%s lets a user start any number of clusters; wanted is a limit (max_clusters_per_user)",
		[cluster_policies.label(policy_)],
	))
}

undecided contains result if {
	some policy_ in _policies
	values.unknown(policy_, "max_clusters_per_user")
	result := results.at(policy_, "max_clusters_per_user", sprintf(
		"%s: how many clusters a user may start is not known yet; wanted is a limit",
		[cluster_policies.label(policy_)],
	))
}

checked contains address if some address, _ in _policies

_policies := object.get(resources.present, "databricks_cluster_policy", {})
