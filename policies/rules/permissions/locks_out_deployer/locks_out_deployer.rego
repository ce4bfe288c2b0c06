# METADATA
# scope: package
# title: Permissions leave whoever deploys in control
# description: |
#   Looks at databricks_permissions where a document says who deploys: through `data.databricks_current_user`
#   or the parameter. The provider refuses a level that does not manage the object for whoever deploys, after
#   the rest of the plan was applied. It adds whoever deploys to the permissions of most objects, but not
#   to those of jobs and pipelines that somebody else owns, nor to those of experiments, dashboards, folders
#   and what lies in folders: there an identity that is not named loses control. It may still have it as an
#   administrator or through a group, which no document says: undecided.
# related_resources:
#   - ref: https://github.com/databricks/terraform-provider-databricks/blob/main/permissions/permission_definitions.go
#     description: Cannot remove management permissions for the current user
#   - ref: https://github.com/databricks/terraform-provider-databricks/issues/1504
#     description: Permissions that take away the caller's own
# custom:
#   id: DBX-PRM-015
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_permissions]
#   attributes: [job_id, pipeline_id, experiment_id, "access_control[].user_name", "access_control[].service_principal_name", "access_control[].permission_level"]
#   remediation: Give CAN_MANAGE to the identity that deploys, or leave it out where the provider adds it.
#   controls:
#     nist-800-53: [CM-6]
#   parameters:
#     deployers:
#       description: Who deploys, by user name or application id; those that `data.databricks_current_user` names are known without.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.permissions.locks_out_deployer

import data.policies.lib.access
import data.policies.lib.levels
import data.policies.lib.objects
import data.policies.lib.parameters
import data.policies.lib.permissions
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, entry] in access.entries
	_deploys(entry)
	some attribute in permissions.attributes[resource.address]
	level := entry.level
	levels.of(attribute)[level]
	not levels.manages(attribute, level)
	result := results.at(resource, sprintf("%s.permission_level", [entry.path]), sprintf(
		"%s, who deploys, gets %s alone on %s; the provider refuses that, wanted is a level that manages it",
		[entry.name, level, objects.label(resource)],
	))
}

undecided contains result if {
	some [resource, entry] in access.entries
	_deploys(entry)
	entry.decided.level == false
	result := results.at(resource, entry.path, sprintf(
		"Whether %s, who deploys, can manage %s is not known yet; wanted is a level that manages it",
		[entry.name, objects.label(resource)],
	))
}

undecided contains result if {
	some address, entries in permissions.entries
	count(_deployers) > 0
	count(_awarded(entries)) == 0
	some loss in _losses(address, entries)
	resource := resources.present.databricks_permissions[address]
	result := results.at(resource, "access_control", sprintf(
		"%s, and %s, who deploys, is not named: only a group or an administrator can still change it",
		[loss, concat(", ", sort(_deployers))],
	))
}

checked contains address if {
	count(_deployers) > 0
	some address in access.addresses
}

_losses(address, entries) := {sprintf("%s belongs to %s", [objects.label(_all[address]), entry.name]) |
	some attribute in ["job_id", "pipeline_id"]
	_attributes[address][attribute]
	some entry in entries
	entry.level == "IS_OWNER"
} | {sprintf("%s was managed by %s", [objects.label(_all[address]), entry.name]) |
	count(_attributes[address] & _not_added) > 0
	some entry in _entries_before(address)
	_deploys(entry)
}

_entries_before(address) := permissions.entries_of(_all[address].before, {}) if {
	_all[address].action in {"update", "replace"}
}

# Entries of whoever deploys, or of somebody who is not known yet.
_awarded(entries) := [entry |
	some entry in entries
	_may_deploy(entry)
]

_may_deploy(entry) if entry.decided.name == false

_may_deploy(entry) if _deploys(entry)

_deploys(entry) if {
	entry.kind in {"user", "service_principal"}
	some deployer in _deployers
	principals.same(entry.name, deployer)
}

_deployers := {name |
	some me in input.resources.databricks_current_user
	name := texts.written(me, "user_name")
	name != ""
} | {name | some name in parameters.of("DBX-PRM-015", "deployers")}

_all := object.get(resources.present, "databricks_permissions", {})

# A rule, since regorus finds an imported one undefined in a function that another package calls.
_attributes := permissions.attributes

# Objects to whose permissions the provider does not add whoever deploys.
_not_added := {
	"dashboard_id", "directory_id", "directory_path", "experiment_id", "job_id", "notebook_id", "notebook_path",
	"pipeline_id", "repo_id", "repo_path", "workspace_file_id", "workspace_file_path",
}
