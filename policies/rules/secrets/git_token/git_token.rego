# METADATA
# scope: package
# title: Tokens of Git hosts are not kept in plan and state
# description: |
#   Looks at `personal_access_token` of databricks_git_credential: it stands in clear in plan and
#   state, although the provider marks it as sensitive. One that is not known before apply is
#   undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/repos/get-access-tokens-from-git-provider
#     description: Credentials for Git hosts
# custom:
#   id: DBX-SEC-011
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_git_credential]
#   attributes: [personal_access_token]
#   remediation: Use the GitHub app or a federated credential, or set the token outside of Terraform; then rotate it.
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.secrets.git_token

import data.policies.lib.results
import data.policies.lib.stored

deny contains result if {
	some secret in stored.found(_places)
	secret.known
	result := results.at(secret.resource, secret.path, sprintf("The token of a Git host in %s stands in plan and state", [secret.resource.address]))
}

undecided contains result if {
	some secret in stored.found(_places)
	secret.known == false
	result := results.at(secret.resource, secret.path, sprintf("Whether %s gets a token of a Git host is not known yet", [secret.resource.address]))
}

checked := stored.checked(_places)

_places := {"databricks_git_credential": ["personal_access_token"]}
