# METADATA
# scope: package
# title: Inactive users and service principals hold no rights
# description: |
#   Looks at users and service principals that are switched off (`active = false`) and still stand in permissions
#   or grants of the document. When somebody switches the identity on again, or makes another one of that
#   name, the rights are back.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/users-groups/users
#     description: Deactivate a user
# custom:
#   id: DBX-ID-013
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_user, databricks_service_principal, databricks_permissions, databricks_grants, databricks_grant]
#   attributes: [active, user_name, application_id, "access_control[].user_name", "access_control[].service_principal_name", "grant[].principal", principal]
#   remediation: Remove the identity from the permissions and grants.
#   controls:
#     nist-800-53: [AC-2, AC-2(1)]
#     cis-controls: ["5.1", "5.6"]
#     iso-27001: [A.5.16]
#     soc2: [CC6.2]
package policies.rules.identity.inactive_with_rights

import data.policies.lib.access
import data.policies.lib.grants
import data.policies.lib.identities
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some address, resource in _resources
	resource.values.active == false
	count(_rights[address]) > 0
	result := results.at(resource, "active", sprintf(
		"%s is inactive and still stands in %s; wanted are no rights",
		[address, concat(", ", sort(_rights[address]))],
	))
}

undecided contains result if {
	some address, resource in _resources
	values.unknown(resource, "active")
	count(_rights[address]) > 0
	result := results.at(resource, "active", sprintf(
		"Whether %s, which stands in %s, is active is not known yet; an inactive one has no rights",
		[address, concat(", ", sort(_rights[address]))],
	))
}

checked := {address | some address, _ in _resources}

_resources := {address: resource |
	some type in ["databricks_user", "databricks_service_principal"]
	some address, resource in resources.present[type]
}

# Where each of them has rights; few are anything else than active.
_rights := {address: places |
	some address, resource in _resources
	_may_be_inactive(resource)
	places := _by_name(identities.all[address].name) | _by_reference(address)
}

_may_be_inactive(resource) if resource.values.active == false

_may_be_inactive(resource) if values.unknown(resource, "active")

_by_name(name) := {place |
	name != ""
	some [holder, place] in _named
	principals.same(holder, name)
}

_by_reference(address) := {place | some [target, place] in _linked; target == address}

_named contains [name, address] if {
	some [resource, entry] in access.entries
	name := entry.name
	address := resource.address
	entry.kind in {"user", "service_principal"}
}

_named contains [principal, address] if {
	some address, entries in grants.entries
	some entry in entries
	principal := entry.principal
}

_linked contains [target, address] if {
	some [resource, entry] in access.entries
	address := resource.address
	some target in resource.links[sprintf("%s.%s", [entry.path, entry.attribute])]
}

_linked contains [target, address] if {
	some address, entries in grants.entries
	some entry in entries
	some target in grants.resources[address].links[entry.paths.principal]
}
