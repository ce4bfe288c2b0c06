# METADATA
# scope: package
# title: Not everyone reads or writes files of external locations
# description: |
#   Looks at grants on external locations to groups that hold everybody (`account users`, `users`).
#   Rights on files go past tables and volumes, with their row filters and masks.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/grants
#     description: The resources
# custom:
#   id: DBX-STO-008
#   severity: critical
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: [external_location, "grant[].principal", "grant[].privileges[]", principal, "privileges[]"]
#   remediation: Grant the privilege to a service principal or a named group.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.storage.files_for_everyone

import data.policies.lib.grants
import data.policies.lib.principals
import data.policies.lib.results

deny contains result if {
	some address, grant in grants.on.external_location
	some entry in grants.entries[address]
	entry.decided.principal
	principals.everyone(entry.principal)
	risky := entry.privileges & _risky
	risky != set()
	result := results.at(grant, entry.paths.privileges, sprintf(
		"Everyone (%q) holds %s on an external location; wanted is a named group",
		[entry.principal, concat(", ", sort(risky))],
	))
}

undecided contains result if {
	some address, grant in grants.on.external_location
	some entry in grants.entries[address]
	_is_doubtful(entry)
	result := results.at(grant, entry.path, "Whether everyone holds rights on files of an external location is not known yet")
}

undecided contains result if {
	some address, grant in grants.on.external_location
	grants.open[address]
	result := results.at(grant, "grant", "Whether everyone holds rights on files of an external location is not known yet")
}

checked contains address if some address, _ in grants.on.external_location

_is_doubtful(entry) if {
	entry.decided.principal == false
	entry.privileges & _risky != set()
}

_is_doubtful(entry) if {
	entry.decided.principal == false
	entry.decided.privileges == false
}

_is_doubtful(entry) if {
	entry.decided.principal
	principals.everyone(entry.principal)
	entry.decided.privileges == false
	entry.privileges & _risky == set()
}

_risky := {"READ_FILES", "WRITE_FILES", "CREATE_EXTERNAL_TABLE", "CREATE_EXTERNAL_VOLUME"}
