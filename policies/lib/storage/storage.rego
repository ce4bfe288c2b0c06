# METADATA
# title: Where data is stored, and what opens the store
# description: |
#   `label(resource)` begins a message.
#   `places[type]`    the attribute of a resource type that says where it stores its data.
#   `managed[address]` the external locations in which a catalog, schema or metastore of the document keeps what
#                     Unity Catalog manages: at the location itself or below it.
package policies.lib.storage

import data.policies.lib.resources

managed[address] := true if {
	some address, location in resources.present.databricks_external_location
	_above_roots[_trimmed(location.values.url)]
}

# Every folder that holds a root, and the root.
_above_roots[url] := true if {
	some type, attribute in places
	attribute == "storage_root"
	some resource in resources.present[type]
	steps := split(_trimmed(resource.values.storage_root), "/")
	some i, _ in steps
	url := concat("/", array.slice(steps, 0, i + 1))
}

_trimmed(url) := trim_right(url, "/") if is_string(url)

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
