# METADATA
# title: Where data is stored, and what opens the store
# description: |
#   `label(resource)` begins a message.
#   `places[type]`    the attribute of a resource type that says where it stores its data.
package policies.lib.storage

label(resource) := sprintf(`%s "%s"`, [_kinds[resource.type], resource.values.name]) if {
	resource.values.name
} else := sprintf("%s %s", [_kinds[resource.type], resource.address])

places := {
	"databricks_catalog": "storage_root",
	"databricks_external_location": "url",
	"databricks_metastore": "storage_root",
	"databricks_schema": "storage_root",
	"databricks_sql_table": "storage_location",
	"databricks_volume": "storage_location",
}

_kinds := {
	"databricks_catalog": "Catalog",
	"databricks_external_location": "External location",
	"databricks_metastore": "Metastore",
	"databricks_metastore_data_access": "Storage credential",
	"databricks_schema": "Schema",
	"databricks_sql_table": "Table",
	"databricks_storage_credential": "Storage credential",
	"databricks_volume": "Volume",
}
