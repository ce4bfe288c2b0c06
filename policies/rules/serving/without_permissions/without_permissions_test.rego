package policies.rules.serving.without_permissions_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.without_permissions as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_endpoint(fields) := given.resource("databricks_model_serving", object.union({"values": {"name": "chat", "serving_endpoint_id": "e1"}}, fields))

_permissions(fields) := given.resource("databricks_permissions", fields)

_address := "databricks_model_serving.x"

_of(resources) := _answers(given.plan(set(), resources))

_bare := given.denied(_address, "", `Serving endpoint "chat" has no permissions; wanted is a databricks_permissions on it`)

test_permissions_by_id_and_by_link if {
	_of([_endpoint({}), _permissions({"values": {"serving_endpoint_id": "e1"}})]) == given.passes(_address)
	linked := _permissions({"unknown": {"serving_endpoint_id": true}, "links": {"serving_endpoint_id": ["databricks_model_serving.x"]}})
	_of([_endpoint({"unknown": {"serving_endpoint_id": true}}), linked]) == given.passes(_address)
}

test_no_permissions if {
	_of([_endpoint({})]) == _bare
	_of([_endpoint({}), _permissions({"values": {"serving_endpoint_id": "e2"}})]) == _bare
	_of([_endpoint({}), _permissions({"values": {"job_id": "e1"}})]) == _bare
	throughput := given.resource("databricks_model_serving_provisioned_throughput", {})
	count(_of([throughput]).deny) == 1
}

test_permissions_on_another_endpoint_that_is_made_too if {
	every target in ["databricks_model_serving.y", "databricks_model_serving_provisioned_throughput.y"] {
		linked := _permissions({"unknown": {"serving_endpoint_id": true}, "links": {"serving_endpoint_id": [target]}})
		_of([_endpoint({}), linked]) == _bare
	}
}

test_permissions_that_may_be_on_it if {
	_of([_endpoint({}), _permissions({"unknown": {"serving_endpoint_id": true}})]) == given.undecided(
		_address, "",
		`Serving endpoint "chat" has no permissions here, but databricks_permissions.x may be on it`,
	)
}

test_a_targeted_plan if {
	document := json.patch(given.plan(set(), [_endpoint({})]), [{"op": "add", "path": "/document/complete", "value": false}])
	other := json.patch(document, [{"op": "add", "path": "/resources/databricks_permissions", "value": {
		"databricks_permissions.x": _permissions({"unknown": {"serving_endpoint_id": true}}),
	}}])
	{result.message | some result in _answers(other).undecided} == {concat("", [
		`Serving endpoint "chat" has no permissions here, but databricks_permissions.x may be on it`,
		" and the plan covers only a part of the configuration",
	])}
	_answers(document) == given.undecided(
		_address, "",
		`Serving endpoint "chat" has no permissions here, but the plan covers only a part of the configuration`,
	)
}

test_an_endpoint_that_goes_away if {
	_of([_endpoint({"action": "delete"})]) == given.nothing
}
