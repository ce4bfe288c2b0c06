# METADATA
# scope: package
# title: Data is used outside Databricks by agreed principals alone
# description: |
#   Looks for EXTERNAL_USE_SCHEMA and EXTERNAL_USE_LOCATION in every grant. With them other engines get credentials for
#   the storage itself, where row filters, column masks and the audit log of Unity Catalog end. Only
#   principals of the parameter may hold them. ALL_PRIVILEGES does not include them.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/external-access/admin
#     description: External access to data, and who may have it
# custom:
#   id: DBX-UC-013
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Grant it to the service principal of the engine alone, and list that in `allowed_principals`.
#   controls:
#     nist-800-53: [AC-3, AC-6, AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.3", "6.8", "3.13"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.8.12]
#     soc2: [CC6.1, CC6.3, CC6.7]
#   parameters:
#     allowed_principals:
#       description: Who may hold privileges of external use, such as the application id of a service principal; compared without regard to case.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.unity_catalog.external_use

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some holding in _holdings
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"%s holds %s on %s; only %s may",
		[holdings.who(holding), concat(", ", holding.held), securables.label[holding.resource.address], _wanted],
	))
}

undecided contains result if {
	some holding in _holdings
	not holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"Who may use %s outside Databricks is not known yet; only %s may",
		[securables.label[holding.resource.address], _wanted],
	))
}

checked contains address if some address, _ in grants.resources

_holdings := holdings.of(holdings.strangers(_allowed), {"EXTERNAL_USE_SCHEMA", "EXTERNAL_USE_LOCATION"})

_allowed := parameters.of("DBX-UC-013", "allowed_principals")

_wanted := "principals of the parameter allowed_principals (none so far)" if {
	count(_allowed) == 0
} else := concat(", ", _allowed)
