package policies.rules.sql_warehouses.auto_stop_test

import data.policies.lib.testing_test as given
import data.policies.rules.sql_warehouses.auto_stop as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_sql_endpoint", {
	"values": object.union({"name": "bi"}, values),
	"unknown": unknown,
})]))

_warehouse(values, unknown) := _for(set(), values, unknown)

_address := "databricks_sql_endpoint.x"

_denied(message) := given.denied(_address, "auto_stop_mins", message)

test_stops_in_time if {
	every minutes in [1, 60] {
		_warehouse({"auto_stop_mins": minutes}, {"id": true}) == given.passes(_address)
	}
}

test_never_stops if {
	_warehouse({"auto_stop_mins": 0}, {}) == _denied(`SQL warehouse "bi" never stops by itself (auto_stop_mins = 0); wanted are at most 60 minutes`)
}

test_stops_late if {
	_warehouse({"auto_stop_mins": 61}, {}) == _denied(`SQL warehouse "bi" stops only after 61 idle minutes; wanted are at most 60`)
	_warehouse({}, {}) == _denied(`SQL warehouse "bi" stops only after 120 idle minutes; wanted are at most 60`)
}

test_another_limit if {
	document := given.plan(set(), [given.resource("databricks_sql_endpoint", {})])
	_answers(document) == given.passes(_address) with data.tfcheck.parameters as {"DBX-SQL-001": {"max_minutes": 120}}
}

test_not_known_yet if {
	_warehouse({}, {"auto_stop_mins": true}) == given.undecided(
		_address,
		"auto_stop_mins",
		`SQL warehouse "bi": after how many idle minutes it stops is not known yet; wanted are at most 60`,
	)
}

test_a_warehouse_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_sql_endpoint", {"action": "delete"})])) == given.nothing
}
