# METADATA
# scope: package
# title: SQL warehouses stop when idle
# description: |
#   Looks at `auto_stop_mins` of SQL warehouses. One that never stops costs day and night. Where
#   nobody writes a number the provider takes 120 minutes, which is above the default of `max_minutes`
#   and so a finding too; a state shows the number.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/sql-warehouse/create
#     description: How SQL warehouses are configured
# custom:
#   id: DBX-SQL-001
#   severity: medium
#   sets: [cost, strict]
#   resource_types: [databricks_sql_endpoint]
#   attributes: [auto_stop_mins]
#   remediation: Set `auto_stop_mins` to between 10 and 60, or to 5 for a serverless warehouse.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
#   parameters:
#     max_minutes:
#       description: Idle minutes after which a warehouse stops at the latest.
#       default: 60
#       schema: {type: integer, minimum: 1}
package policies.rules.sql_warehouses.auto_stop

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values
import data.policies.lib.warehouses

deny contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	warehouse.values.auto_stop_mins == 0
	result := results.at(warehouse, "auto_stop_mins", sprintf(
		"%s never stops by itself (auto_stop_mins = 0); wanted are at most %v minutes",
		[warehouses.label(warehouse), _most],
	))
}

deny contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	not values.unknown(warehouse, "auto_stop_mins")
	minutes := object.get(warehouse.values, "auto_stop_mins", _default)
	minutes > _most
	result := results.at(warehouse, "auto_stop_mins", sprintf(
		"%s stops only after %v idle minutes; wanted are at most %v",
		[warehouses.label(warehouse), minutes, _most],
	))
}

undecided contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	values.unknown(warehouse, "auto_stop_mins")
	result := results.at(warehouse, "auto_stop_mins", sprintf(
		"%s: after how many idle minutes it stops is not known yet; wanted are at most %v",
		[warehouses.label(warehouse), _most],
	))
}

checked contains address if some address, _ in resources.present.databricks_sql_endpoint

# What the provider fills in.
_default := 120

_most := parameters.of("DBX-SQL-001", "max_minutes")
