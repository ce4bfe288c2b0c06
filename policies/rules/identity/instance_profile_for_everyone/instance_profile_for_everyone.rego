# METADATA
# scope: package
# title: Instance profiles are for named groups
# description: |
#   Looks at the groups that may use an instance profile of AWS. Where everyone may, everyone has the rights of
#   its role in the cloud, past Unity Catalog. Groups are known where the document manages them or reads
#   them as data.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/storage/tutorial-s3-instance-profile
#     description: Instance profiles
# custom:
#   id: DBX-ID-011
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_group_instance_profile, databricks_group_role]
#   attributes: [group_id, instance_profile_id, role]
#   remediation: Give the instance profile to a named group, or take its data into Unity Catalog.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.identity.instance_profile_for_everyone

import data.policies.lib.identities
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, group] in _holders
	principals.everyone(group.name)
	result := results.at(resource, "group_id", sprintf(
		"%s gives an instance profile to %s, which is everyone; wanted is a named group",
		[resource.address, group.name],
	))
}

undecided contains result if {
	some [resource, group] in _holders
	group.name == ""
	result := results.at(resource, "group_id", sprintf(
		"Which group gets an instance profile by %s is not known here; wanted is a named group",
		[resource.address],
	))
}

checked := {address | some [resource, _] in _holders; address := resource.address}

_holders := [[resource, identities.of(resource, "group_id")] | some resource in _resources]

_resources := array.concat(
	[resource | some resource in resources.present.databricks_group_instance_profile],
	[resource | some resource in resources.present.databricks_group_role; _is_instance_profile(resource)],
)

_is_instance_profile(resource) if {
	role := texts.written(resource, "role")
	contains(role, ":instance-profile/")
}

_is_instance_profile(resource) if {
	some target in resource.links.role
	contains(target, "databricks_instance_profile.")
}
