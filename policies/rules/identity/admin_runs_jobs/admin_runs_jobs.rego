# METADATA
# scope: package
# title: Jobs do not run as an administrator of the workspace
# description: |
#   Looks at the service principals that jobs run as, where the document says that one of them administers the
#   workspace: by an assignment with ADMIN, or as a member of admins. Code of such a job goes past every access
#   control list. Deploying and running want two service principals.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/jobs/privileges
#     description: Run as, and who may do what with a job
# custom:
#   id: DBX-ID-009
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_job, databricks_permission_assignment, databricks_mws_permission_assignment, databricks_group_member]
#   attributes: ["run_as[].service_principal_name", permissions, principal_id, group_id, member_id]
#   remediation: Run the job as a service principal with the rights that it needs, and leave ADMIN to the one that deploys.
#   controls:
#     nist-800-53: [AC-2, AC-5, IA-9, AC-3, AC-6]
#     cis-controls: ["5.5", "3.3", "6.8"]
#     iso-27001: [A.5.16, A.8.2, A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.identity.admin_runs_jobs

import data.policies.lib.assignments
import data.policies.lib.blocks
import data.policies.lib.identities
import data.policies.lib.jobs
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some [job, path, name] in _run_as
	some admin, address in _admins
	principals.same(name, admin)
	result := results.at(job, path, sprintf(
		"%s runs as %s, whom %s makes an administrator of the workspace; wanted is a service principal with few rights",
		[jobs.label(job), name, address],
	))
}

undecided contains result if {
	count(_admins) > 0
	some [job, path] in _hidden
	count({name | some [other, place, name] in _run_as; [other, place] == [job, path]}) == 0
	result := results.at(job, path, sprintf(
		"Whom %s runs as is not known yet; %s administer the workspace",
		[jobs.in_sentence(job), concat(", ", sort({admin | some admin, _ in _admins}))],
	))
}

checked contains address if {
	count(_admins) > 0
	some address, _ in resources.present.databricks_job
}

# Service principals that administer the workspace, and what makes them so. One whose application id is not known
# yet goes by the address of its resource.
_admins := {name: address |
	some [name, _] in _made_admin
	address := min({place | some [other, place] in _made_admin; other == name})
}

_made_admin contains [name, address] if {
	some assignment in assignments.all
	assignment.admin == true
	some name in _names(assignment.identity, assignment.resource, "principal_id")
	address := assignment.resource.address
}

_made_admin contains [name, address] if {
	some address, resource in resources.present.databricks_group_member
	principals.same(identities.of(resource, "group_id").name, "admins")
	some name in _names(identities.of(resource, "member_id"), resource, "member_id")
}

_names(identity, resource, attribute) := ({identity.name} - {""}) | _targets(resource, attribute) if {
	identity.kind == "service_principal"
}

_targets(resource, attribute) := {target |
	some target in resource.links[attribute]
	contains(target, "databricks_service_principal.")
}

_run_as contains [job, path, name] if {
	some [job, block, path] in _blocks
	name := block.values.service_principal_name
	name != ""
}

_run_as contains [job, path, name] if {
	some [job, path] in _hidden
	some name in _targets(job, path)
}

_hidden contains [job, path] if {
	some [job, block, path] in _blocks
	block.unknown.service_principal_name
}

_blocks := [[job, block, path] |
	some job in resources.present.databricks_job
	some block in blocks.inside(blocks.whole(job), "run_as")
	path := blocks.attribute(block, "service_principal_name")
]
