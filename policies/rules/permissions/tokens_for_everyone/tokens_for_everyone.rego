# METADATA
# scope: package
# title: Personal access tokens are for named groups
# description: |
#   Looks at the permissions of `authorization = "tokens"`. A personal access token is a password that the
#   identity provider does not see; where everyone may make one, somebody does, and leaves it in a script.
#   Workspaces whose configuration says nothing about tokens are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/access-control/tokens
#     description: Who may use personal access tokens
# custom:
#   id: DBX-PRM-008
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_permissions]
#   attributes: [authorization, "access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give CAN_USE to a small group of those who need tokens.
#   controls:
#     sat: [IA-8]
#     nist-800-53: [IA-5(1), IA-5(6), AC-12, AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     cis-azure: ["2.1.6"]
#     iso-27001: [A.5.17, A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.permissions.tokens_for_everyone

import data.policies.lib.permissions
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some holding in _held
	holding.certain
	texts.written(holding.resource, "authorization") == "tokens"
	result := results.at(holding.resource, holding.path, sprintf(
		`"%s", which is everyone, holds %s on personal access tokens; wanted is a small group`,
		[holding.name, holding.level],
	))
}

undecided contains result if {
	some holding in _held
	holding.certain == false
	_tokens[holding.resource.address]
	result := results.at(holding.resource, holding.path, "Who may use personal access tokens is not known yet; wanted is a small group")
}

undecided contains result if {
	some holding in _held
	holding.certain
	texts.hidden(holding.resource, "authorization")
	result := results.at(holding.resource, holding.path, "What everyone may use here is not known yet; personal access tokens are for a small group")
}

checked contains address if some address, _ in _tokens

_tokens[address] := true if {
	some address, resource in permissions.on.authorization
	texts.written(resource, "authorization") == "tokens"
}

_tokens[address] := true if {
	some address, resource in permissions.on.authorization
	texts.hidden(resource, "authorization")
}

_held := permissions.held_by_everyone("authorization", {"CAN_USE": true, "CAN_MANAGE": true})
