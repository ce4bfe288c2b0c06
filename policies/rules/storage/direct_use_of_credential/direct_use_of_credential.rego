# METADATA
# scope: package
# title: Storage credentials are used through external locations alone
# description: |
#   Looks at grants on storage credentials. Who holds READ_FILES, WRITE_FILES or CREATE_EXTERNAL_TABLE
#   there reaches all that the credential opens, past every external location.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/grants
#     description: The resources
# custom:
#   id: DBX-STO-007
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: [storage_credential, "grant[].privileges[]", "privileges[]"]
#   remediation: Revoke the privilege, and grant it on the external location.
#   controls:
#     sat: [GOV-22]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.storage.direct_use_of_credential

import data.policies.lib.grants
import data.policies.lib.results

deny contains result if {
	some address, grant in grants.on.storage_credential
	some entry in grants.entries[address]
	direct := entry.privileges & _direct
	direct != set()
	result := results.at(grant, entry.paths.privileges, sprintf(
		"%q holds %s on a storage credential; wanted is a grant on an external location",
		[entry.principal, concat(", ", sort(direct))],
	))
}

undecided contains result if {
	some address, grant in grants.on.storage_credential
	some entry in grants.entries[address]
	entry.decided.privileges == false
	entry.privileges & _direct == set()
	result := results.at(grant, entry.paths.privileges, sprintf("What %q holds on a storage credential is not known yet", [entry.principal]))
}

undecided contains result if {
	some address, grant in grants.on.storage_credential
	grants.open[address]
	result := results.at(grant, "grant", "Who holds what on a storage credential is not known yet")
}

checked contains address if some address, _ in grants.on.storage_credential

_direct := {"READ_FILES", "WRITE_FILES", "CREATE_EXTERNAL_TABLE"}
