# METADATA
# scope: package
# title: The configuration of all SQL warehouses holds no secrets in clear
# description: |
#   Looks at `data_access_config` and `sql_config_params` of databricks_sql_global_config, which apply
#   to every SQL warehouse of the workspace. A literal shows in plan, state, and in the settings of
#   the workspace. A value counts as a secret that has the form of a credential, or whose key names
#   one, such as `fs.azure.account.oauth2.client.secret.<account>`. Values that only Terraform calls
#   sensitive are undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/sql/data-access-configuration
#     description: Data access configuration of all SQL warehouses
# custom:
#   id: DBX-SQL-005
#   severity: critical
#   sets: [baseline, strict, production]
#   resource_types: [databricks_sql_global_config]
#   attributes: [data_access_config, sql_config_params]
#   remediation: Store the secret in a secret scope, write `{{secrets/<scope>/<key>}}` in its place, and rotate it.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.sql_warehouses.secret_in_global_config

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.secrets

deny contains result if {
	some secret in _secrets
	secret.certain
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some secret in _secrets
	secret.certain == false
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some config in resources.present.databricks_sql_global_config
	some name in _maps
	some path in secrets.unclear(config, blocks.whole(config), name)
	result := results.at(config, path, sprintf(
		"Whether %s of %s holds a secret in clear is not known yet; write {{secrets/<scope>/<key>}}",
		[path, config.address],
	))
}

checked contains address if some address, _ in resources.present.databricks_sql_global_config

_secrets := [secret |
	some name in _maps
	some secret in secrets.literals[name]
	secret.resource.type == "databricks_sql_global_config"
]

_maps := ["data_access_config", "sql_config_params"]
