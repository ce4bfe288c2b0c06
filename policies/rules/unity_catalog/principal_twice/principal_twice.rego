# METADATA
# scope: package
# title: Each principal has one grant on a securable
# description: |
#   Looks for a principal that two blocks of one `databricks_grants`, or two `databricks_grant` on one securable, are for. Of
#   two such lists of privileges one wins, and Terraform finds a difference in every plan. Principals that are
#   not known yet are the same where they come from the same resource; others that are not known, and two
#   `databricks_grant` in a configuration with several Databricks providers, are undecided.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/grants
#     description: The resource, which sets all grants of a securable
# custom:
#   id: DBX-UC-010
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].principal", principal]
#   remediation: Put the privileges of the principal into one list.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.unity_catalog.principal_twice

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some [address, entry] in _again
	result := results.at(grants.resources[address], entry.paths.principal, sprintf(
		"%s has two grants in this resource, on %s; wanted is one list of privileges",
		[_who(entry), securables.label[address]],
	))
}

deny contains result if {
	some [address, others, key] in _beside
	securables.one[key]
	result := results.at(grants.resources[address], "principal", sprintf(
		"%s has another grant on %s, by %s; wanted is one list of privileges",
		[_who(grants.entries[address][0]), securables.label[address], others],
	))
}

undecided contains result if {
	some [address, others, key] in _beside
	not securables.one[key]
	result := results.at(grants.resources[address], "principal", sprintf(
		"%s has another grant on %s, by %s, unless their providers are of two metastores; wanted is one list of privileges",
		[_who(grants.entries[address][0]), securables.label[address], others],
	))
}

undecided contains result if {
	some address, entries in grants.entries
	count(entries) > 1
	some entry in entries
	path := entry.paths.principal
	not _principals[address][path]
	result := results.at(grants.resources[address], path, sprintf(
		"Whether this principal has another grant on %s is not known yet; wanted is one list of privileges",
		[securables.label[address]],
	))
}

undecided contains result if {
	some address, _ in grants.open
	result := results.at(grants.resources[address], "grant", sprintf(
		"Whether a principal has two grants on %s is not known yet; wanted is one list of privileges",
		[securables.label[address]],
	))
}

checked contains address if some address, _ in grants.resources

# In most resources all principals differ, which is quickly seen.
_again contains [address, entry] if {
	some address, by_path in _principals
	count({principal | some principal in by_path}) < count(by_path)
	some i, entry in grants.entries[address]
	principal := by_path[entry.paths.principal]
	some j, other in grants.entries[address]
	j < i
	by_path[other.paths.principal] == principal
}

_beside contains [address, names, key] if {
	some key, addresses in securables.at
	count(addresses) > 1
	some address in addresses
	principal := _principals[address].principal
	others := {other | some other in addresses; other != address; _principals[other].principal == principal}
	count(others) > 0
	names := concat(", ", others)
}

# By address and path: the same text for the same principal. Two that are not known yet are the same where
# one resource makes both.
_principals[address][path] := principal if {
	some address, entries in grants.entries
	some entry in entries
	entry.principal != ""
	path := entry.paths.principal
	principal := lower(trim_space(entry.principal))
}

_principals[address][path] := principal if {
	some address, entries in grants.entries
	some entry in entries
	entry.principal == ""
	resource := grants.resources[address]
	holdings.comes_from(resource, entry, _kinds)
	path := entry.paths.principal
	targets := resource.links[path]
	count(targets) == 1
	principal := sprintf("of %s", targets)
}

_kinds := {"databricks_user", "databricks_service_principal", "databricks_group"}

_who(entry) := sprintf("%q", [entry.principal]) if {
	entry.principal != ""
} else := "A principal that is not known yet"
