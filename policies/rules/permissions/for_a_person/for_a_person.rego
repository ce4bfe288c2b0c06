# METADATA
# scope: package
# title: Permissions are given to groups and service principals
# description: |
#   Looks at every entry of every databricks_permissions. A right of a person is forgotten when the person
#   changes the team, and nobody finds it in a review of groups. People are told by an e-mail address. Who
#   owns a job is the subject of DBX-JOB-003.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/
#     description: Access control lists
# custom:
#   id: DBX-PRM-004
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_permissions]
#   attributes: ["access_control[].user_name"]
#   remediation: Give the level to a group with `group_name`, or to a service principal.
#   controls:
#     nist-800-53: [AC-3, AC-6, AC-2, AC-2(1)]
#     cis-controls: ["3.3", "6.8", "5.1", "5.6"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.5.16]
#     soc2: [CC6.1, CC6.3, CC6.2]
package policies.rules.permissions.for_a_person

import data.policies.lib.access
import data.policies.lib.objects
import data.policies.lib.permissions
import data.policies.lib.principals
import data.policies.lib.results

deny contains result if {
	some [resource, entry] in _entries
	entry.kind == "user"
	principals.person(entry.name)
	result := results.at(resource, sprintf("%s.user_name", [entry.path]), sprintf(
		"The person %s has a right of their own on %s; wanted is a group or a service principal",
		[entry.name, objects.label(resource)],
	))
}

undecided contains result if {
	some [resource, entry] in _entries
	entry.kind in {"user", "unknown"}
	entry.decided.name == false
	result := results.at(resource, entry.path, sprintf(
		"Who has a right on %s is not known yet; wanted is a group or a service principal",
		[objects.label(resource)],
	))
}

checked := access.addresses

_entries := [[resource, entry] |
	some [resource, entry] in access.entries
	address := resource.address
	level := entry.level
	not _owns_a_job(address, level)
]

_owns_a_job(address, "IS_OWNER") if _jobs[address]

_jobs := {address: true | some address, _ in permissions.on.job_id}
