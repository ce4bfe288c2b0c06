# METADATA
# scope: package
# title: Clusters end by themselves when idle
# description: |
#   Looks at `autotermination_minutes` of all-purpose clusters. One that never ends costs day and
#   night, and keeps running on an image without the latest security updates. Job clusters and
#   pipelines end with their run and are not looked at; the provider fills in 60 minutes where nobody
#   writes a number.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/clusters-manage#automatic-termination
#     description: Automatic termination
# custom:
#   id: DBX-CMP-003
#   severity: medium
#   sets: [cost, strict]
#   resource_types: [databricks_cluster]
#   attributes: [autotermination_minutes]
#   remediation: Set `autotermination_minutes` to between 10 and 120.
#   controls:
#     sat: [GOV-4]
#     dasf: [DASF 38]
#     nist-800-53: [CM-8, AU-6, SI-2, SA-22]
#     cis-controls: ["1.1", "2.2", "7.3"]
#     iso-27001: [A.5.9, A.8.6, A.8.8]
#     soc2: [A1.1, CC7.1]
#   parameters:
#     max_minutes:
#       description: Idle minutes after which a cluster ends at the latest.
#       default: 120
#       schema: {type: integer, minimum: 10}
package policies.rules.compute.auto_termination

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some cluster in resources.present.databricks_cluster
	cluster.values.autotermination_minutes == 0
	result := results.at(cluster, "autotermination_minutes", sprintf(
		"%s never ends by itself (autotermination_minutes = 0); wanted are at most %v minutes",
		[_label(cluster), _most],
	))
}

deny contains result if {
	some cluster in resources.present.databricks_cluster
	cluster.values.autotermination_minutes > _most
	result := results.at(cluster, "autotermination_minutes", sprintf(
		"%s ends only after %v idle minutes; wanted are at most %v",
		[_label(cluster), cluster.values.autotermination_minutes, _most],
	))
}

undecided contains result if {
	some cluster in resources.present.databricks_cluster
	values.unknown(cluster, "autotermination_minutes")
	result := results.at(cluster, "autotermination_minutes", sprintf(
		"%s: after how many idle minutes it ends is not known yet; wanted are at most %v",
		[_label(cluster), _most],
	))
}

checked contains address if some address, _ in resources.present.databricks_cluster

_most := parameters.of("DBX-CMP-003", "max_minutes")

_label(cluster) := clusters.label(object.union(blocks.whole(cluster), {"resource": cluster}))
