# METADATA
# scope: package
# title: Clusters of many workers scale with their load
# description: |
#   Looks at `num_workers` and `autoscale` of clusters, job clusters and clusters of pipelines. A
#   large cluster of fixed size costs the same when it has nothing to do. An `autoscale` block whose
#   `max_workers` is below its `min_workers` is refused by the workspace, after the rest of the plan
#   was applied. A cluster policy that sets the number of workers is not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure#enable-autoscaling
#     description: Autoscaling
# custom:
#   id: DBX-CMP-014
#   severity: low
#   sets: [cost]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline]
#   attributes: [num_workers, "job_cluster[].new_cluster[].num_workers", "task[].new_cluster[].num_workers", "cluster[].num_workers", "autoscale[].min_workers", "job_cluster[].new_cluster[].autoscale[].min_workers", "task[].new_cluster[].autoscale[].min_workers", "cluster[].autoscale[].min_workers", "autoscale[].max_workers", "job_cluster[].new_cluster[].autoscale[].max_workers", "task[].new_cluster[].autoscale[].max_workers", "cluster[].autoscale[].max_workers"]
#   remediation: Write an `autoscale` block instead of `num_workers`.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
#   parameters:
#     max_workers:
#       description: The most workers of a cluster of fixed size.
#       default: 10
#       schema: {type: integer, minimum: 0}
package policies.rules.compute.size

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some cluster in clusters.all
	cluster.values.num_workers > _most
	result := clusters.at(cluster, "num_workers", sprintf(
		"%s has %v workers all the time; above %v it scales with its load (autoscale)",
		[clusters.label(cluster), cluster.values.num_workers, _most],
	))
}

deny contains result if {
	some cluster in clusters.all
	some i, scale in cluster.values.autoscale
	scale.max_workers < scale.min_workers
	result := clusters.at(cluster, sprintf("autoscale[%d].max_workers", [i]), sprintf(
		"%s scales from at least %v to at most %v workers; the most is never below the least",
		[clusters.label(cluster), scale.min_workers, scale.max_workers],
	))
}

undecided contains result if {
	some cluster in clusters.all_open
	values.unknown(cluster, "num_workers")
	result := clusters.at(cluster, "num_workers", sprintf(
		"%s: how many workers it has is not known yet; above %v it scales with its load (autoscale)",
		[clusters.label(cluster), _most],
	))
}

undecided contains result if {
	some cluster in clusters.all_open
	some scale in blocks.inside(cluster, "autoscale")
	some name in ["min_workers", "max_workers"]
	values.unknown(scale, name)
	result := results.at(cluster.resource, blocks.attribute(scale, "max_workers"), sprintf(
		"%s: between how many workers it scales is not known yet; the most is never below the least",
		[clusters.label(cluster)],
	))
}

checked := clusters.addresses

_most := parameters.of("DBX-CMP-014", "max_workers")
