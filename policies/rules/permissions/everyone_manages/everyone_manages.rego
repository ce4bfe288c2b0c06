# METADATA
# scope: package
# title: Not everyone can manage workspace objects
# description: |
#   Looks at every entry of every databricks_permissions. A group that holds everybody (users,
#   account users) with CAN_MANAGE or IS_OWNER lets each user of the workspace change or delete the
#   object, and give it to others.
# related_resources:
#   - ref: https://docs.databricks.com/en/security/auth/access-control/index.html
#     description: Permission levels of each kind of object
# custom:
#   id: DBX-PRM-002
#   severity: critical
#   sets: [baseline, production]
#   resource_types: [databricks_permissions]
#   attributes: ["access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give CAN_MANAGE to a named group of administrators, and everyone the lowest level at most.
#   controls:
#     nist-800-53: [AC-3, AC-6, AC-6(5), AC-2(7)]
#     cis-controls: ["3.3", "6.8", "5.4"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.8.2]
#     soc2: [CC6.1, CC6.3]
package policies.rules.permissions.everyone_manages

import data.policies.lib.objects
import data.policies.lib.permissions
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some address, entries in permissions.entries
	some entry in entries
	permissions.everyone[entry.name]
	_levels[entry.level]
	entry.kind == "group"
	resource := resources.present.databricks_permissions[address]
	result := results.at(resource, sprintf("%s.permission_level", [entry.path]), sprintf(
		`"%s", which is everyone, holds %s on %s; only named groups may hold CAN_MANAGE`,
		[entry.name, entry.level, objects.label(resource)],
	))
}

undecided contains result if {
	some address, entries in permissions.entries
	some entry in entries
	false in entry.decided
	entry.kind in {"group", "unknown"}
	_may_be_everyone(entry)
	_may_manage(entry)
	resource := resources.present.databricks_permissions[address]
	result := results.at(resource, entry.path, sprintf(
		"Who holds which level on %s is not known yet; not everyone may hold CAN_MANAGE",
		[objects.label(resource)],
	))
}

undecided contains result if {
	some address, _ in permissions.open
	resource := resources.present.databricks_permissions[address]
	result := results.at(resource, "access_control", sprintf(
		"Who has permissions on %s is not known yet; not everyone may hold CAN_MANAGE",
		[objects.label(resource)],
	))
}

checked contains address if some address, _ in resources.present.databricks_permissions

_may_be_everyone(entry) if entry.decided.name == false

_may_be_everyone(entry) if permissions.everyone[entry.name]

_may_manage(entry) if entry.decided.level == false

_may_manage(entry) if _levels[entry.level]

_levels := {"CAN_MANAGE": true, "IS_OWNER": true}
