package policies.rules.sql_warehouses.embedded_credentials_test

import data.policies.lib.testing_test as given
import data.policies.rules.sql_warehouses.embedded_credentials as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_dashboard(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_dashboard", {"values": values, "unknown": unknown})]))

_address := "databricks_dashboard.x"

test_embedded if {
	_dashboard({"display_name": "sales", "embed_credentials": true}, {}) == given.denied(
		_address,
		"embed_credentials",
		`Dashboard "sales" shows everyone what its publisher may read (embed_credentials); wanted is false`,
	)
	_dashboard({}, {"display_name": true}) == given.denied(
		_address,
		"embed_credentials",
		"Dashboard databricks_dashboard.x shows everyone what its publisher may read (embed_credentials); wanted is false",
	)
}

test_not_embedded if {
	_dashboard({"embed_credentials": false}, {"id": true}) == given.passes(_address)
}

test_not_known_yet if {
	_dashboard({"display_name": "sales"}, {"embed_credentials": true}) == given.undecided(
		_address,
		"embed_credentials",
		`Whether dashboard "sales" shows everyone what its publisher may read is not known yet; wanted is embed_credentials = false`,
	)
}

test_a_dashboard_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_dashboard", {"action": "delete"})])) == given.nothing
}
