# METADATA
# scope: package
# title: Nobody becomes account administrator through code
# description: |
#   Looks at roles of users, groups and service principals. An account administrator governs all workspaces,
#   metastores and identities; whoever can change the configuration could make one. What is meant, such as an
#   account for emergencies, is accepted by a waiver.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/user_role
#     description: A user as administrator of the account
# custom:
#   id: DBX-ID-002
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_user_role, databricks_service_principal_role, databricks_group_role]
#   attributes: [role]
#   remediation: Remove the role, or give the waiver a reason and a last day.
#   controls:
#     nist-800-53: [AC-6(5), AC-2(7)]
#     cis-controls: ["5.4", "6.8"]
#     iso-27001: [A.8.2, A.5.18]
#     soc2: [CC6.1, CC6.3]
package policies.rules.identity.account_admin

import data.policies.lib.identities
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, attribute] in _roles
	texts.written(resource, "role") == "account_admin"
	result := results.at(resource, "role", sprintf(
		"%s makes %s an administrator of the account; wanted is nobody through code",
		[resource.address, identities.label(identities.of(resource, attribute))],
	))
}

undecided contains result if {
	some [resource, attribute] in _roles
	texts.hidden(resource, "role")
	count(_instance_profiles(resource)) == 0
	result := results.at(resource, "role", sprintf(
		"Which role %s gives %s is not known yet; wanted is none that administers the account",
		[resource.address, identities.label(identities.of(resource, attribute))],
	))
}

checked := {address | some [resource, _] in _roles; address := resource.address}

_roles := [[resource, attribute] |
	some type, attribute in {
		"databricks_group_role": "group_id",
		"databricks_service_principal_role": "service_principal_id",
		"databricks_user_role": "user_id",
	}
	some resource in resources.present[type]
]

# A role may also be an instance profile of AWS.
_instance_profiles(resource) := [target |
	some target in resource.links.role
	contains(target, "databricks_instance_profile.")
]
