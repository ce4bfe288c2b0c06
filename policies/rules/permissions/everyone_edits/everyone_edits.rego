# METADATA
# scope: package
# title: Not everyone can change or run production objects
# description: |
#   Looks at every entry of every databricks_permissions of a production target. A group that holds
#   everybody (users, account users) with a level by which code, runs or clusters can be changed or
#   used lets each user of the workspace act with the rights of production. CAN_MANAGE and IS_OWNER
#   are the subject of DBX-PRM-002. Other targets are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/security/auth/access-control/index.html
#     description: Permission levels of each kind of object
# custom:
#   id: DBX-PRM-003
#   severity: high
#   sets: [production]
#   resource_types: [databricks_permissions]
#   attributes: ["access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give everyone CAN_READ or CAN_VIEW at most, and the level to a named group.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     levels:
#       description: Levels that everyone may not hold in production.
#       default: [CAN_ATTACH_TO, CAN_EDIT, CAN_MANAGE_PRODUCTION_VERSIONS, CAN_MANAGE_RUN, CAN_MANAGE_STAGING_VERSIONS, CAN_RESTART, CAN_RUN]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.permissions.everyone_edits

import data.policies.lib.objects
import data.policies.lib.parameters
import data.policies.lib.permissions
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_permissions
}

_violations contains result if {
	some address, entries in permissions.entries
	some entry in entries
	permissions.everyone[entry.name]
	_levels[entry.level]
	entry.kind == "group"
	resource := resources.present.databricks_permissions[address]
	result := results.at(resource, sprintf("%s.permission_level", [entry.path]), sprintf(
		`"%s", which is everyone, holds %s on %s; in production everyone may hold CAN_READ or CAN_VIEW at most`,
		[entry.name, entry.level, objects.label(resource)],
	))
}

_doubts contains result if {
	some address, entries in permissions.entries
	some entry in entries
	false in entry.decided
	entry.kind in {"group", "unknown"}
	_may_be_everyone(entry)
	_may_change(entry)
	resource := resources.present.databricks_permissions[address]
	result := results.at(resource, entry.path, sprintf(
		"Who holds which level on %s is not known yet; in production everyone may hold CAN_READ or CAN_VIEW at most",
		[objects.label(resource)],
	))
}

_doubts contains result if {
	some address, _ in permissions.open
	resource := resources.present.databricks_permissions[address]
	result := results.at(resource, "access_control", sprintf(
		"Who has permissions on %s is not known yet; in production everyone may hold CAN_READ or CAN_VIEW at most",
		[objects.label(resource)],
	))
}

_may_be_everyone(entry) if entry.decided.name == false

_may_be_everyone(entry) if permissions.everyone[entry.name]

_may_change(entry) if entry.decided.level == false

_may_change(entry) if _levels[entry.level]

_levels := {level: true | some level in parameters.of("DBX-PRM-003", "levels")}
