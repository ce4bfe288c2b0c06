package policies.rules.sharing.schema_or_history_test

import data.policies.lib.testing_test as given
import data.policies.rules.sharing.schema_or_history as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(objects, unknown) := _answers(given.plan(set(), [given.resource("databricks_share", {
	"values": {"name": "sales", "object": objects},
	"unknown": unknown,
})]))

_address := "databricks_share.x"

_passes := given.passes(_address)

_table(fields) := object.union({"name": "prod.sales.orders", "data_object_type": "TABLE"}, fields)

test_a_schema if {
	_of([_table({}), {"name": "prod.sales", "data_object_type": "SCHEMA"}], {}) == given.denied(
		_address, "object[1].data_object_type",
		"Share sales hands over prod.sales as a whole (SCHEMA), with all that will ever be in it; wanted are its tables, one by one",
	)
}

test_a_history if {
	_of([_table({"history_data_sharing_status": "ENABLED"})], {}) == given.denied(
		_address, "object[0].history_data_sharing_status",
		"Share sales hands over prod.sales.orders with its history, deleted rows included; wanted is DISABLED",
	)
}

test_tables if {
	_of([_table({}), _table({"history_data_sharing_status": "DISABLED"})], {}) == _passes
	_of([], {}) == _passes
	_of([_table({"data_object_type": ["SCHEMA"]})], {}) == _passes
}

_with(parameters, objects, unknown) := answers if {
	answers := _of(objects, unknown) with data.tfcheck.parameters as {"DBX-SHR-005": object.union({"data_object_types": [], "allow_history": true}, parameters)}
}

test_parameters if {
	both := [{"name": "prod.sales", "data_object_type": "SCHEMA", "history_data_sharing_status": "ENABLED"}]
	_with({}, both, {}) == _passes
	{result.path | some result in _with({"data_object_types": ["VOLUME", "SCHEMA"]}, both, {}).deny} == {"object[0].data_object_type"}
	{result.path | some result in _with({"allow_history": false}, both, {}).deny} == {"object[0].history_data_sharing_status"}
	_with({}, [{}], {"object": [true]}) == _passes
}

test_not_known_yet if {
	_of([{"name": "prod.sales"}], {"object": [{"data_object_type": true}]}) == given.undecided(
		_address, "object[0].data_object_type",
		"What share sales hands over is not known yet (data_object_type)",
	)
	_of([_table({})], {"object": [{"history_data_sharing_status": true}]}) == given.undecided(
		_address, "object[0].history_data_sharing_status",
		"What share sales hands over is not known yet (history_data_sharing_status)",
	)
	{result.path | some result in _of([], {"object": true}).undecided} == {"object"}
}

test_without_names if {
	share := given.resource("databricks_share", {"values": {"object": [{"data_object_type": "SCHEMA"}]}, "unknown": {"name": true, "object": [{"name": true}]}})
	{result.message | some result in _answers(given.plan(set(), [share])).deny} == {"Share of a name that is not known yet hands over an object as a whole (SCHEMA), with all that will ever be in it; wanted are its tables, one by one"}
}

test_a_share_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_share", {"action": "delete"})])) == given.nothing
}
