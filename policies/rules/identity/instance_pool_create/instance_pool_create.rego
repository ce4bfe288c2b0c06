# METADATA
# scope: package
# title: Only the allowed create instance pools
# description: |
#   Looks at the entitlement `allow_instance_pool_create`. An instance pool keeps machines that are paid for while
#   nobody uses them; administrators make those that are needed.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/entitlements
#     description: Entitlements
# custom:
#   id: DBX-ID-005
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_user, databricks_group, databricks_service_principal, databricks_entitlements]
#   attributes: [allow_instance_pool_create]
#   remediation: Remove the entitlement and give CAN_ATTACH_TO on an instance pool.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     allowed:
#       description: Groups and service principals that may create instance pools, by display name and application id.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.identity.instance_pool_create

import data.policies.lib.entitlements
import data.policies.lib.identities
import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	some other in _others
	other.certain
	result := results.at(other.resource, "allow_instance_pool_create", sprintf(
		"%s lets %s create instance pools; wanted is CAN_ATTACH_TO on one",
		[other.resource.address, identities.label(other.identity)],
	))
}

undecided contains result if {
	some other in _others
	other.certain == false
	result := results.at(other.resource, "allow_instance_pool_create", sprintf(
		"Whether %s lets %s create instance pools is not known yet; wanted is CAN_ATTACH_TO on one",
		[other.resource.address, identities.label(other.identity)],
	))
}

checked := entitlements.addresses

_others := entitlements.given_to_others("allow_instance_pool_create", {name | some name in parameters.of("DBX-ID-005", "allowed")})
