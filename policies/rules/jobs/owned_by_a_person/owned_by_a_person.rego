# METADATA
# scope: package
# title: Jobs are owned by no person
# description: |
#   Looks at who holds IS_OWNER on a job. The owner may change what the job does and whom it runs as;
#   when the account of a person who owns it is removed, the job stops running until somebody else
#   takes it. Whether the deployment itself runs as a person is not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/jobs/privileges
#     description: Run as, and who may do what with a job
# custom:
#   id: DBX-JOB-003
#   severity: high
#   sets: [production]
#   resource_types: [databricks_permissions]
#   attributes: [job_id, "access_control[].user_name", "access_control[].permission_level"]
#   remediation: Give IS_OWNER to a service principal.
#   controls:
#     sat: [GOV-42]
#     nist-800-53: [AC-2, AC-5, IA-9, AC-3(7), CM-8]
#     cis-controls: ["5.5", "6.8"]
#     iso-27001: [A.5.16, A.8.2, A.5.9, A.5.18]
#     soc2: [CC6.1, CC6.3, CC6.2]
package policies.rules.jobs.owned_by_a_person

import data.policies.lib.objects
import data.policies.lib.permissions
import data.policies.lib.results

deny contains result if {
	some [resource, entry] in _owners
	entry.kind == "user"
	result := results.at(resource, sprintf("%s.user_name", [entry.path]), sprintf(
		"%s is owned by %s; wanted is a service principal",
		[objects.label(resource), _who(entry.name)],
	))
}

undecided contains result if {
	some [resource, entry] in _owners
	entry.kind == "unknown"
	result := results.at(resource, entry.path, sprintf(
		"Who owns %s is not known yet; wanted is a service principal",
		[objects.label(resource)],
	))
}

undecided contains result if {
	some address, resource in permissions.on.job_id
	some entry in permissions.entries[address]
	entry.decided.level == false
	entry.kind in {"user", "unknown"}
	result := results.at(resource, entry.path, sprintf(
		"Whether %s owns %s is not known yet; wanted is a service principal",
		[_who(entry.name), objects.label(resource)],
	))
}

undecided contains result if {
	some address, resource in permissions.on.job_id
	permissions.open[address]
	result := results.at(resource, "access_control", sprintf(
		"Who owns %s is not known yet; wanted is a service principal",
		[objects.label(resource)],
	))
}

checked contains address if some address, _ in permissions.on.job_id

_owners := [[resource, entry] |
	some address, resource in permissions.on.job_id
	some entry in permissions.entries[address]
	entry.level == "IS_OWNER"
]

_who(name) := sprintf("the person %s", [name]) if {
	name != ""
} else := "a person"
