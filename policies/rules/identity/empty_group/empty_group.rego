# METADATA
# scope: package
# title: Groups that Terraform makes have members
# description: |
#   Looks for members, roles and instance profiles of every group that the document manages. A group without any
#   does nothing, or gets its members by hand where no review sees them. Groups of the identity provider
#   (`external_id`) get theirs from there, and a group that was there before (`force`) may have some: neither is
#   looked at. Members that another configuration adds are not seen.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/group_member
#     description: Members of groups
# custom:
#   id: DBX-ID-010
#   severity: info
#   sets: [strict]
#   resource_types: [databricks_group, databricks_group_member, databricks_group_role, databricks_group_instance_profile]
#   attributes: [id, external_id, force, group_id]
#   remediation: Add members with `databricks_group_member`, or remove the group.
#   controls:
#     nist-800-53: [AC-2, AC-2(1)]
#     cis-controls: ["5.1", "5.6"]
#     iso-27001: [A.5.16]
#     soc2: [CC6.2]
package policies.rules.identity.empty_group

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some resource in _empty
	count(_reasons) == 0
	result := results.at(resource, "", sprintf("%s has no member and no role; wanted is one, or no such group", [resource.address]))
}

undecided contains result if {
	some resource in _empty
	count(_reasons) > 0
	result := results.at(resource, "", sprintf(
		"%s has no member and no role here, but %s",
		[resource.address, concat(" and ", sort(_reasons))],
	))
}

checked := {address | some address, _ in _own}

_empty := [resource |
	some resource in _own
	count(_names(resource) & _named) == 0
]

_own := {address: resource |
	some address, resource in resources.present.databricks_group
	values.unset(resource, "external_id")
	object.get(resource.values, "force", false) == false
	not values.unknown(resource, "force")
}

# A link may name one instance of a counted group or, without index, all of them.
_names(resource) := {resource.address, regex.replace(resource.address, `\[[^\[\]]*\]$`, "")} | {id | id := resource.values.id}

_named := {id | some resource in _givers; id := resource.values.group_id} | {link |
	some resource in _givers
	some link in resource.links.group_id
}

_givers := [resource |
	some type in ["databricks_group_member", "databricks_group_role", "databricks_group_instance_profile"]
	some resource in resources.present[type]
]

_reasons contains "the plan covers only a part of the configuration" if input.document.complete == false

_reasons contains reason if {
	some resource in _givers
	texts.hidden(resource, "group_id")
	not _leads_to_a_group(resource)
	reason := sprintf("%s may be for it", [resource.address])
}

_leads_to_a_group(resource) if {
	some target in resource.links.group_id
	contains(target, "databricks_group.")
}
