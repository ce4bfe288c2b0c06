# METADATA
# scope: package
# title: Clusters take no SSH keys
# description: |
#   Looks at `ssh_public_keys` of clusters, job clusters and clusters of pipelines. Whoever holds the
#   private key gets a shell as root on the driver, beside the permissions of Databricks and beside
#   its audit log.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure
#     description: How compute is configured
# custom:
#   id: DBX-CMP-011
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline]
#   attributes: [ssh_public_keys, "job_cluster[].new_cluster[].ssh_public_keys", "task[].new_cluster[].ssh_public_keys", "cluster[].ssh_public_keys"]
#   remediation: Remove the keys; where a shell is needed, use the web terminal.
#   controls:
#     nist-800-53: [SC-7, SC-7(5), AC-17, AC-3, AC-6]
#     cis-controls: ["12.2", "13.4", "3.3", "6.8"]
#     iso-27001: [A.8.20, A.8.22, A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.6, CC6.1, CC6.3]
package policies.rules.compute.ssh_keys

import data.policies.lib.clusters
import data.policies.lib.values

deny contains result if {
	some cluster in clusters.all
	keys := count(cluster.values.ssh_public_keys)
	keys > 0
	result := clusters.at(cluster, "ssh_public_keys", sprintf(
		"%s lets in whoever holds one of %v SSH keys, past Databricks' permissions and audit log; none is wanted",
		[clusters.label(cluster), keys],
	))
}

undecided contains result if {
	some cluster in clusters.all_open
	values.unknown(cluster, "ssh_public_keys")
	result := clusters.at(cluster, "ssh_public_keys", sprintf(
		"%s: whether it has SSH keys is not known yet; none is wanted",
		[clusters.label(cluster)],
	))
}

checked := clusters.addresses
