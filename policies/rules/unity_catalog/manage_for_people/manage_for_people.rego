# METADATA
# scope: package
# title: Only groups manage what Unity Catalog governs
# description: |
#   Looks for MANAGE in the grants to persons and to groups that hold everybody. Its holder can hand out
#   rights, take over the ownership and drop the object. Persons leave and change their work, and nobody
#   looks at their grants again; a group has members that are reviewed.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
# custom:
#   id: DBX-UC-006
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Grant MANAGE to a group of administrators.
#   controls:
#     nist-800-53: [AC-6(5), AC-2(7)]
#     cis-controls: ["5.4", "6.8"]
#     iso-27001: [A.8.2, A.5.18]
#     soc2: [CC6.1, CC6.3]
package policies.rules.unity_catalog.manage_for_people

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some holding in _holdings
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"%s holds MANAGE on %s; wanted is a group of administrators",
		[holdings.who(holding), securables.label[holding.resource.address]],
	))
}

undecided contains result if {
	some holding in _holdings
	not holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		"Who holds MANAGE on %s is not known yet; wanted is a group of administrators",
		[securables.label[holding.resource.address]],
	))
}

checked contains address if some address, _ in grants.resources

_holdings := holdings.of(holdings.everyone_or_people, {"MANAGE"})
