# METADATA
# scope: package
# title: Catalogs are not owned by a person
# description: |
#   Looks at the owner of every catalog. The owner holds all privileges on what is in it and may hand them out
#   or drop it; when a person leaves, nobody is left who may. Persons are told by an e-mail address, or by the
#   `databricks_user` that the owner comes from. Where the configuration names no owner it is whoever applies:
#   undecided; the state afterwards has the name.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/ownership
#     description: What an owner may do, and how to hand it on
# custom:
#   id: DBX-UC-014
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_catalog]
#   attributes: [owner]
#   remediation: Set `owner` to a group or to the application id of a service principal.
#   controls:
#     nist-800-53: [AC-2, AC-3(7), CM-8]
#     cis-controls: ["6.8"]
#     iso-27001: [A.5.9, A.5.18]
#     soc2: [CC6.2, CC6.3]
package policies.rules.unity_catalog.catalog_owned_by_a_person

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

_types := ["databricks_catalog"]
