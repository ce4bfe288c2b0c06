package policies.rules.sql_warehouses.preview_channel_test

import data.policies.lib.testing_test as given
import data.policies.rules.sql_warehouses.preview_channel as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_sql_endpoint", {
	"values": object.union({"name": "bi"}, values),
	"unknown": unknown,
})]))

_warehouse(values, unknown) := _for(set(), values, unknown)

_address := "databricks_sql_endpoint.x"

_channel(name) := {"channel": [{"name": name}]}

_message := `SQL warehouse "bi" runs the channel CHANNEL_NAME_PREVIEW; in production it is CHANNEL_NAME_CURRENT`

test_preview if {
	_for({"prod"}, _channel("CHANNEL_NAME_PREVIEW"), {}) == given.denied(_address, "channel[0].name", _message)
}

test_current if {
	_for({"prod"}, _channel("CHANNEL_NAME_CURRENT"), {"id": true}) == given.passes(_address)
	_for({"prod"}, {"channel": []}, {}) == given.passes(_address)
}

test_other_targets if {
	_for({"dev"}, _channel("CHANNEL_NAME_PREVIEW"), {}) == given.nothing
	_warehouse(_channel("CHANNEL_NAME_PREVIEW"), {}) == given.undecided(_address, "channel[0].name", given.in_doubt(_message))
}

test_not_known_yet if {
	_for({"prod"}, {"channel": [{}]}, {"channel": [{"name": true}]}) == given.undecided(
		_address,
		"channel[0].name",
		`SQL warehouse "bi": which channel it runs is not known yet; in production it is CHANNEL_NAME_CURRENT`,
	)
}

test_a_warehouse_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_sql_endpoint", {"action": "delete"})])) == given.nothing
}
