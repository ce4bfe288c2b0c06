# METADATA
# scope: package
# title: Users come from the identity provider
# description: |
#   Looks for users that Terraform makes. A user that the identity provider synchronises goes when the person
#   leaves; one that a configuration makes stays until somebody remembers it. An account for emergencies,
#   which is meant to be there without the identity provider, is accepted by a waiver.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/users-groups/scim/
#     description: Synchronise users and groups
# custom:
#   id: DBX-ID-003
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_user]
#   attributes: [user_name]
#   remediation: Let SCIM or automatic identity management bring the user, and read it with `data "databricks_user"`.
#   controls:
#     nist-800-53: [AC-2, AC-2(1)]
#     cis-controls: ["5.1", "5.6"]
#     cis-azure: ["2.1.4"]
#     iso-27001: [A.5.16]
#     soc2: [CC6.2]
package policies.rules.identity.user_by_hand

import data.policies.lib.identities
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some address, resource in resources.present.databricks_user
	result := results.at(resource, "user_name", sprintf(
		"Terraform makes %s; wanted is that the identity provider does",
		[identities.label(identities.all[address])],
	))
}

# Whoever it is.
undecided := set()

# A user who is there is a finding; one who goes away is what was wanted.
checked contains address if {
	some address, resource in input.resources.databricks_user
	resource.mode == "managed"
}
