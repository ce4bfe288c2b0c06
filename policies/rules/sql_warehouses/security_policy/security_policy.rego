# METADATA
# scope: package
# title: SQL warehouses enforce data access control
# description: |
#   Looks at `security_policy` of databricks_sql_global_config. With NONE or PASSTHROUGH queries on
#   tables outside Unity Catalog are not checked against the permissions of tables.
#   DATA_ACCESS_CONTROL is what the provider takes when nothing is written.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/sql_global_config
#     description: The resource
# custom:
#   id: DBX-SQL-006
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_sql_global_config]
#   attributes: [security_policy]
#   remediation: Set `security_policy` to DATA_ACCESS_CONTROL, or leave it out.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.sql_warehouses.security_policy

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some config in resources.present.databricks_sql_global_config
	policy_ := upper(texts.written(config, "security_policy"))
	policy_ in {"NONE", "PASSTHROUGH"}
	result := results.at(config, "security_policy", sprintf(
		"security_policy of all SQL warehouses is %s; wanted is DATA_ACCESS_CONTROL",
		[policy_],
	))
}

undecided contains result if {
	some config in resources.present.databricks_sql_global_config
	texts.hidden(config, "security_policy")
	result := results.at(config, "security_policy", "security_policy of all SQL warehouses is not known yet; wanted is DATA_ACCESS_CONTROL")
}

checked contains address if some address, _ in resources.present.databricks_sql_global_config
