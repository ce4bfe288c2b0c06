package policies.rules.sql_warehouses.classic_test

import data.policies.lib.testing_test as given
import data.policies.rules.sql_warehouses.classic as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_sql_endpoint", {
	"values": object.union({"name": "bi"}, values),
	"unknown": unknown,
})]))

_warehouse(values, unknown) := _for(set(), values, unknown)

_address := "databricks_sql_endpoint.x"

test_pro if {
	_warehouse({"warehouse_type": "PRO"}, {"enable_serverless_compute": true}) == given.passes(_address)
	_warehouse({"enable_serverless_compute": true}, {}) == given.passes(_address)
}

test_classic if {
	_warehouse({"warehouse_type": "CLASSIC"}, {}) == given.denied(_address, "warehouse_type", `SQL warehouse "bi" is of type CLASSIC; wanted is PRO`)
	_warehouse({"warehouse_type": "", "enable_serverless_compute": false}, {}) == given.denied(
		_address,
		"warehouse_type",
		`SQL warehouse "bi" has no type and no serverless compute, so it is classic; wanted is PRO`,
	)
}

test_not_known_yet if {
	open := given.undecided(
		_address,
		"warehouse_type",
		`SQL warehouse "bi" has no type; it is classic unless the workspace gives it serverless compute, wanted is PRO`,
	)
	_warehouse({}, {"enable_serverless_compute": true}) == open
	_warehouse({}, {}) == open
	_warehouse({}, {"warehouse_type": true}) == given.undecided(_address, "warehouse_type", `SQL warehouse "bi": its type is not known yet; wanted is PRO`)
}

test_a_warehouse_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_sql_endpoint", {"action": "delete"})])) == given.nothing
}
