# METADATA
# scope: package
# title: Development runs without Photon and GPUs
# description: |
#   Looks at clusters and job clusters outside production: Photon (`runtime_engine`) and nodes with
#   GPUs cost a multiple, which development on samples rarely needs. Node types count as GPUs that
#   match `gpu_node_types_regex`. Where nothing says whether this is production: undecided. Teams that
#   train models in development leave this policy out.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure
#     description: How compute is configured
# custom:
#   id: DBX-COST-003
#   severity: info
#   sets: [cost]
#   resource_types: [databricks_cluster, databricks_job]
#   attributes: [runtime_engine, "job_cluster[].new_cluster[].runtime_engine", "task[].new_cluster[].runtime_engine", node_type_id, "job_cluster[].new_cluster[].node_type_id", "task[].new_cluster[].node_type_id", driver_node_type_id, "job_cluster[].new_cluster[].driver_node_type_id", "task[].new_cluster[].driver_node_type_id"]
#   remediation: Set `runtime_engine` to STANDARD, and take a node type without GPU.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
#   parameters:
#     gpu_node_types_regex:
#       description: Node types with GPUs match; RE2 syntax.
#       default: ^(p[2-9]|g[3-9])[a-z]*\.|^Standard_N[CDV]|^(a2|a3|a4|g2|g4)-
#       schema: {type: string, minLength: 1, format: regex}
package policies.rules.cost.expensive_development

import data.policies.lib.clusters
import data.policies.lib.parameters
import data.policies.lib.production
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some result in _expensive
	production.elsewhere == true
}

undecided contains result if {
	some violation in _expensive
	production.elsewhere == "unknown"
	result := production.in_doubt(violation)
}

undecided contains result if {
	production.elsewhere != false
	some cluster in clusters.full_open
	some name in ["node_type_id", "runtime_engine"]
	texts.hidden(cluster, name)
	values.unset(cluster, "instance_pool_id")
	result := clusters.at(cluster, name, sprintf(
		"%s: its %s is not known yet; outside production neither Photon nor GPUs are needed",
		[clusters.label(cluster), name],
	))
}

checked := clusters.full_addresses if {
	production.elsewhere != false
} else := set()

_expensive contains result if {
	some cluster in clusters.full
	cluster.values.runtime_engine == "PHOTON"
	result := clusters.at(cluster, "runtime_engine", sprintf(
		"%s runs Photon; outside production STANDARD is enough",
		[clusters.label(cluster)],
	))
}

_expensive contains result if {
	some cluster in clusters.full
	some name in ["node_type_id", "driver_node_type_id"]
	type := cluster.values[name]
	regex.match(_gpu, type)
	result := clusters.at(cluster, name, sprintf(
		"%s has nodes with GPUs (%s); outside production none are needed",
		[clusters.label(cluster), type],
	))
}

_gpu := parameters.of("DBX-COST-003", "gpu_node_types_regex")
