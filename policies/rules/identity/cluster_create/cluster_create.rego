# METADATA
# scope: package
# title: Only the allowed create clusters without a policy
# description: |
#   Looks at the entitlement `allow_cluster_create`. Whoever has it creates clusters of any size and access mode,
#   past all cluster policies. Others create what the cluster policies that they may use allow.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/entitlements
#     description: Entitlements
# custom:
#   id: DBX-ID-004
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_user, databricks_group, databricks_service_principal, databricks_entitlements]
#   attributes: [allow_cluster_create]
#   remediation: Remove the entitlement and give CAN_USE on a cluster policy.
#   controls:
#     nist-800-53: [AC-3, AC-6, CM-8, AU-6]
#     cis-controls: ["3.3", "6.8", "1.1"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.5.9, A.8.6]
#     soc2: [CC6.1, CC6.3, A1.1]
#   parameters:
#     allowed:
#       description: Groups and service principals that may create any cluster, by display name and application id.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.identity.cluster_create

import data.policies.lib.entitlements
import data.policies.lib.identities
import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	some other in _others
	other.certain
	result := results.at(other.resource, "allow_cluster_create", sprintf(
		"%s lets %s create any cluster; wanted is CAN_USE on a cluster policy",
		[other.resource.address, identities.label(other.identity)],
	))
}

undecided contains result if {
	some other in _others
	other.certain == false
	result := results.at(other.resource, "allow_cluster_create", sprintf(
		"Whether %s lets %s create any cluster is not known yet; wanted is CAN_USE on a cluster policy",
		[other.resource.address, identities.label(other.identity)],
	))
}

checked := entitlements.addresses

_others := entitlements.given_to_others("allow_cluster_create", {name | some name in parameters.of("DBX-ID-004", "allowed")})
