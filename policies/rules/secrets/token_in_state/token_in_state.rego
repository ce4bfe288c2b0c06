# METADATA
# scope: package
# title: Tokens are not made by Terraform
# description: |
#   Looks at every databricks_token and databricks_obo_token. Terraform keeps the token that it makes
#   in clear in the state, for everyone who can read any version of it. Service principals with OAuth
#   or workload identity federation need no token.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dev-tools/auth/
#     description: Authentication without tokens
# custom:
#   id: DBX-SEC-008
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_token, databricks_obo_token]
#   attributes: [token_value]
#   remediation: Use a service principal with OAuth or workload identity federation, and remove the token.
#   controls:
#     nist-800-53: [IA-5(7), SC-28, CP-9]
#     cis-controls: ["3.11", "11.3"]
#     iso-27001: [A.5.17, A.8.24, A.8.13]
#     soc2: [CC6.1, A1.2]
package policies.rules.secrets.token_in_state

import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some token in _tokens
	result := results.at(token, "token_value", sprintf("Terraform keeps the token that %s makes in clear in the state", [token.address]))
}

# That Terraform keeps it does not depend on any value.
undecided := set()

checked contains address if {
	some token in _tokens
	address := token.address
}

_tokens := [token | some type in ["databricks_token", "databricks_obo_token"]; some token in resources.present[type]]
