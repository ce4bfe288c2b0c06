# METADATA
# scope: package
# title: Schemas, volumes and tables are not owned by a person
# description: |
#   Looks at the owner of every schema, volume and table. The owner may hand out rights and drop it, and it is
#   nobody's when a person leaves. Persons are told by an e-mail address, or by the `databricks_user` that the
#   owner comes from. Where the configuration names no owner it is whoever applies: undecided; the state
#   afterwards has the name. Catalogs are the subject of DBX-UC-014, models of DBX-ML-006.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/ownership
#     description: What an owner may do, and how to hand it on
# custom:
#   id: DBX-UC-015
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_schema, databricks_volume, databricks_sql_table]
#   attributes: [owner]
#   remediation: Set `owner` to a group or to the application id of a service principal.
#   controls:
#     nist-800-53: [AC-2, AC-3(7), CM-8]
#     cis-controls: ["6.8"]
#     iso-27001: [A.5.9, A.5.18]
#     soc2: [CC6.2, CC6.3]
package policies.rules.unity_catalog.owned_by_a_person

import data.policies.lib.owners
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some [resource, owner] in owners.persons(_types)
	result := results.at(resource, "owner", sprintf(
		"This %s is owned by %s; wanted is a group or a service principal",
		[owners.word(resource), owner],
	))
}

undecided contains result if {
	some resource in owners.untold(_types)
	result := results.at(resource, "owner", sprintf(
		"Who owns this %s is not known yet: without `owner` it is whoever applies; wanted is a group or a service principal",
		[owners.word(resource)],
	))
}

checked contains address if {
	some type in _types
	some address, _ in resources.present[type]
}

_types := ["databricks_schema", "databricks_volume", "databricks_sql_table"]
