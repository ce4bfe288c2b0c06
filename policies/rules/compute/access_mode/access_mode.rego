# METADATA
# scope: package
# title: Clusters use an access mode of Unity Catalog
# description: |
#   Looks at `data_security_mode` of clusters and job clusters. Without isolation the users of one
#   cluster see each other's credentials and data, and Unity Catalog is bypassed; the legacy modes
#   know only the table access control that Databricks retires.
#
#   A cluster with `kind` chooses a mode by itself when none is written. Where the cluster says
#   nothing, its cluster policy may: a policy that the document shows is read, any other makes it
#   undecided. Clusters of pipelines are not looked at, since Databricks chooses their mode.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure#access-modes
#     description: Access modes and what each separates
# custom:
#   id: DBX-CMP-001
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job]
#   attributes: [data_security_mode, "job_cluster[].new_cluster[].data_security_mode", "task[].new_cluster[].data_security_mode", kind, policy_id]
#   remediation: Set `data_security_mode` to SINGLE_USER or USER_ISOLATION.
#   controls:
#     sat: [GOV-12]
#     nist-800-53: [AC-4, SC-39, SC-2, AC-3, AC-6]
#     cis-controls: ["3.12", "3.3", "6.8"]
#     cis-azure: ["2.1.5"]
#     iso-27001: [A.8.22, A.8.3, A.5.15, A.5.18]
#     soc2: [CC6.1, CC6.3]
package policies.rules.compute.access_mode

import data.policies.lib.clusters
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some cluster in clusters.full
	mode := cluster.values.data_security_mode
	_without_isolation[mode]
	result := clusters.at(cluster, "data_security_mode", sprintf(
		"%s has data_security_mode %s; wanted is SINGLE_USER or USER_ISOLATION",
		[clusters.label(cluster), mode],
	))
}

deny contains result if {
	some cluster in _silent
	clusters.by_policy(cluster, "data_security_mode") == {}
	result := clusters.at(cluster, "data_security_mode", sprintf(
		"%s has no data_security_mode, so it runs without Unity Catalog; wanted is SINGLE_USER or USER_ISOLATION",
		[clusters.label(cluster)],
	))
}

deny contains result if {
	some cluster in _silent
	mode := clusters.by_policy(cluster, "data_security_mode").value
	_without_isolation[mode]
	result := clusters.at(cluster, "data_security_mode", sprintf(
		"%s gets data_security_mode %s from its cluster policy; wanted is SINGLE_USER or USER_ISOLATION",
		[clusters.label(cluster), mode],
	))
}

undecided contains result if {
	some cluster in _silent
	clusters.policy_unseen(cluster)
	result := clusters.at(cluster, "data_security_mode", sprintf(
		"%s has no data_security_mode, and its cluster policy, which may set it, is not in this document; wanted is SINGLE_USER or USER_ISOLATION",
		[clusters.label(cluster)],
	))
}

undecided contains result if {
	some cluster in clusters.full_open
	texts.hidden(cluster, "data_security_mode")
	result := clusters.at(cluster, "data_security_mode", sprintf(
		"%s: its data_security_mode is not known yet; wanted is SINGLE_USER or USER_ISOLATION",
		[clusters.label(cluster)],
	))
}

checked := clusters.full_addresses

# A kind that is not known yet is one.
_silent := [cluster |
	some cluster in clusters.full
	values.unset(cluster, "data_security_mode")
	values.unset(cluster, "kind")
]

_without_isolation := {
	"NONE": true,
	"NO_ISOLATION": true,
	"LEGACY_PASSTHROUGH": true,
	"LEGACY_SINGLE_USER": true,
	"LEGACY_SINGLE_USER_STANDARD": true,
	"LEGACY_TABLE_ACL": true,
}
