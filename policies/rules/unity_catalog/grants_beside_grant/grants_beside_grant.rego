# METADATA
# scope: package
# title: A securable has databricks_grants or databricks_grant, not both
# description: |
#   Looks for a `databricks_grant` on a securable whose grants a `databricks_grants` sets, named or linked. The
#   latter removes what it does not list, and so what the former has added: access comes and goes with
#   every apply. Configurations with several Databricks providers may mean two securables of one name:
#   undecided, unless both refer to the same resource. A state does not tell its providers apart.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/grants
#     description: The resource, which sets all grants of a securable
# custom:
#   id: DBX-UC-008
#   severity: high
#   sets: [baseline, strict]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: [catalog, schema, table, volume, model, function, external_location, storage_credential, share]
#   remediation: Use one of the two for a securable, and move the grant into a block of databricks_grants.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.unity_catalog.grants_beside_grant

import data.policies.lib.grants
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some [address, others, key] in _undone
	securables.one[key]
	result := results.at(grants.resources[address], "", sprintf(
		"This grant on %s is removed by %s, which sets all of them; wanted is one of the two kinds",
		[securables.label[address], others],
	))
}

undecided contains result if {
	some [address, others, key] in _undone
	not securables.one[key]
	result := results.at(grants.resources[address], "", sprintf(
		"This grant on %s is removed by %s, unless their providers are of two metastores; wanted is one of the two kinds",
		[securables.label[address], others],
	))
}

checked contains address if some address, _ in grants.resources

_undone contains [address, others, key] if {
	some key, setters in securables.setters
	some address in (securables.at[key] - setters)
	others := concat(", ", setters)
}
