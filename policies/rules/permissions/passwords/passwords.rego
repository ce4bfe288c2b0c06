# METADATA
# scope: package
# title: Nobody but administrators logs in with a password
# description: |
#   Looks at the permissions of `authorization = "passwords"`. Who logs in with a password goes past single
#   sign-on, its second factor and the leaving of a person. The group admins may, for the day on which single
#   sign-on does not work.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/permissions
#     description: Password usage
# custom:
#   id: DBX-PRM-009
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_permissions]
#   attributes: [authorization, "access_control[].group_name", "access_control[].user_name"]
#   remediation: Leave `admins` alone in the entries, or remove the resource and turn passwords off.
#   controls:
#     nist-800-53: [IA-2, IA-5]
#     cis-controls: ["5.6", "6.7"]
#     iso-27001: [A.5.16, A.8.5]
#     soc2: [CC6.1]
package policies.rules.permissions.passwords

import data.policies.lib.access
import data.policies.lib.permissions
import data.policies.lib.principals
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, entry] in _others
	entry.decided.name
	texts.written(resource, "authorization") == "passwords"
	result := results.at(resource, sprintf("%s.%s", [entry.path, entry.attribute]), sprintf(
		`"%s" may log in with a password, past single sign-on; wanted are admins alone`,
		[entry.name],
	))
}

undecided contains result if {
	some [resource, entry] in _others
	entry.decided.name == false
	_passwords[resource.address]
	result := results.at(resource, entry.path, "Who may log in with a password is not known yet; wanted are admins alone")
}

undecided contains result if {
	some [resource, entry] in _others
	entry.decided.name
	texts.hidden(resource, "authorization")
	result := results.at(resource, entry.path, sprintf(
		`What "%s" may use here is not known yet; passwords are for admins alone`,
		[entry.name],
	))
}

checked contains address if some address, _ in _passwords

_passwords[address] := true if {
	some address, resource in permissions.on.authorization
	texts.written(resource, "authorization") == "passwords"
}

_passwords[address] := true if {
	some address, resource in permissions.on.authorization
	texts.hidden(resource, "authorization")
}

_others := [[resource, entry] |
	some [resource, entry] in access.of({"authorization"})
	not _is_admins(entry)
]

_is_admins(entry) if {
	entry.kind == "group"
	principals.same(entry.name, "admins")
}
