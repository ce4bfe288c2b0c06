package policies.rules.pipelines.hive_metastore_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.hive_metastore as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_pipeline", {
	"values": object.union({"name": "bronze"}, values),
	"unknown": unknown,
})]))

_address := "databricks_pipeline.x"

_pipeline(values, unknown) := _for(set(), values, unknown)

_catalog := `Pipeline "bronze" has no catalog, so it writes to the Hive metastore; wanted is a catalog of Unity Catalog`

test_unity_catalog if {
	_pipeline({"catalog": "main", "storage": ""}, {"id": true}) == given.passes(_address)
}

test_hive_metastore if {
	_pipeline({}, {}) == given.denied(_address, "catalog", _catalog)
	_pipeline({"catalog": "main", "storage": "dbfs:/pipelines/1"}, {}) == given.denied(
		_address,
		"storage",
		`Pipeline "bronze" keeps its tables in dbfs:/pipelines/1; wanted is a catalog of Unity Catalog`,
	)
}

test_gateways if {
	_pipeline({"gateway_definition": [{"gateway_storage_catalog": "main"}]}, {}) == given.nothing
	_pipeline({"gateway_definition": []}, {}) == given.denied(_address, "catalog", _catalog)
}

test_not_known_yet if {
	every name in ["catalog", "storage"] {
		_pipeline(object.remove({"catalog": "main"}, [name]), {name: true}) == given.undecided(_address, name, sprintf(
			`Pipeline "bronze": its %s is not known yet; wanted is a catalog of Unity Catalog`,
			[name],
		))
	}
}

test_a_catalog_of_the_same_plan if {
	linked := given.resource("databricks_pipeline", {"unknown": {"catalog": true}, "links": {"catalog": ["databricks_catalog.x"]}})
	catalog := given.resource("databricks_catalog", {})
	_answers(given.plan(set(), [linked, catalog])) == given.passes(_address)
	_answers(given.plan(set(), [linked])).undecided != set()
	other := given.resource("databricks_pipeline", {"unknown": {"catalog": true}, "links": {"catalog": ["random_id.x"]}})
	_answers(given.plan(set(), [other, catalog])).undecided != set()
}

test_a_pipeline_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"action": "delete"})])) == given.nothing
}
