# METADATA
# scope: package
# title: Workspace administrators cannot run jobs as others
# description: |
#   Looks at `databricks_restrict_workspace_admins_setting`. With ALLOW_ALL the administrators of a workspace make
#   tokens for any service principal, and change whom jobs belong to and run as. A workspace whose configuration
#   does not have the setting is not looked at. A plan that deletes it leaves the workspace with the default.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/workspace-settings/restrict-workspace-admins
#     description: Restrict workspace admins
# custom:
#   id: DBX-ID-014
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_restrict_workspace_admins_setting]
#   attributes: ["restrict_workspace_admins[].status"]
#   remediation: Set `status = "RESTRICT_TOKENS_AND_JOB_RUN_AS"`.
#   controls:
#     sat: [GOV-35]
#     nist-800-53: [AC-6(5), AC-2(7)]
#     cis-controls: ["5.4", "6.8"]
#     iso-27001: [A.8.2, A.5.18]
#     soc2: [CC6.1, CC6.3]
package policies.rules.identity.workspace_admins

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, block] in _settings
	status := texts.written(block, "status")
	status != "RESTRICT_TOKENS_AND_JOB_RUN_AS"
	result := results.at(resource, blocks.attribute(block, "status"), sprintf(
		`The status of %s is "%s"; wanted is RESTRICT_TOKENS_AND_JOB_RUN_AS`,
		[resource.address, status],
	))
}

undecided contains result if {
	some [resource, block] in _settings
	texts.hidden(block, "status")
	result := results.at(resource, blocks.attribute(block, "status"), sprintf(
		"The status of %s is not known yet; wanted is RESTRICT_TOKENS_AND_JOB_RUN_AS",
		[resource.address],
	))
}

undecided contains result if {
	some resource in _deleted
	result := results.at(resource, "", sprintf(
		"The plan deletes %s, and the workspace falls back to its default; wanted is RESTRICT_TOKENS_AND_JOB_RUN_AS",
		[resource.address],
	))
}

checked contains address if some address, _ in resources.present.databricks_restrict_workspace_admins_setting

checked contains address if some address, _ in _deleted

_settings := [[resource, block] |
	some resource in resources.present.databricks_restrict_workspace_admins_setting
	some block in blocks.inside(blocks.whole(resource), "restrict_workspace_admins")
]

_deleted := {address: resource |
	some address, resource in resources.destroyed.databricks_restrict_workspace_admins_setting
	resource.action == "delete"
}
