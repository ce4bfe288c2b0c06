# METADATA
# scope: package
# title: Production clusters are assigned to no person
# description: |
#   Looks at `single_user_name` of clusters and job clusters: who alone may use a cluster of the
#   dedicated access mode. Production compute that is tied to one person stops working when that
#   account does, and runs with that person's rights until then. A name with an @ is a person; service
#   principals have an application id, groups a name. Only documents of a production target are looked
#   at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure#access-modes
#     description: Access modes and what each separates
# custom:
#   id: DBX-CMP-002
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_cluster, databricks_job]
#   attributes: [single_user_name, "job_cluster[].new_cluster[].single_user_name", "task[].new_cluster[].single_user_name"]
#   remediation: Set `single_user_name` to the application id of a service principal, or to a group.
#   controls:
#     nist-800-53: [AC-2, AC-5, IA-9]
#     cis-controls: ["5.5"]
#     iso-27001: [A.5.16, A.8.2]
#     soc2: [CC6.1, CC6.3]
package policies.rules.compute.single_user_is_a_person

import data.policies.lib.clusters
import data.policies.lib.principals
import data.policies.lib.production
import data.policies.lib.texts

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked := clusters.full_addresses if {
	production.matters
} else := set()

_violations contains result if {
	some cluster in clusters.full
	name := cluster.values.single_user_name
	principals.person(name)
	result := clusters.at(cluster, "single_user_name", sprintf(
		`%s is assigned to the person "%s"; in production it is assigned to a service principal or a group`,
		[clusters.label(cluster), name],
	))
}

_doubts contains result if {
	some cluster in clusters.full_open
	texts.hidden(cluster, "single_user_name")
	result := clusters.at(cluster, "single_user_name", sprintf(
		"%s: whom it is assigned to is not known yet; in production it is assigned to a service principal or a group",
		[clusters.label(cluster)],
	))
}
