# METADATA
# scope: package
# title: Only groups create shares and recipients
# description: |
#   Looks at the grants on a metastore. Who may create shares and recipients, or decide who receives what, can hand
#   data to anyone outside. A person, or a group that holds everybody, holds none of that.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
# custom:
#   id: DBX-SHR-007
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: [metastore, "grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Grant it to a group that answers for sharing.
#   controls:
#     sat: [INFO-18]
#     nist-800-53: [AC-21, AC-4, AC-6(5), AC-2(7)]
#     cis-controls: ["3.3", "5.4", "6.8"]
#     iso-27001: [A.5.14, A.8.2, A.5.18]
#     soc2: [CC6.7, CC6.1, CC6.3]
#   parameters:
#     privileges:
#       description: Privileges on a metastore that only groups may hold.
#       default: [CREATE_RECIPIENT, CREATE_SHARE, SET_SHARE_PERMISSION]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.sharing.may_create_shares

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some holding in _holdings
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"%s holds %s on %s; wanted is a group that answers for sharing",
		[holdings.who(holding), concat(", ", holding.held), securables.label[holding.resource.address]],
	))
}

undecided contains result if {
	some holding in _holdings
	not holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"Who holds which privileges on %s is not known yet; only groups may create shares and recipients",
		[securables.label[holding.resource.address]],
	))
}

checked contains address if some address, _ in grants.on.metastore

checked contains address if {
	some holding in _holdings
	address := holding.resource.address
}

_holdings := holdings.on("metastore", holdings.everyone_or_people, _privileges)

_privileges := {privilege | some privilege in parameters.of("DBX-SHR-007", "privileges")}
