# METADATA
# scope: package
# title: SQL warehouses are pro or serverless
# description: |
#   Looks at `warehouse_type` of SQL warehouses. Classic ones are the oldest type: slower, without the
#   features of Unity Catalog that need a pro warehouse, and on compute in your own account that
#   Databricks does not keep up to date for you. Where no type is written, a warehouse without
#   serverless compute is classic, one with it is pro; before that is known: undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/sql-warehouse/create
#     description: How SQL warehouses are configured
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/sql_endpoint
#     description: The resource, and its defaults
# custom:
#   id: DBX-SQL-002
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_sql_endpoint]
#   attributes: [warehouse_type, enable_serverless_compute]
#   remediation: Set `warehouse_type` to PRO.
#   controls:
#     nist-800-53: [CM-2, CM-6]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9]
#     soc2: [CC8.1]
package policies.rules.sql_warehouses.classic

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.warehouses

deny contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	texts.written(warehouse, "warehouse_type") == "CLASSIC"
	result := results.at(warehouse, "warehouse_type", sprintf("%s is of type CLASSIC; wanted is PRO", [warehouses.label(warehouse)]))
}

deny contains result if {
	some warehouse in _untyped
	warehouse.values.enable_serverless_compute == false
	result := results.at(warehouse, "warehouse_type", sprintf(
		"%s has no type and no serverless compute, so it is classic; wanted is PRO",
		[warehouses.label(warehouse)],
	))
}

undecided contains result if {
	some warehouse in _untyped
	object.get(warehouse.values, "enable_serverless_compute", null) == null
	result := results.at(warehouse, "warehouse_type", sprintf(
		"%s has no type; it is classic unless the workspace gives it serverless compute, wanted is PRO",
		[warehouses.label(warehouse)],
	))
}

undecided contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	texts.hidden(warehouse, "warehouse_type")
	result := results.at(warehouse, "warehouse_type", sprintf("%s: its type is not known yet; wanted is PRO", [warehouses.label(warehouse)]))
}

checked contains address if some address, _ in resources.present.databricks_sql_endpoint

_untyped := [warehouse |
	some warehouse in resources.present.databricks_sql_endpoint
	texts.written(warehouse, "warehouse_type") == ""
]
