# METADATA
# scope: package
# title: Identities are made and removed without force
# description: |
#   Looks at `force` of users, groups and service principals, which takes over an identity that is there
#   already with its entitlements, and at `force_delete_home_dir` and `force_delete_repos`, which delete the
#   home folder with notebooks, experiments and bundles when Terraform removes a user or service principal.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/user
#     description: What force does
# custom:
#   id: DBX-ID-012
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_user, databricks_service_principal, databricks_group]
#   attributes: [force, force_delete_home_dir, force_delete_repos]
#   remediation: Remove the attribute, and import an identity that is there already.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.identity.force

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some resource in _identities
	some attribute, effect in _effects
	resource.values[attribute] == true
	result := results.at(resource, attribute, sprintf(
		"%s of %s %s; wanted is that it is not set",
		[attribute, resource.address, effect],
	))
}

undecided contains result if {
	some resource in _identities
	some attribute, effect in _effects
	values.unknown(resource, attribute)
	result := results.at(resource, attribute, sprintf(
		"Whether %s of %s %s is not known yet; wanted is that it is not set",
		[attribute, resource.address, effect],
	))
}

checked := {address | some resource in _identities; address := resource.address}

_identities := [resource |
	some type in ["databricks_user", "databricks_service_principal", "databricks_group"]
	some resource in resources.present[type]
]

_effects := {
	"force": "takes over an identity that is there already",
	"force_delete_home_dir": "deletes the home folder with the identity",
	"force_delete_repos": "deletes the Git folders with the identity",
}
