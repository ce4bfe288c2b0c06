# METADATA
# scope: package
# title: Members of admins are groups and service principals
# description: |
#   Looks at members of the group admins, which Terraform adds. Administrators go past every access control
#   list; a person who was added alone stays in when they change the team. Groups and members are known where the
#   document manages them or reads them as data.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/users-groups/
#     description: Administrators, and groups of them
# custom:
#   id: DBX-ID-007
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_group_member]
#   attributes: [group_id, member_id]
#   remediation: Add a group of the identity provider to admins instead of the person.
#   controls:
#     sat: [INFO-6]
#     nist-800-53: [AC-6(5), AC-2(7)]
#     cis-controls: ["5.4", "6.8"]
#     iso-27001: [A.8.2, A.5.18]
#     soc2: [CC6.1, CC6.3]
package policies.rules.identity.person_in_admins

import data.policies.lib.identities
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some [resource, group, member] in _memberships
	principals.same(group.name, "admins")
	member.kind == "user"
	result := results.at(resource, "member_id", sprintf(
		"%s adds %s to admins; wanted is a group",
		[resource.address, identities.label(member)],
	))
}

undecided contains result if {
	some [resource, group, member] in _memberships
	principals.same(group.name, "admins")
	member.kind == "unknown"
	result := results.at(resource, "member_id", sprintf(
		"Whom %s adds to admins is not known here; wanted is a group",
		[resource.address],
	))
}

undecided contains result if {
	some [resource, group, member] in _memberships
	group.name == ""
	_may_be_admins(resource)
	member.kind in {"user", "unknown"}
	result := results.at(resource, "group_id", sprintf(
		"Which group %s adds %s to is not known here; in admins wanted is a group",
		[resource.address, identities.label(member)],
	))
}

checked contains address if some address, _ in resources.present.databricks_group_member

# One of several groups whose names are known is admins, or else none is.
_may_be_admins(resource) if identities.candidates(resource, "group_id") == set()

_may_be_admins(resource) if {
	some group in identities.candidates(resource, "group_id")
	_name_is_open(group.name)
}

_name_is_open(name) if name == ""

_name_is_open(name) if principals.same(name, "admins")

_memberships := [[resource, identities.of(resource, "group_id"), identities.of(resource, "member_id")] |
	some resource in resources.present.databricks_group_member
]
