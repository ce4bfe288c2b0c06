# METADATA
# scope: package
# title: Clusters deliver their logs
# description: |
#   Looks at `cluster_log_conf` of clusters and job clusters. Without it the logs of driver and
#   executors are gone some days after the cluster ended, and with them what an investigation needs.
#   Where the cluster says nothing, its cluster policy may.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure#compute-log-delivery
#     description: Where clusters can deliver their logs
# custom:
#   id: DBX-CMP-017
#   severity: low
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job]
#   attributes: [cluster_log_conf, "job_cluster[].new_cluster[].cluster_log_conf", "task[].new_cluster[].cluster_log_conf"]
#   remediation: Write a `cluster_log_conf` block with a volume.
#   controls:
#     nist-800-53: [AU-2, AU-6, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     iso-27001: [A.8.15, A.8.16]
#     soc2: [CC7.2]
package policies.rules.compute.log_delivery

import data.policies.lib.clusters
import data.policies.lib.values

deny contains result if {
	some cluster in _silent
	clusters.by_policy(cluster, "cluster_log_conf.type") == {}
	result := clusters.at(cluster, "cluster_log_conf", sprintf(
		"%s delivers no logs; wanted is a cluster_log_conf with a volume",
		[clusters.label(cluster)],
	))
}

undecided contains result if {
	some cluster in _silent
	clusters.policy_unseen(cluster)
	result := clusters.at(cluster, "cluster_log_conf", sprintf(
		"%s delivers no logs, unless its cluster policy, which is not in this document, says where; wanted is a cluster_log_conf with a volume",
		[clusters.label(cluster)],
	))
}

undecided contains result if {
	some cluster in clusters.full_open
	values.unknown(cluster, "cluster_log_conf")
	result := clusters.at(cluster, "cluster_log_conf", sprintf(
		"%s: whether it delivers logs is not known yet; wanted is a cluster_log_conf with a volume",
		[clusters.label(cluster)],
	))
}

checked := clusters.full_addresses

_silent := [cluster | some cluster in clusters.full; values.unset(cluster, "cluster_log_conf")]
