# METADATA
# scope: package
# title: Clusters follow a cluster policy
# description: |
#   Looks at `policy_id` of clusters and job clusters. A cluster policy sets the bounds of what a
#   cluster costs and which access mode, tags and runtime it has; without one each cluster decides for
#   itself. Which policy it is, is not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/clusters/policies
#     description: Compute policies
# custom:
#   id: DBX-CMP-015
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_cluster, databricks_job]
#   attributes: [policy_id, "job_cluster[].new_cluster[].policy_id", "task[].new_cluster[].policy_id"]
#   remediation: Set `policy_id`, such as `databricks_cluster_policy.jobs.id`.
#   controls:
#     nist-800-53: [CM-2, CM-6, CM-8, AU-6]
#     cis-controls: ["4.1", "1.1"]
#     iso-27001: [A.8.9, A.5.9, A.8.6]
#     soc2: [CC8.1, A1.1]
package policies.rules.compute.without_policy

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.values

deny contains result if {
	some cluster in clusters.full
	values.unset(cluster, "policy_id")
	result := clusters.at(cluster, "policy_id", sprintf(
		"%s follows no cluster policy; wanted is one that bounds its size, access mode and tags",
		[clusters.label(cluster)],
	))
}

undecided contains result if {
	some cluster in clusters.full_open
	values.unknown(cluster, "policy_id")
	count(_linked(cluster)) == 0
	result := clusters.at(cluster, "policy_id", sprintf(
		"%s: whether it follows a cluster policy is not known yet; wanted is one that bounds its size, access mode and tags",
		[clusters.label(cluster)],
	))
}

checked := clusters.full_addresses

_linked(cluster) := [target |
	some target in cluster.resource.links[blocks.attribute(cluster, "policy_id")]
	input.resources.databricks_cluster_policy[target]
]
