# METADATA
# scope: package
# title: Values of secrets are not kept in plan and state
# description: |
#   Looks at `string_value` of databricks_secret and `value` of databricks_secret_uc. Whatever they are
#   set to, a literal or a reference to another resource, stands in clear in plan and state, although
#   the provider marks it as sensitive. A value that is not known before apply is undecided. What
#   `string_value_wo` holds is write-only and stands in neither.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/secret
#     description: The resource, and its write-only attribute
# custom:
#   id: DBX-SEC-001
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_secret, databricks_secret_uc]
#   attributes: [string_value, value]
#   remediation: Write the value through `string_value_wo`, keep it in a Key Vault behind the scope, or set it outside of Terraform; then rotate it.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.secrets.value_in_terraform

import data.policies.lib.results
import data.policies.lib.stored

deny contains result if {
	some secret in stored.found(_places)
	secret.known
	result := results.at(secret.resource, secret.path, sprintf(
		"The value of the secret %s stands in plan and state; write it through string_value_wo or outside of Terraform",
		[secret.resource.address],
	))
}

undecided contains result if {
	some secret in stored.found(_places)
	secret.known == false
	result := results.at(secret.resource, secret.path, sprintf(
		"What is known of the value of the secret %s only after apply may then stand in the state",
		[secret.resource.address],
	))
}

checked := stored.checked(_places)

_places := {"databricks_secret": ["string_value"], "databricks_secret_uc": ["value"]}
