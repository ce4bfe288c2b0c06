# METADATA
# scope: package
# title: State holds no sensitive values
# description: |
#   Looks at every attribute in a state, of resources and data sources, that Terraform marks as
#   sensitive or that the provider's schema calls so. A state is plain JSON: whoever can read it,
#   or any old version of it, has the value. Whether the state lists the attribute among its
#   sensitive ones makes no difference to that, and old versions of Terraform do not list them.
#
#   An attribute that is or holds a value which is sensitive elsewhere in the same document may be
#   the same secret, or the same word by accident: undecided. Empty values are no secrets. Outputs
#   are not looked at (DBX-TFS-009), nor values that only look like credentials (DBX-TFS-008).
#   Whether the backend encrypts the state at rest cannot be seen.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/manage-sensitive-data
#     description: Sensitive data in state, and how to keep it out
#   - ref: https://docs.databricks.com/security/secrets/index.html
#     description: Databricks secrets
# custom:
#   id: DBX-TFS-007
#   severity: critical
#   sets: [baseline, production]
#   resource_types: ["*"]
#   remediation: Write the value through a write-only attribute (such as string_value_wo of databricks_secret) or outside Terraform, take it out of the state, and rotate it.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [IA-5(7), SC-28, CP-9, CM-3]
#     cis-controls: ["3.11", "11.3"]
#     iso-27001: [A.5.17, A.8.24, A.8.13]
#     soc2: [CC6.1, A1.2]
package policies.rules.state.secret_in_state

import data.policies.lib.documents
import data.policies.lib.results
import data.policies.lib.secrets

deny contains result if {
	documents.state
	some secret in secrets.found
	why := _sensitive[secret.kind]
	result := results.at(secret, secret.path, sprintf("The state holds %s of %s in clear; %s", [secret.path, secret.address, why]))
}

undecided contains result if {
	documents.state
	some secret in secrets.found
	secret.kind == "copy"
	result := results.at(secret, secret.path, sprintf(
		"%s of %s is or holds a value that is sensitive elsewhere in this state; nothing says whether it is that secret",
		[secret.path, secret.address],
	))
}

checked := documents.addresses(input.resources) if {
	documents.state
} else := set()

_sensitive := {
	"marked": "Terraform marks it as sensitive",
	"schema": "the provider's schema says that it is sensitive",
}
