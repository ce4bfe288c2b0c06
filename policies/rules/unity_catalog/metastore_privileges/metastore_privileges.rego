# METADATA
# scope: package
# title: Only groups create what a metastore governs by
# description: |
#   Looks at the grants on a metastore. Who may create catalogs, credentials, external locations or connections,
#   or change the list of allowed libraries, can attach storage that no review has seen or publish what
#   nobody governs. A person, or a group that holds everybody, holds none of that. Shares and
#   recipients are the subject of DBX-SHR-007.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
# custom:
#   id: DBX-UC-012
#   severity: critical
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: [metastore, "grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Grant it to a group of the platform team.
#   controls:
#     sat: [GOV-21]
#     nist-800-53: [AC-6(5), AC-2(7)]
#     cis-controls: ["5.4", "6.8"]
#     iso-27001: [A.8.2, A.5.18]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     privileges:
#       description: Privileges on a metastore that only groups may hold.
#       default: [CREATE_CATALOG, CREATE_CONNECTION, CREATE_EXTERNAL_LOCATION, CREATE_SERVICE_CREDENTIAL, CREATE_STORAGE_CREDENTIAL, MANAGE_ALLOWLIST]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.unity_catalog.metastore_privileges

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some holding in _holdings
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"%s holds %s on %s; wanted is a group of the platform team",
		[holdings.who(holding), concat(", ", holding.held), securables.label[holding.resource.address]],
	))
}

undecided contains result if {
	some holding in _holdings
	not holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"Who holds which privileges on %s is not known yet; only groups may hold what creates catalogs, credentials, locations and connections",
		[securables.label[holding.resource.address]],
	))
}

checked contains address if some address, _ in grants.on.metastore

checked contains address if {
	some holding in _holdings
	address := holding.resource.address
}

_holdings := holdings.on("metastore", holdings.everyone_or_people, _privileges)

_privileges := {privilege | some privilege in parameters.of("DBX-UC-012", "privileges")}
