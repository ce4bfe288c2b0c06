# METADATA
# scope: package
# title: Registered models are not owned by a person
# description: |
#   Looks at the owner of every registered model. The owner may delete it with all of its versions
#   and hand out rights, and a model that belongs to a person is nobody's when that person leaves.
#   People are told by an e-mail address; groups and service principals have none. Where the
#   configuration names no owner it is whoever applies: not known before the model exists, and so
#   undecided; the state afterwards has the name.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/ownership
#     description: What an owner may do, and how to hand it on
# custom:
#   id: DBX-ML-006
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_registered_model]
#   attributes: [owner]
#   remediation: Set `owner` to a group or to the application id of a service principal.
#   controls:
#     nist-800-53: [AC-2, AC-3(7), CM-8]
#     cis-controls: ["6.8"]
#     iso-27001: [A.5.9, A.5.18]
#     soc2: [CC6.2, CC6.3]
package policies.rules.models.owned_by_a_person

import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some resource in resources.present.databricks_registered_model
	owner := texts.written(resource, "owner")
	principals.person(owner)
	result := results.at(resource, "owner", sprintf(
		"Registered model is owned by the person %q; wanted is a group or a service principal",
		[owner],
	))
}

undecided contains result if {
	some resource in resources.present.databricks_registered_model
	owners := {owner | owner := texts.written(resource, "owner")} - {""}
	count(owners) == 0
	result := results.at(resource, "owner", "The owner of this registered model is not known yet: without `owner` it is whoever applies; wanted is a group or a service principal")
}

checked contains address if some address, _ in resources.present.databricks_registered_model
