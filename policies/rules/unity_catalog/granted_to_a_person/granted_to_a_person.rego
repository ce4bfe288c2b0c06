# METADATA
# scope: package
# title: Privileges are granted to groups and service principals
# description: |
#   Looks at who every grant is for. What a person was granted stays when the person changes work, and no review
#   of group members shows it. Persons are told by an e-mail address; a principal that is not known
#   yet is one where it comes from a `databricks_user`.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
# custom:
#   id: DBX-UC-007
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Grant it to an account group of which the person is a member.
#   controls:
#     nist-800-53: [AC-3, AC-6, AC-2, AC-2(1)]
#     cis-controls: ["3.3", "6.8", "5.1", "5.6"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.5.16]
#     soc2: [CC6.1, CC6.3, CC6.2]
package policies.rules.unity_catalog.granted_to_a_person

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some address, entries in grants.entries
	some entry in entries
	who := _person(address, entry)
	_gives_something(entry)
	result := results.at(grants.resources[address], entry.paths.principal, sprintf(
		"%s is a person and holds %s on %s; wanted is a group or a service principal",
		[who, _held(entry), securables.label[address]],
	))
}

undecided contains result if {
	some address, entries in grants.entries
	some entry in entries
	not entry.decided.principal
	resource := grants.resources[address]
	not holdings.comes_from(resource, entry, _kinds)
	_gives_something(entry)
	result := results.at(resource, entry.paths.principal, sprintf(
		"Who holds %s on %s is not known yet; wanted is a group or a service principal",
		[_held(entry), securables.label[address]],
	))
}

undecided contains result if {
	some address, _ in grants.open
	result := results.at(grants.resources[address], "grant", sprintf(
		"Who holds privileges on %s is not known yet; wanted are groups and service principals",
		[securables.label[address]],
	))
}

checked contains address if some address, _ in grants.resources

_person(_, entry) := sprintf("%q", [entry.principal]) if holdings.people.names[entry.principal]

_person(address, entry) := "A databricks_user" if {
	not entry.decided.principal
	holdings.comes_from(grants.resources[address], entry, {"databricks_user"})
}

_gives_something(entry) if count(entry.privileges) > 0

_gives_something(entry) if not entry.decided.privileges

_held(entry) := concat(", ", entry.privileges) if {
	entry.decided.privileges
} else := "privileges that are not all known yet"

_kinds := {"databricks_user", "databricks_service_principal", "databricks_group"}
