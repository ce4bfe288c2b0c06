# METADATA
# scope: package
# title: Permissions leave the group admins out
# description: |
#   Looks at every entry of every databricks_permissions. The group admins may do everything with every object
#   of the workspace, and nobody can change that: the provider refuses an entry for it while applying. Only
#   who may log in with a password can be said for admins (`authorization = "passwords"`).
# related_resources:
#   - ref: https://github.com/databricks/terraform-provider-databricks/issues/2134
#     description: It is not possible to modify admin permissions
# custom:
#   id: DBX-PRM-005
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_permissions]
#   attributes: [authorization, "access_control[].group_name"]
#   remediation: Remove the entry.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.permissions.names_admins

import data.policies.lib.access
import data.policies.lib.objects
import data.policies.lib.principals
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, entry] in access.entries
	entry.kind == "group"
	principals.same(entry.name, "admins")
	texts.written(resource, "authorization") != "passwords"
	result := results.at(resource, sprintf("%s.group_name", [entry.path]), sprintf(
		"%s names the group %s, whose rights nobody can change; the provider refuses that",
		[objects.label(resource), entry.name],
	))
}

undecided contains result if {
	some [resource, entry] in access.entries
	entry.kind == "group"
	principals.same(entry.name, "admins")
	texts.hidden(resource, "authorization")
	result := results.at(resource, entry.path, sprintf(
		"What this names the group %s for is not known yet; only for passwords its rights can be changed",
		[entry.name],
	))
}

undecided contains result if {
	some [resource, entry] in access.entries
	entry.kind in {"group", "unknown"}
	entry.decided.name == false
	result := results.at(resource, entry.path, sprintf(
		"Which group has a right on %s is not known yet; the provider refuses admins",
		[objects.label(resource)],
	))
}

checked := access.addresses
