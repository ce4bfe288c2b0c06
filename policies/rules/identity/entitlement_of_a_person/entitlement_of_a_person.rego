# METADATA
# scope: package
# title: Entitlements are given to groups
# description: |
#   Looks at access to the workspace and to SQL that a person has on their own: in a databricks_entitlements with
#   `user_id`, or among the attributes of a databricks_user. It is forgotten when the person changes the team.
#   What lets a person create clusters is the subject of DBX-ID-004.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/entitlements
#     description: Entitlements
# custom:
#   id: DBX-ID-006
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_entitlements, databricks_user]
#   attributes: [user_id, workspace_access, databricks_sql_access, workspace_consume]
#   remediation: Give the entitlement to a group, with `group_id`.
#   controls:
#     nist-800-53: [AC-2, AC-2(1)]
#     cis-controls: ["5.1", "5.6"]
#     iso-27001: [A.5.16]
#     soc2: [CC6.2]
package policies.rules.identity.entitlement_of_a_person

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some resource in _of_persons
	some attribute in _attributes
	resource.values[attribute] == true
	result := results.at(resource, attribute, sprintf(
		"%s gives a person %s; wanted is a group",
		[resource.address, attribute],
	))
}

undecided contains result if {
	some resource in _of_persons
	some attribute in _attributes
	values.unknown(resource, attribute)
	result := results.at(resource, attribute, sprintf(
		"Whether %s gives a person %s is not known yet; wanted is a group",
		[resource.address, attribute],
	))
}

checked contains address if {
	some type in ["databricks_entitlements", "databricks_user"]
	some address, _ in resources.present[type]
}

_of_persons := array.concat(
	[resource | some resource in resources.present.databricks_user],
	[resource |
		some resource in resources.present.databricks_entitlements
		not values.unset(resource, "user_id")
	],
)

_attributes := ["databricks_sql_access", "workspace_access", "workspace_consume"]
