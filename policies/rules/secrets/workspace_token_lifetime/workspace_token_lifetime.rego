# METADATA
# scope: package
# title: The workspace bounds the lifetime of tokens
# description: |
#   Looks at `maxTokenLifetimeDays` of databricks_workspace_conf: it bounds the lifetime of the tokens
#   that people make themselves, which no configuration shows. With 0, in workspaces that still take
#   it, there is no bound. What the map does not mention stays as it is in the workspace, which is
#   undecided, unless another databricks_workspace_conf of the document sets it.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/access-control/tokens
#     description: Personal access tokens, and how long they live
# custom:
#   id: DBX-SEC-010
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_workspace_conf]
#   attributes: [custom_config]
#   remediation: Set `maxTokenLifetimeDays` to "90" in `custom_config`.
#   controls:
#     sat: [IA-5]
#     nist-800-53: [IA-5(1), IA-5(6), AC-12]
#     cis-azure: ["2.1.6"]
#     iso-27001: [A.5.17]
#     soc2: [CC6.1]
#   parameters:
#     max_days:
#       description: How many days a token may live at most.
#       default: 90
#       schema: {type: integer, minimum: 1, maximum: 730}
package policies.rules.secrets.workspace_token_lifetime

import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.workspace_conf

deny contains result if {
	some setting in workspace_conf.settings(_key)
	value := setting.value
	not value in _allowed
	result := results.at(setting.conf, setting.path, sprintf("%s is %s; wanted is 1 to %v", [_key, value, _max_days]))
}

undecided contains result if {
	some place in array.concat(workspace_conf.hidden(_key), workspace_conf.unsaid(_key))
	result := results.at(place.conf, place.path, sprintf("Nothing here says what %s is; wanted is 1 to %v", [_key, _max_days]))
}

checked := workspace_conf.checked({_key: true})

_key := "maxTokenLifetimeDays"

_allowed := {sprintf("%v", [days]) | some days in numbers.range(1, _max_days)}

_max_days := parameters.of("DBX-SEC-010", "max_days")
