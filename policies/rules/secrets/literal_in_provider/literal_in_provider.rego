# METADATA
# scope: package
# title: Provider blocks hold no credentials
# description: |
#   Looks at the arguments of every configuration of the Databricks provider, in plans and
#   configurations. A token, password or client secret that is written as a literal lies in the
#   repository, and in every plan. What comes from a variable is not looked at: give it no default, and
#   mark it as sensitive.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs#authentication
#     description: Authentication of the provider
# custom:
#   id: DBX-SEC-014
#   severity: critical
#   sets: [strict, production]
#   resource_types: [terraform]
#   attributes: [token, password, client_secret, azure_client_secret]
#   remediation: Remove the argument, let the provider take the credential from the environment or by OIDC, and rotate it.
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.secrets.literal_in_provider

import data.policies.lib.provider_blocks
import data.policies.lib.results

deny contains result if {
	some key, provider in provider_blocks.databricks
	some argument in _secrets
	provider.arguments[argument] == "literal"
	result := results.document(sprintf("provider.%s.%s", [key, argument]), sprintf(
		"%s of provider %s is written in clear; wanted is the environment, or OIDC",
		[argument, key],
	))
}

# How an argument is written is known before any value is.
undecided := set()

checked contains results.document_address if count(provider_blocks.databricks) > 0

_secrets := ["token", "password", "client_secret", "azure_client_secret"]
