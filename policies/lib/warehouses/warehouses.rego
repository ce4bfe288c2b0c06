# METADATA
# title: SQL warehouses
# description: "`label(warehouse)` begins a message."
package policies.lib.warehouses

label(warehouse) := sprintf(`SQL warehouse "%s"`, [warehouse.values.name]) if {
	warehouse.values.name != ""
} else := warehouse.address
