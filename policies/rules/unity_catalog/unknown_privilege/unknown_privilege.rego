# METADATA
# scope: package
# title: Privileges are those that Unity Catalog has
# description: |
#   Looks at the names of all privileges in grants, without regard to case and with spaces for underscores. A name
#   that Unity Catalog does not have ends the apply half-way. A name of the preview model (USAGE, CREATE)
#   is turned into others, and Terraform finds a difference in every plan. Names newer than tfcheck's
#   table go into the parameter. Whether a securable takes the privilege is the subject of DBX-UC-002.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/upgrade-privilege-model
#     description: What became of the privileges of the preview
# custom:
#   id: DBX-UC-001
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].privileges", privileges]
#   remediation: Write the name as the list of privileges has it, such as USE_SCHEMA.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
#   parameters:
#     newer_privileges:
#       description: Privileges that Unity Catalog has and tfcheck's table has not yet.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.unity_catalog.unknown_privilege

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.parameters
import data.policies.lib.privileges
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some address, entries in grants.entries
	some entry in entries
	strange := entry.privileges & _strange
	count(strange) > 0
	result := results.at(grants.resources[address], entry.paths.privileges, sprintf(
		"Unity Catalog has no privilege %s, here on %s; wanted are names from its list of privileges",
		[concat(" or ", strange), securables.label[address]],
	))
}

deny contains result if {
	some address, entries in grants.entries
	some entry in entries
	old := entry.privileges & _old
	count(old) > 0
	result := results.at(grants.resources[address], entry.paths.privileges, sprintf(
		"On %s are the old names %s, which every plan will want to change; wanted are %s",
		[securables.label[address], concat(" and ", old), _successors(old)],
	))
}

undecided contains result if {
	some address, entries in grants.entries
	some entry in entries
	not entry.decided.privileges
	result := results.at(grants.resources[address], entry.paths.privileges, sprintf(
		"Not all privileges on %s are known yet; wanted are names from the list of Unity Catalog",
		[securables.label[address]],
	))
}

undecided contains result if {
	some address, _ in grants.open
	result := results.at(grants.resources[address], "grant", sprintf(
		"The privileges on %s are not known yet; wanted are names from the list of Unity Catalog",
		[securables.label[address]],
	))
}

checked contains address if some address, _ in grants.resources

_strange := {privilege |
	some privilege in holdings.granted
	not privileges.exists(privilege)
	not _newer[privilege]
}

_old := {privilege | some privilege in holdings.granted; privileges.legacy(privilege)}

_successors(old) := concat(", ", {name | some privilege in old; some name in privileges.legacy(privilege)})

_newer := {upper(replace(trim_space(name), " ", "_")) | some name in parameters.of("DBX-UC-001", "newer_privileges")}
