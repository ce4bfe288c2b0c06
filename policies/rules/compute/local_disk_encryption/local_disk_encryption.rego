# METADATA
# scope: package
# title: Local disks of clusters are encrypted
# description: |
#   Looks at `enable_local_disk_encryption` of clusters, job clusters and clusters of pipelines.
#   Without it, shuffle data and caches lie in clear on the disks of the nodes. Not needed, and so not
#   asked for, are clusters on Google Cloud and node types whose local disks are always encrypted (AWS
#   instances with NVMe disks). Where the cluster says nothing, its cluster policy may set it. Before
#   apply a value that nobody wrote is not known: undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure#local-disk-encryption
#     description: Local disk encryption
# custom:
#   id: DBX-CMP-005
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline]
#   attributes: [enable_local_disk_encryption, "job_cluster[].new_cluster[].enable_local_disk_encryption", "task[].new_cluster[].enable_local_disk_encryption", "cluster[].enable_local_disk_encryption", node_type_id, gcp_attributes]
#   remediation: Set `enable_local_disk_encryption = true`.
#   controls:
#     sat: [DP-2]
#     dasf: [DASF 8, DASF 30]
#     nist-800-53: [SC-12, SC-28(1)]
#     cis-controls: ["3.11"]
#     cis-azure: ["2.1.8"]
#     iso-27001: [A.8.24]
#     soc2: [CC6.1]
#   parameters:
#     encrypted_node_types_regex:
#       description: Node types whose local disks are always encrypted; RE2 syntax.
#       default: ^(i3|i3en|i4g|i4i|i7i|i7ie|i8g|im4gn|is4gen|[cmrz][0-9]+[a-z]*d[a-z]*)\.
#       schema: {type: string, minLength: 1, format: regex}
package policies.rules.compute.local_disk_encryption

import data.policies.lib.clusters
import data.policies.lib.parameters
import data.policies.lib.values

deny contains result if {
	some cluster in _clear
	clusters.by_policy(cluster, "enable_local_disk_encryption") in [{}, {"value": false}]
	result := clusters.at(cluster, "enable_local_disk_encryption", sprintf(
		"%s does not encrypt its local disks; wanted is enable_local_disk_encryption = true",
		[clusters.label(cluster)],
	))
}

undecided contains result if {
	some cluster in _clear
	clusters.policy_unseen(cluster)
	result := clusters.at(cluster, "enable_local_disk_encryption", sprintf(
		"%s does not encrypt its local disks itself, and its cluster policy, which may do so, is not in this document; wanted is enable_local_disk_encryption = true",
		[clusters.label(cluster)],
	))
}

undecided contains result if {
	some cluster in clusters.all_open
	values.unknown(cluster, "enable_local_disk_encryption")
	not _exempt(cluster)
	result := clusters.at(cluster, "enable_local_disk_encryption", sprintf(
		"%s: whether it encrypts its local disks is not known yet; wanted is enable_local_disk_encryption = true",
		[clusters.label(cluster)],
	))
}

checked := clusters.addresses

_clear := [cluster |
	some cluster in clusters.all
	object.get(cluster.values, "enable_local_disk_encryption", false) == false
	not values.unknown(cluster, "enable_local_disk_encryption")
	not _exempt(cluster)
]

_exempt(cluster) if count(cluster.values.gcp_attributes) > 0

_exempt(cluster) if regex.match(_encrypted_nodes, cluster.values.node_type_id)

_encrypted_nodes := parameters.of("DBX-CMP-005", "encrypted_node_types_regex")
