# METADATA
# scope: package
# title: Catalogs are not open to everyone
# description: |
#   Looks at the grants on catalogs to groups that hold everybody (`account users`, `users`). A privilege
#   on a catalog holds for all schemas, tables, volumes and models in it, those of tomorrow included.
#   USE_CATALOG and BROWSE open no data and are in order.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
# custom:
#   id: DBX-UC-005
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: [catalog, "grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Grant everyone USE_CATALOG or BROWSE at most, and what reads data on the schema to a named group.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     privileges:
#       description: Privileges that everyone may not hold on a catalog.
#       default: [ALL_PRIVILEGES, EXECUTE, READ_VOLUME, SELECT, USE_SCHEMA]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.unity_catalog.catalog_for_everyone

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some holding in _holdings
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"%s holds %s on %s; it holds for all that is or will be in it; wanted is a grant on the schema, to a named group",
		[holdings.who(holding), concat(", ", holding.held), securables.label[holding.resource.address]],
	))
}

undecided contains result if {
	some holding in _holdings
	not holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"Who holds which privileges on %s is not known yet; not everyone may read all of it",
		[securables.label[holding.resource.address]],
	))
}

checked contains address if some address, _ in grants.on.catalog

checked contains address if {
	some holding in _holdings
	address := holding.resource.address
}

_holdings := holdings.on("catalog", holdings.everyone, _privileges)

_privileges := {privilege | some privilege in parameters.of("DBX-UC-005", "privileges")}
