# METADATA
# scope: package
# title: Groups and service principals administer workspaces
# description: |
#   Looks at who is assigned to a workspace with ADMIN. Administrators go past every access control list;
#   a person who is one on their own stays one when they change the team, and everyone is no administrator.
#   An identity is known where the document manages it or reads it as data.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/users-groups/
#     description: Administrators, and groups of them
# custom:
#   id: DBX-ID-001
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_permission_assignment, databricks_mws_permission_assignment]
#   attributes: [permissions, principal_id, user_name, group_name]
#   remediation: Give ADMIN to a group of the identity provider.
#   controls:
#     sat: [INFO-6]
#     nist-800-53: [AC-6(5), AC-2(7)]
#     cis-controls: ["5.4", "6.8"]
#     iso-27001: [A.8.2, A.5.18]
#     soc2: [CC6.1, CC6.3]
package policies.rules.identity.admin_is_a_person

import data.policies.lib.assignments
import data.policies.lib.identities
import data.policies.lib.principals
import data.policies.lib.results

deny contains result if {
	some assignment in assignments.all
	assignment.admin == true
	_is_too_wide(assignment.identity)
	result := results.at(assignment.resource, "permissions", sprintf(
		"%s administers the workspace; wanted is a group of administrators",
		[_upper_first(identities.label(assignment.identity))],
	))
}

undecided contains result if {
	some assignment in assignments.all
	assignment.admin == true
	identity := assignment.identity
	not _is_told(identity)
	result := results.at(assignment.resource, "permissions", "Who administers the workspace is not known here; wanted is a group of administrators")
}

undecided contains result if {
	some assignment in assignments.all
	assignment.admin == "unknown"
	result := results.at(assignment.resource, "permissions", sprintf(
		"Whether %s administers the workspace is not known yet; wanted is a group of administrators",
		[identities.label(assignment.identity)],
	))
}

checked := {assignment.resource.address | some assignment in assignments.all}

_is_too_wide(identity) if identity.kind == "user"

_is_too_wide(identity) if {
	identity.kind == "group"
	principals.everyone(identity.name)
}

_is_told(identity) if identity.kind in {"user", "service_principal"}

_is_told(identity) if identity.name != ""

_upper_first(text) := concat("", [upper(substring(text, 0, 1)), substring(text, 1, -1)])
