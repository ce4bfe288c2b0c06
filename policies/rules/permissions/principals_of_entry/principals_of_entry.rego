# METADATA
# scope: package
# title: Each access control entry names one principal
# description: |
#   Looks at the access control entries of every databricks_permissions. The workspace refuses an entry that
#   names nobody, or a group and a person at once. A principal that is written and not known yet counts as
#   one. States hold "" for what nobody wrote.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/permissions
#     description: The resource
# custom:
#   id: DBX-PRM-007
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_permissions]
#   attributes: ["access_control[].user_name", "access_control[].group_name", "access_control[].service_principal_name"]
#   remediation: Name one of `group_name`, `service_principal_name` and `user_name` in each entry.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.permissions.principals_of_entry

import data.policies.lib.access
import data.policies.lib.blocks
import data.policies.lib.objects
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some [resource, path, named] in _entries
	count(named.certain) > 1
	result := results.at(resource, path, sprintf(
		"An entry on %s names %s; wanted is one of them",
		[objects.label(resource), concat(" and ", sort(named.certain))],
	))
}

deny contains result if {
	some [resource, path, named] in _entries
	count(named.certain | named.awaited) == 0
	result := results.at(resource, path, sprintf(
		"An entry on %s names nobody; wanted is one principal",
		[objects.label(resource)],
	))
}

undecided contains result if {
	some [resource, path, named] in _entries
	count(named.certain) < 2
	count(named.certain | named.awaited) > 1
	result := results.at(resource, path, sprintf(
		"How many principals an entry on %s names is not known yet; wanted is one",
		[objects.label(resource)],
	))
}

checked := access.addresses

_entries := [[resource, block.path, {"certain": certain, "awaited": awaited}] |
	some resource in resources.present.databricks_permissions
	some block in blocks.inside(blocks.whole(resource), "access_control")
	certain := {attribute | some attribute in _attributes; object.get(block.values, attribute, "") != ""}
	awaited := {attribute | some attribute in _attributes; _awaits(block, attribute)}
]

# An entry that is unknown as a whole may name each of them.
_awaits(block, _) if block.unknown == true

_awaits(block, attribute) if block.unknown[attribute]

_attributes := ["group_name", "service_principal_name", "user_name"]
