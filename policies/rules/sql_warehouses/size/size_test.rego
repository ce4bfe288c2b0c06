package policies.rules.sql_warehouses.size_test

import data.policies.lib.testing_test as given
import data.policies.rules.sql_warehouses.size as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_sql_endpoint", {
	"values": object.union({"name": "bi"}, values),
	"unknown": unknown,
})]))

_warehouse(values, unknown) := _for(set(), values, unknown)

_address := "databricks_sql_endpoint.x"

test_small if {
	_warehouse({"cluster_size": "Large", "max_num_clusters": 5}, {"id": true}) == given.passes(_address)
	_warehouse({"cluster_size": "9X-Large"}, {}) == given.passes(_address)
	_warehouse({}, {}) == given.passes(_address)
}

test_large if {
	every size in ["X-Large", "2X-Large", "3X-Large", "4X-Large", "5X-Large"] {
		_warehouse({"cluster_size": size}, {}) == given.denied(_address, "cluster_size", sprintf(`SQL warehouse "bi" is of size %s; wanted is at most Large`, [size]))
	}
	_warehouse({"max_num_clusters": 6}, {}) == given.denied(_address, "max_num_clusters", `SQL warehouse "bi" grows to 6 clusters; wanted are at most 5`)
}

test_other_bounds if {
	every i, size in ["2X-Small", "X-Small", "Small", "Medium"] {
		document := given.plan(set(), [given.resource("databricks_sql_endpoint", {"values": {"cluster_size": size, "max_num_clusters": 1}})])
		bounds := {"max_size": ["2X-Small", "2X-Small", "X-Small", "Small"][i], "max_clusters": 1}
		answers := _answers(document) with data.tfcheck.parameters as {"DBX-SQL-007": bounds}
		count(answers.deny) == min([i, 1])
	}
}

test_not_known_yet if {
	every name in ["cluster_size", "max_num_clusters"] {
		_warehouse({}, {name: true}) == given.undecided(_address, name, sprintf(
			`SQL warehouse "bi": its %s is not known yet; wanted are at most size Large and 5 clusters`,
			[name],
		))
	}
}

test_a_warehouse_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_sql_endpoint", {"action": "delete"})])) == given.nothing
}
