# METADATA
# scope: package
# title: Tokens live no longer than allowed
# description: |
#   Looks at `lifetime_seconds` of databricks_token and databricks_obo_token where it is set. Tokens
#   without a lifetime are the subject of DBX-SEC-005 and DBX-SEC-007.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/access-control/tokens
#     description: Personal access tokens, and how long they live
# custom:
#   id: DBX-SEC-006
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_token, databricks_obo_token]
#   attributes: [lifetime_seconds]
#   remediation: Set a shorter `lifetime_seconds`, and let Terraform make the token anew before it ends.
#   controls:
#     sat: [IA-6]
#     nist-800-53: [IA-5(1), IA-5(6), AC-12]
#     cis-azure: ["2.1.6"]
#     iso-27001: [A.5.17]
#     soc2: [CC6.1]
#   parameters:
#     max_days:
#       description: How many days a token may live.
#       default: 90
#       schema: {type: integer, minimum: 1}
package policies.rules.secrets.token_lives_long

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.tokens

deny contains result if {
	some token in _tokens
	seconds := tokens.lifetime(token)
	is_number(seconds)
	seconds > _max_days * tokens.day
	result := results.at(token, "lifetime_seconds", sprintf(
		"This token lives %v days; the maximum is %v",
		[ceil(seconds / tokens.day), _max_days],
	))
}

undecided contains result if {
	some token in _tokens
	tokens.lifetime(token) == "unknown"
	result := results.at(token, "lifetime_seconds", sprintf("How many days this token lives is not known yet; the maximum is %v", [_max_days]))
}

checked contains address if {
	some token in _tokens
	tokens.lifetime(token) != 0
	address := token.address
}

_tokens := [token | some type in ["databricks_token", "databricks_obo_token"]; some token in resources.present[type]]

_max_days := parameters.of("DBX-SEC-006", "max_days")
