# METADATA
# scope: package
# title: Tokens of service principals have a lifetime
# description: |
#   Looks at `lifetime_seconds` of databricks_obo_token. Without it, or with 0, the token is valid for
#   as long as the workspace allows, which may be for ever: one that leaks is found out too late.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/access-control/tokens
#     description: Personal access tokens, and how long they live
# custom:
#   id: DBX-SEC-007
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_obo_token]
#   attributes: [lifetime_seconds]
#   remediation: Set `lifetime_seconds` to 7776000 (90 days) or less.
#   controls:
#     sat: [IA-4]
#     nist-800-53: [IA-5(1), IA-5(6), AC-12]
#     iso-27001: [A.5.17]
#     soc2: [CC6.1]
package policies.rules.secrets.obo_token_without_lifetime

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.tokens

deny contains result if {
	some token in _tokens
	tokens.lifetime(token) == 0
	result := results.at(token, "lifetime_seconds", "This token of a service principal has no lifetime; wanted is one of 90 days at most")
}

undecided contains result if {
	some token in _tokens
	tokens.lifetime(token) == "unknown"
	result := results.at(token, "lifetime_seconds", "How long this token of a service principal lives is not known yet")
}

checked contains address if {
	some token in _tokens
	address := token.address
}

_tokens := object.get(resources.present, "databricks_obo_token", {})
