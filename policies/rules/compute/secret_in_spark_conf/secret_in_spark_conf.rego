# METADATA
# scope: package
# title: Spark configuration holds no secrets in clear
# description: |
#   Looks at `spark_conf` of clusters, job clusters and clusters of pipelines. It is no sensitive
#   attribute: a literal shows in plan, state, and on the cluster's page to everyone who may see the
#   cluster. A value counts as a secret that has the form of a credential, or whose key names one,
#   such as `fs.azure.account.key.<account>`. Values that only Terraform calls sensitive are
#   undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/secrets/secrets-spark-conf-env-var
#     description: Secrets in Spark configuration and environment variables
# custom:
#   id: DBX-CMP-006
#   severity: critical
#   sets: [baseline, strict, production]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline]
#   attributes: [spark_conf, "job_cluster[].new_cluster[].spark_conf", "task[].new_cluster[].spark_conf", "cluster[].spark_conf"]
#   remediation: Store the secret in a secret scope, write `{{secrets/<scope>/<key>}}` in its place, and rotate it.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.compute.secret_in_spark_conf

import data.policies.lib.clusters
import data.policies.lib.results
import data.policies.lib.secrets

deny contains result if {
	some secret in secrets.literals.spark_conf
	secret.certain
	_address[secret.resource.address]
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some secret in secrets.literals.spark_conf
	secret.certain == false
	_address[secret.resource.address]
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some cluster in clusters.all_open
	some path in secrets.unclear(cluster.resource, cluster, "spark_conf")
	result := results.at(cluster.resource, path, sprintf(
		"%s: whether %s holds a secret in clear is not known yet; write {{secrets/<scope>/<key>}}",
		[clusters.label(cluster), path],
	))
}

checked := clusters.addresses

_address := {address: true | some address in clusters.addresses}
