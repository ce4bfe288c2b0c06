# METADATA
# scope: package
# title: Each securable has one databricks_grants at most
# description: |
#   Looks for two `databricks_grants` on one securable, named or linked, a model named as function too. Each of
#   them sets all grants there are: what one writes the other takes away with the next apply, and no plan
#   shows it. Configurations with several Databricks providers may mean two securables of one name:
#   undecided, unless both refer to the same resource. A state does not tell its providers apart.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/grants
#     description: The resource, which sets all grants of a securable
# custom:
#   id: DBX-UC-009
#   severity: high
#   sets: [baseline, strict]
#   resource_types: [databricks_grants]
#   attributes: [catalog, schema, table, volume, model, function, external_location, storage_credential, share]
#   remediation: Put all grant blocks of the securable into one databricks_grants.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.unity_catalog.two_grants

import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some [address, others, key] in _shared
	securables.one[key]
	result := results.at(input.resources.databricks_grants[address], "", sprintf(
		"The grants on %s are also set by %s, and each removes what the other grants; wanted is one databricks_grants",
		[securables.label[address], others],
	))
}

undecided contains result if {
	some [address, others, key] in _shared
	not securables.one[key]
	result := results.at(input.resources.databricks_grants[address], "", sprintf(
		"The grants on %s are also set by %s, unless their providers are of two metastores; wanted is one databricks_grants",
		[securables.label[address], others],
	))
}

checked contains address if some address, _ in securables.authoritative

_shared contains [address, others, key] if {
	some key, setters in securables.setters
	count(setters) > 1
	some address in setters
	others := concat(", ", setters - {address})
}
