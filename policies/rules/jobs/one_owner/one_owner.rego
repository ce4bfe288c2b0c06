# METADATA
# scope: package
# title: Jobs and pipelines have one owner at most
# description: |
#   Looks at who holds IS_OWNER on a job or pipeline. The workspace accepts exactly one owner, who is
#   a person or a service principal; it refuses a group or a second owner, after the rest of the plan
#   was applied. Permissions that name no owner leave it as it is.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/jobs/privileges
#     description: Run as, and who may do what with a job
#   - ref: https://github.com/databricks/cli/issues/3849
#     description: The job must have exactly one owner
# custom:
#   id: DBX-JOB-004
#   severity: medium
#   sets: [baseline, strict]
#   resource_types: [databricks_permissions]
#   attributes: [job_id, pipeline_id, "access_control[].group_name", "access_control[].permission_level"]
#   remediation: Leave one IS_OWNER, for a service principal.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.jobs.one_owner

import data.policies.lib.objects
import data.policies.lib.permissions
import data.policies.lib.results

deny contains result if {
	some [resource, owners] in _owned
	some entry in owners
	entry.kind == "group"
	result := results.at(resource, sprintf("%s.group_name", [entry.path]), sprintf(
		`The group "%s" owns %s; a group cannot, wanted is one service principal`,
		[entry.name, objects.label(resource)],
	))
}

deny contains result if {
	some [resource, owners] in _owned
	count(owners) > 1
	result := results.at(resource, "access_control", sprintf(
		"%s has %v owners; wanted is one service principal",
		[objects.label(resource), count(owners)],
	))
}

undecided contains result if {
	some resource in _resources
	_may_own(resource)
	result := results.at(resource, "access_control", sprintf(
		"Who owns %s is not known yet; wanted is one service principal",
		[objects.label(resource)],
	))
}

checked := {resource.address | some resource in _resources}

_resources := [resource |
	some attribute in ["job_id", "pipeline_id"]
	some resource in permissions.on[attribute]
]

_owned := [[resource, owners] |
	some resource in _resources
	owners := [entry | some entry in permissions.entries[resource.address]; entry.level == "IS_OWNER"]
]

_may_own(resource) if permissions.open[resource.address]

_may_own(resource) if {
	some entry in permissions.entries[resource.address]
	entry.decided.level == false
}

_may_own(resource) if {
	some entry in permissions.entries[resource.address]
	entry.level == "IS_OWNER"
	entry.kind == "unknown"
}
