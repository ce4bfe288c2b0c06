# METADATA
# scope: package
# title: Spark configuration leaves isolation on
# description: |
#   Looks for keys in `spark_conf` of clusters, job clusters and clusters of pipelines that switch off
#   what separates users: credential passthrough (`spark.databricks.passthrough.enabled`), table
#   access control (`spark.databricks.acl.*` set to false), isolation of Python processes
#   (`spark.databricks.pyspark.enableProcessIsolation` and `enablePy4JSecurity` set to false), and
#   functions outside the sandbox (`spark.databricks.safespark.externalUDF…`).
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure#access-modes
#     description: Access modes and what each separates
# custom:
#   id: DBX-CMP-019
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline]
#   attributes: [spark_conf, "job_cluster[].new_cluster[].spark_conf", "task[].new_cluster[].spark_conf", "cluster[].spark_conf"]
#   remediation: Remove the key from `spark_conf`, and use an access mode of Unity Catalog.
#   controls:
#     nist-800-53: [AC-4, SC-39, SC-2]
#     cis-controls: ["3.12"]
#     iso-27001: [A.8.22, A.8.3]
#     soc2: [CC6.1]
package policies.rules.compute.isolation_switched_off

import data.policies.lib.clusters
import data.policies.lib.values

deny contains result if {
	some cluster in clusters.all
	some key, value in cluster.values.spark_conf
	startswith(key, "spark.databricks.")
	_switches_off(key, lower(value))
	result := clusters.at(cluster, sprintf(`spark_conf["%s"]`, [key]), sprintf(
		"%s has %s = %s in spark_conf, which switches off what separates its users; wanted is the key's default",
		[clusters.label(cluster), key, value],
	))
}

undecided contains result if {
	some cluster in clusters.all_open
	values.unknown(cluster, "spark_conf")
	result := clusters.at(cluster, "spark_conf", sprintf(
		"%s: its spark_conf is not known yet; wanted is none that switches off what separates its users",
		[clusters.label(cluster)],
	))
}

undecided contains result if {
	some cluster in clusters.all_open
	some key in _hidden(cluster)
	result := clusters.at(cluster, sprintf(`spark_conf["%s"]`, [key]), sprintf(
		"%s: whether %s in spark_conf switches off what separates its users is not known yet; wanted is the key's default",
		[clusters.label(cluster), key],
	))
}

checked := clusters.addresses

_switches_off(key, value) if _switches[key] == value

_switches_off(key, "false") if startswith(key, "spark.databricks.acl.")

_switches_off(key, _) if startswith(key, "spark.databricks.safespark.externalUDF")

_switches := {
	"spark.databricks.passthrough.enabled": "true",
	"spark.databricks.pyspark.enablePy4JSecurity": "false",
	"spark.databricks.pyspark.enableProcessIsolation": "false",
}

# Keys whose value is not known yet, or masked, and decides.
_hidden(cluster) := {key |
	cluster.unknown.spark_conf != true
	some key, is_unknown in cluster.unknown.spark_conf
	is_unknown == true
	_may_switch_off(key)
} | {key |
	some key, value in cluster.values.spark_conf
	values.masked(value)
	_may_switch_off(key)
}

_may_switch_off(key) if {
	some value in ["true", "false"]
	_switches_off(key, value)
}
