# METADATA
# scope: package
# title: SQL warehouses are of a bounded size
# description: |
#   Looks at `cluster_size` and `max_num_clusters` of SQL warehouses. Each size costs twice the one
#   before it, and each further cluster once more. A size that this policy does not know is not
#   judged.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/sql-warehouse/create
#     description: How SQL warehouses are configured
# custom:
#   id: DBX-SQL-007
#   severity: info
#   sets: [cost]
#   resource_types: [databricks_sql_endpoint]
#   attributes: [cluster_size, max_num_clusters]
#   remediation: Set a smaller `cluster_size`, or a lower `max_num_clusters`.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
#   parameters:
#     max_clusters:
#       description: The most clusters of a warehouse.
#       default: 5
#       schema: {type: integer, minimum: 1}
#     max_size:
#       description: The largest size of a warehouse.
#       default: Large
#       schema: {enum: [2X-Small, X-Small, Small, Medium, Large, X-Large, 2X-Large, 3X-Large, 4X-Large, 5X-Large]}
package policies.rules.sql_warehouses.size

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values
import data.policies.lib.warehouses

deny contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	size := texts.written(warehouse, "cluster_size")
	_place[size] > _place[_largest]
	result := results.at(warehouse, "cluster_size", sprintf("%s is of size %s; wanted is at most %s", [warehouses.label(warehouse), size, _largest]))
}

deny contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	warehouse.values.max_num_clusters > _most
	result := results.at(warehouse, "max_num_clusters", sprintf(
		"%s grows to %v clusters; wanted are at most %v",
		[warehouses.label(warehouse), warehouse.values.max_num_clusters, _most],
	))
}

undecided contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	some name in ["cluster_size", "max_num_clusters"]
	values.unknown(warehouse, name)
	result := results.at(warehouse, name, sprintf(
		"%s: its %s is not known yet; wanted are at most size %s and %v clusters",
		[warehouses.label(warehouse), name, _largest, _most],
	))
}

checked contains address if some address, _ in resources.present.databricks_sql_endpoint

_place := {size: i |
	some i, size in ["2X-Small", "X-Small", "Small", "Medium", "Large", "X-Large", "2X-Large", "3X-Large", "4X-Large", "5X-Large"]
}

_largest := parameters.of("DBX-SQL-007", "max_size")

_most := parameters.of("DBX-SQL-007", "max_clusters")
