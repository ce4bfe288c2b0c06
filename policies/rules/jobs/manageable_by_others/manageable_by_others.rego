# METADATA
# scope: package
# title: Only administrators can manage jobs
# description: |
#   Looks at the permissions of jobs. Whoever holds CAN_MANAGE on a job changes what it does, and it
#   does that with the rights of the service principal it runs as. Groups outside the list of
#   administrators may start a job (CAN_MANAGE_RUN) or see its runs (CAN_VIEW). The workspace's own
#   group admins always may; groups of everybody never, whatever the list says. Whether a person or
#   a service principal who is named directly is an administrator no document says: not looked at
#   here. IS_OWNER is not looked at either, since no group can hold it.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/privileges.html
#     description: Run as, and who may do what with a job
# custom:
#   id: DBX-JOB-005
#   severity: high
#   sets: [llmops, production]
#   resource_types: [databricks_permissions]
#   attributes: [job_id, "access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give the group CAN_MANAGE_RUN or CAN_VIEW, or name it in `admin_groups` if it administers jobs.
#   controls:
#     sat: [GOV-45]
#     nist-800-53: [AC-3, AC-6, AC-2, AC-5, IA-9]
#     cis-controls: ["3.3", "6.8", "5.5"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.5.16, A.8.2]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     admin_groups:
#       description: Groups that administer jobs, beside the workspace's own group admins.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.jobs.manageable_by_others

import data.policies.lib.objects
import data.policies.lib.parameters
import data.policies.lib.permissions
import data.policies.lib.principals
import data.policies.lib.results

deny contains result if {
	some address, resource in permissions.on.job_id
	some entry in _entries[address]
	entry.decided.name
	entry.decided.level
	result := results.at(resource, sprintf("%s.permission_level", [entry.path]), sprintf(
		`"%s" holds CAN_MANAGE on %s; only %s may, others hold CAN_MANAGE_RUN or CAN_VIEW`,
		[entry.name, objects.label(resource), _admins_listed],
	))
}

undecided contains result if {
	some address, resource in permissions.on.job_id
	some entry in _entries[address]
	false in entry.decided
	result := results.at(resource, entry.path, sprintf(
		"Who holds which level on %s is not known yet; only %s may hold CAN_MANAGE",
		[objects.label(resource), _admins_listed],
	))
}

undecided contains result if {
	some address, resource in permissions.on.job_id
	permissions.open[address]
	result := results.at(resource, "access_control", sprintf(
		"Who has permissions on %s is not known yet; only %s may hold CAN_MANAGE",
		[objects.label(resource), _admins_listed],
	))
}

checked contains address if some address, _ in permissions.on.job_id

# What may be CAN_MANAGE for a group that is no administrator.
_entries := {address: entries |
	some address, _ in permissions.on.job_id
	entries := [entry |
		some entry in permissions.entries[address]
		true in [entry.level == "CAN_MANAGE", entry.decided.level == false]
		entry.kind in {"group", "unknown"}
		_not_admin(entry)
	]
}

# A name that is not known ("" or a mask) is no administrator's either.
_not_admin(entry) if permissions.everyone[entry.name]

_not_admin(entry) if {
	name := entry.name
	not _is_admin[name]
}

_is_admin := {name: true |
	some address, _ in permissions.on.job_id
	some name in {entry.name | some entry in permissions.entries[address]}
	some admin in _admins
	principals.same(admin, name)
}

_admins := {"admins"} | {name | some name in parameters.of("DBX-JOB-005", "admin_groups")}

_admins_listed := concat(", ", _admins)
