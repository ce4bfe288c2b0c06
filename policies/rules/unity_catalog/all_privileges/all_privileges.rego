# METADATA
# scope: package
# title: Grants name the privileges that are needed
# description: |
#   Looks for ALL_PRIVILEGES in every grant. It stands for every privilege that the securable and all that
#   is in it have now or will ever have: whoever holds it on a catalog holds it on tables and models that
#   nobody has thought of yet. Principals of the parameter may hold it. MANAGE and external use are not
#   in it, and are the subjects of DBX-UC-006 and DBX-UC-013.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
# custom:
#   id: DBX-UC-003
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Name the privileges that the principal needs, such as USE_SCHEMA and SELECT.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     allowed_principals:
#       description: Who may hold ALL_PRIVILEGES; compared without regard to case.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.unity_catalog.all_privileges

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some holding in _holdings
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"%s holds ALL_PRIVILEGES on %s; wanted are the privileges that are needed, by name",
		[holdings.who(holding), securables.label[holding.resource.address]],
	))
}

undecided contains result if {
	some holding in _holdings
	not holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"Whether somebody gets ALL_PRIVILEGES on %s is not known yet; wanted are the privileges that are needed, by name",
		[securables.label[holding.resource.address]],
	))
}

checked contains address if some address, _ in grants.resources

_holdings := holdings.of(holdings.strangers(parameters.of("DBX-UC-003", "allowed_principals")), {"ALL_PRIVILEGES"})
