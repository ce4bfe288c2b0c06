package policies.lib.storage_test

import data.policies.lib.storage
import data.policies.lib.testing_test as given

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

_managed(url, type, root) := found if {
	location := given.resource("databricks_external_location", {"values": {"url": url}})
	found := storage.managed with input as given.plan(set(), [location, given.resource(type, {"values": {"storage_root": root, "storage_location": root}})])
}

test_managed if {
	it := {"databricks_external_location.x": true}
	every type in ["databricks_catalog", "databricks_schema", "databricks_metastore"] {
		every url in ["s3://x/a", "s3://x/a/", "s3://x"] {
			_managed(url, type, "s3://x/a/") == it
		}
		every url in ["s3://x/a/b", "s3://x/", "s3://y", "", ["s3://x/a"]] {
			_managed(url, type, "s3://xy/a") == {}
		}
		_managed("s3://x/aX", type, "s3://x/a") == {}
		_managed("x", type, "x/y") == it
		_managed("s3://x", type, ["s3://x"]) == {}
	}
	_managed("s3://x", "databricks_volume", "s3://x") == {}
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
