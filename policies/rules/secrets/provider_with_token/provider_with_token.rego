# METADATA
# scope: package
# title: Provider blocks take no tokens and no passwords
# description: |
#   Looks at the arguments of every configuration of the Databricks provider, in plans and
#   configurations: whether it is made to authenticate with a personal access token or with user name and
#   password, by `auth_type` or, where that is not written, by the arguments that are. A token is bound to
#   a person and lives long. Where a token stands beside other credentials, of which the provider takes
#   one alone, or where `auth_type` comes from a variable, it is undecided. What comes from the
#   environment or from a profile cannot be seen.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs#authentication
#     description: Authentication of the provider
# custom:
#   id: DBX-SEC-015
#   severity: medium
#   sets: [strict]
#   resource_types: [terraform]
#   attributes: [auth_type, token, password]
#   remediation: Use a service principal with OAuth (`client_id`), `auth_type` azure-cli, or OIDC.
#   controls:
#     nist-800-53: [IA-2, IA-5]
#     cis-controls: ["5.6", "6.7"]
#     iso-27001: [A.5.16, A.8.5]
#     soc2: [CC6.1]
package policies.rules.secrets.provider_with_token

import data.policies.lib.provider_blocks
import data.policies.lib.results

deny contains result if {
	some key, provider in provider_blocks.databricks
	type := lower(provider.auth_type)
	type in {"pat", "basic"}
	result := results.document(sprintf("provider.%s.auth_type", [key]), sprintf(
		`Provider %s authenticates with auth_type "%s"; wanted is OAuth or OIDC`,
		[key, type],
	))
}

deny contains result if {
	some key, argument in _taken
	count(_others(key)) == 0
	result := results.document(sprintf("provider.%s.%s", [key, argument]), sprintf(
		"Provider %s takes a %s; wanted is OAuth or OIDC",
		[key, argument],
	))
}

undecided contains result if {
	some key, argument in _taken
	others := _others(key)
	count(others) > 0
	result := results.document(sprintf("provider.%s.%s", [key, argument]), sprintf(
		"Provider %s takes a %s or %s, and which of them is not known",
		[key, argument, concat(", ", others)],
	))
}

undecided contains result if {
	some key, provider in provider_blocks.databricks
	provider.arguments.auth_type == "expression"
	result := results.document(sprintf("provider.%s.auth_type", [key]), sprintf("How provider %s authenticates is not known", [key]))
}

checked contains results.document_address if count(provider_blocks.databricks) > 0

_taken[key] := argument if {
	some key, provider in provider_blocks.databricks
	arguments := object.get(provider, "arguments", {})
	not arguments.auth_type
	argument := [name | some name in ["token", "password"]; arguments[name]][0]
}

_others(key) := {name |
	some name in ["client_id", "azure_client_id", "azure_workspace_resource_id", "azure_use_msi", "google_service_account", "google_credentials"]
	provider_blocks.databricks[key].arguments[name]
}
