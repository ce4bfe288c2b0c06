# METADATA
# scope: package
# title: Logs of clusters do not lie on DBFS
# description: |
#   Looks at where clusters, job clusters and clusters of pipelines deliver their logs. Every user of
#   a workspace can read and write the root of DBFS: logs hold what programs print, and whoever can
#   change them can hide what happened. `dbfs:/Volumes/…` is a volume.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure#compute-log-delivery
#     description: Where clusters can deliver their logs
# custom:
#   id: DBX-CMP-018
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline]
#   attributes: ["cluster_log_conf[].dbfs[].destination", "job_cluster[].new_cluster[].cluster_log_conf[].dbfs[].destination", "task[].new_cluster[].cluster_log_conf[].dbfs[].destination", "cluster[].cluster_log_conf[].dbfs[].destination"]
#   remediation: Set a volume of Unity Catalog as destination.
#   controls:
#     sat: [DP-10]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.compute.logs_on_dbfs

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some cluster in clusters.all
	some i, conf in cluster.values.cluster_log_conf
	some j, place in conf.dbfs
	destination := place.destination
	not startswith(destination, "dbfs:/Volumes/")
	not values.masked(destination)
	result := clusters.at(cluster, sprintf("cluster_log_conf[%d].dbfs[%d].destination", [i, j]), sprintf(
		`%s delivers its logs to "%s", which every user can read and write; wanted is a volume`,
		[clusters.label(cluster), destination],
	))
}

undecided contains result if {
	some cluster in clusters.all_open
	some conf in blocks.inside(cluster, "cluster_log_conf")
	some place in blocks.inside(conf, "dbfs")
	texts.hidden(place, "destination")
	result := results.at(cluster.resource, blocks.attribute(place, "destination"), sprintf(
		"%s: where it delivers its logs is not known yet; wanted is a volume",
		[clusters.label(cluster)],
	))
}

checked := clusters.addresses
