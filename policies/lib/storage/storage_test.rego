package policies.lib.storage_test

import data.policies.lib.storage

_label(type, values) := storage.label({"type": type, "values": values, "address": "a.b"})

test_labels if {
	every type, kind in {
		"databricks_catalog": "Catalog",
		"databricks_external_location": "External location",
		"databricks_metastore": "Metastore",
		"databricks_metastore_data_access": "Storage credential",
		"databricks_schema": "Schema",
		"databricks_sql_table": "Table",
		"databricks_storage_credential": "Storage credential",
		"databricks_volume": "Volume",
	} {
		_label(type, {"name": "x"}) == sprintf(`%s "x"`, [kind])
		_label(type, {}) == sprintf("%s a.b", [kind])
	}
}

test_places if {
	storage.places == {
		"databricks_catalog": "storage_root",
		"databricks_external_location": "url",
		"databricks_metastore": "storage_root",
		"databricks_schema": "storage_root",
		"databricks_sql_table": "storage_location",
		"databricks_volume": "storage_location",
	}
}
