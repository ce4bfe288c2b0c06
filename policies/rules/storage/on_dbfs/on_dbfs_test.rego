package policies.rules.storage.on_dbfs_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.on_dbfs as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})]))

_kinds := {"databricks_catalog": "Catalog", "databricks_schema": "Schema", "databricks_sql_table": "Table", "databricks_volume": "Volume"}

_address(type) := concat(".", [type, "x"])

_attributes := {"databricks_catalog": "storage_root", "databricks_schema": "storage_root", "databricks_sql_table": "storage_location", "databricks_volume": "storage_location"}

test_bad_places if {
	every type, kind in _kinds {
		every location in ["dbfs:/x", "DBFS:/mnt/x", "/mnt/x", "/dbfs/x"] {
			_of(type, {_attributes[type]: location}, {"id": true}) == given.denied(
				_address(type),
				_attributes[type],
				sprintf(`%s "a" is stored on DBFS (%s); wanted is an external location or managed storage`, [kind, location]),
			)
		}
	}
}

test_good_places if {
	every type, _ in _kinds {
		every location in ["abfss://c@a.dfs.core.windows.net/mnt/x", "s3://x/y", "", ["dbfs:/x"]] {
			_of(type, {_attributes[type]: location}, {}) == given.passes(_address(type))
		}
		_of(type, {}, {}) == given.passes(_address(type))
	}
}

test_not_known_yet if {
	every type, kind in _kinds {
		_of(type, {}, {_attributes[type]: true}) == given.undecided(_address(type), _attributes[type], sprintf(`%s "a": where it is stored is not known yet; wanted is no place on DBFS`, [kind]))
	}
}

test_other_types if {
	_of("databricks_external_location", {"url": "dbfs:/x"}, {}) == given.nothing
	_of("databricks_metastore", {"storage_root": "dbfs:/x"}, {}) == given.nothing
}

test_what_goes_away if {
	every type, _ in _kinds {
		_answers(given.plan(set(), [given.resource(type, {"action": "delete"})])) == given.nothing
	}
}
