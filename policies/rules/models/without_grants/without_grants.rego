# METADATA
# scope: package
# title: Registered models have grants of their own
# description: |
#   Looks for a `databricks_grants` or `databricks_grant` on every registered model that the document
#   manages. Without one nobody but the owner can call the model, or somebody gave access by hand,
#   which no review has seen. What a grant may hold is the subject of DBX-ML-001.
#   Not looked at: grants that another configuration manages, and what schema or catalog pass on.
#   Undecided in a plan that covers only a part of the configuration, and where the model that a
#   grant is on is not known yet.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/manage-model-lifecycle/
#     description: Models in Unity Catalog and their privileges
# custom:
#   id: DBX-ML-002
#   severity: medium
#   sets: [llmops]
#   resource_types: [databricks_registered_model]
#   attributes: [full_name, catalog_name, schema_name, name]
#   remediation: Add a `databricks_grants` for the model that gives EXECUTE to `account users`.
#   controls:
#     sat: [GOV-28]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.models.without_grants

import data.policies.lib.grants
import data.policies.lib.models
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some address, resource in _without
	not _may_have_some
	result := results.at(resource, "", sprintf(
		"Registered model %s has no grants; wanted is a databricks_grants on it",
		[_name(resource)],
	))
}

undecided contains result if {
	some address, resource in _without
	_may_have_some
	result := results.at(resource, "", sprintf(
		"Registered model %s has no grants here, but %s",
		[_name(resource), concat(" and ", _reasons)],
	))
}

checked contains address if some address, _ in resources.present.databricks_registered_model

_without[address] := resource if {
	some address, resource in resources.present.databricks_registered_model
	not _granted[address]
}

_granted contains model if {
	some model, addresses in models.grants_of
	some address in addresses
	_gives_something(address)
}

_gives_something(address) if grants.open[address]

_gives_something(address) if {
	some entry in grants.entries[address]
	count(entry.privileges) > 0
}

_gives_something(address) if {
	some entry in grants.entries[address]
	not entry.decided.privileges
}

_may_have_some if count(_reasons) > 0

_reasons contains "the plan covers only a part of the configuration" if input.document.complete == false

_reasons contains reason if {
	some address in models.unplaced
	reason := sprintf("%s may be on it", [address])
}

_name(resource) := models.name(resource.values)

_name(resource) := resource.name if {
	named := {text | text := models.name(resource.values)}
	count(named) == 0
}
