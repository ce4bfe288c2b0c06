# METADATA
# scope: package
# title: Not everyone can change what Unity Catalog governs
# description: |
#   Looks at the grants to groups that hold everybody (`account users`, `users`). With a privilege that
#   writes, creates, tags or passes on rights, each user and service principal can change data that
#   others rely on. What everyone may read is the subject of DBX-UC-005.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
# custom:
#   id: DBX-UC-004
#   severity: critical
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Grant it to a named group.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     privileges:
#       description: Privileges that everyone may not hold, as globs.
#       default: [ALL_PRIVILEGES, APPLY_TAG, "CREATE*", MANAGE, MODIFY, REFRESH, "WRITE_*"]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.unity_catalog.everyone_writes

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some holding in _holdings
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"%s holds %s on %s; wanted is a named group",
		[holdings.who(holding), concat(", ", holding.held), securables.label[holding.resource.address]],
	))
}

undecided contains result if {
	some holding in _holdings
	not holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"Who holds which privileges on %s is not known yet; not everyone may change it",
		[securables.label[holding.resource.address]],
	))
}

checked contains address if some address, _ in grants.resources

_holdings := holdings.of(holdings.everyone, _changing)

_changing := {privilege |
	some privilege in holdings.granted
	some pattern in parameters.of("DBX-UC-004", "privileges")
	glob.match(pattern, null, privilege)
}
