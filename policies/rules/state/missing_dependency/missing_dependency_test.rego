package policies.rules.state.missing_dependency_test

import data.policies.rules.state.missing_dependency

_document(kind, depends_on) := {
	"document": {"kind": kind, "file": "terraform.tfstate"},
	"resources": {
		"databricks_sql_table": {"module.lake[\"b.x[0]\"].module.in[0].databricks_sql_table.t[1]": object.union(
			{
				"address": "module.lake[\"b.x[0]\"].module.in[0].databricks_sql_table.t[1]", "type": "databricks_sql_table",
				"name": "t", "index": 1, "module": ["module.lake[\"b.x[0]\"]", "module.in[0]"], "mode": "managed",
				"action": "no-op", "values": {},
			},
			depends_on,
		)},
		"databricks_schema": {"module.lake[\"b.x[0]\"].databricks_schema.this": {
			"address": "module.lake[\"b.x[0]\"].databricks_schema.this", "type": "databricks_schema", "name": "this",
			"module": ["module.lake[\"b.x[0]\"]"], "mode": "managed", "action": "no-op", "values": {}, "depends_on": [],
		}},
		"databricks_catalog": {"databricks_catalog.sales[\"eu\"]": {
			"address": "databricks_catalog.sales[\"eu\"]", "type": "databricks_catalog", "name": "sales", "index": "eu",
			"mode": "managed", "action": "no-op", "values": {},
		}},
	},
}

_table := "module.lake[\"b.x[0]\"].module.in[0].databricks_sql_table.t[1]"

test_dependencies_that_are_there if {
	document := _document("state", {"depends_on": [
		"databricks_catalog.sales",
		"module.lake.databricks_schema.this",
		"module.lake.module.in.databricks_sql_table.t",
	]})
	count(missing_dependency.deny) == 0 with input as document
	missing_dependency.undecided == set() with input as document
	missing_dependency.checked == {_table} with input as document
}

test_dependencies_that_are_not_there_are_undecided if {
	document := _document("state", {"depends_on": ["databricks_library.python", "databricks_catalog.sales", "databricks_catalog.hr"]})
	count(missing_dependency.deny) == 0 with input as document
	missing_dependency.undecided == {{
		"address": _table,
		"path": "depends_on",
		"message": sprintf("%s depends on databricks_catalog.hr, databricks_library.python, not in this state: taken out of it, or without instances", [_table]),
	}} with input as document
	missing_dependency.checked == {_table} with input as document
}

test_a_resource_of_another_module_is_another_resource if {
	every address in ["databricks_schema.this", "module.in.databricks_schema.this", "module.lake.databricks_catalog.sales"] {
		count(missing_dependency.undecided) == 1 with input as _document("state", {"depends_on": [address]})
	}
}

test_data_sources_are_not_looked_for if {
	every address in ["data.databricks_spark_version.lts", "module.lake.data.databricks_spark_version.lts"] {
		missing_dependency.undecided == set() with input as _document("state", {"depends_on": [address]})
	}
}

test_a_module_may_be_called_data if {
	count(missing_dependency.undecided) == 1 with input as _document("state", {"depends_on": ["module.data.databricks_schema.this"]})
}

test_no_dependencies if {
	every depends_on in [{}, {"depends_on": []}] {
		missing_dependency.undecided == set() with input as _document("state", depends_on)
		missing_dependency.checked == set() with input as _document("state", depends_on)
	}
}

test_plans_are_not_looked_at if {
	document := _document("plan", {"depends_on": ["databricks_catalog.hr"]})
	missing_dependency.undecided == set() with input as document
	missing_dependency.checked == set() with input as document
}

test_only_those_that_miss_something_are_named if {
	document := json.patch(_document("state", {"depends_on": ["databricks_library.python"]}), [{
		"op": "replace",
		"path": ["resources", "databricks_schema", "module.lake[\"b.x[0]\"].databricks_schema.this", "depends_on"],
		"value": ["databricks_catalog.sales"],
	}])
	{result.address | some result in missing_dependency.undecided} == {_table} with input as document
	count(missing_dependency.checked) == 2 with input as document
}
