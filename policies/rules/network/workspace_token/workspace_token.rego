# METADATA
# scope: package
# title: Workspaces are made without a token
# description: |
#   Looks at the block `token` of workspaces on AWS and GCP. It makes a personal access token of whoever
#   applies, which then stands in the state in clear.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m
#     description: OAuth of service principals
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/mws_workspaces
#     description: The resource
# custom:
#   id: DBX-NET-022
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_mws_workspaces]
#   attributes: [token]
#   remediation: Remove the block `token`, and sign in as a service principal with OAuth.
#   controls:
#     nist-800-53: [IA-5(7), SC-28, IA-5(1), IA-5(6), AC-12]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.network.workspace_token

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.workspaces

deny contains result if {
	some [workspace, token] in _tokens
	token.unknown != true
	result := results.at(workspace, token.path, sprintf(
		"%s makes a personal access token, which stands in the state; wanted is OAuth of a service principal",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some [workspace, token] in _tokens
	token.unknown == true
	result := results.at(workspace, token.path, sprintf("%s: whether it makes a personal access token is not known yet", [workspaces.label(workspace)]))
}

checked contains address if some address, _ in resources.present.databricks_mws_workspaces

_tokens := [[workspace, token] |
	some workspace in resources.present.databricks_mws_workspaces
	some token in blocks.inside(blocks.whole(workspace), "token")
]
