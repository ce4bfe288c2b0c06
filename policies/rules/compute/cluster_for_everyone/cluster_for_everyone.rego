# METADATA
# scope: package
# title: Clusters are shared with named groups
# description: |
#   Looks at the permissions of clusters. Where everyone (`users`, `account users`) may attach to a
#   cluster, restart or manage it, every user of the workspace runs code on it, sees what others
#   print, and in some access modes reads what they read. DBX-PRM-003 says the same of all objects, in
#   production only.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/#compute-acls
#     description: Permission levels of clusters
# custom:
#   id: DBX-CMP-029
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_permissions]
#   attributes: [cluster_id, "access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give the level to a named group.
#   controls:
#     sat: [INFO-9]
#     dasf: [DASF 43]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.compute.cluster_for_everyone

import data.policies.lib.objects
import data.policies.lib.permissions
import data.policies.lib.results

deny contains result if {
	some holding in _held
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		`"%s", which is everyone, holds %s on %s; wanted is a named group`,
		[holding.name, holding.level, objects.label(holding.resource)],
	))
}

undecided contains result if {
	some holding in _held
	holding.certain == false
	result := results.at(holding.resource, holding.path, sprintf(
		"Who holds which level on %s is not known yet; wanted are named groups",
		[objects.label(holding.resource)],
	))
}

checked contains address if some address, _ in permissions.on.cluster_id

_held := permissions.held_by_everyone("cluster_id", {"CAN_ATTACH_TO": true, "CAN_RESTART": true, "CAN_MANAGE": true})
