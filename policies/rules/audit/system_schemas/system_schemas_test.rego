package policies.rules.audit.system_schemas_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.system_schemas as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_all(resources) := answers if {
	answers := _answers(given.plan(set(), resources)) with data.tfcheck.parameters as {"DBX-AUD-002": {"schemas": ["access", "Compute"]}}
}

_schema(name, fields) := object.union(
	given.resource("databricks_system_schema", fields),
	{"address": sprintf("databricks_system_schema.%s", [name])},
)

_both := [_schema("a", {"values": {"schema": "access"}}), _schema("c", {"values": {"schema": "COMPUTE", "state": "ENABLE_COMPLETED"}})]

_addresses := {"databricks_system_schema.a", "databricks_system_schema.c"}

_passes := {"deny": set(), "undecided": set(), "checked": _addresses}

_result(address, path, message) := {{"address": address, "path": path, "message": message}}

test_both_are_there if {
	_all(_both) == _passes
	_all([_both[1], _schema("a", {"values": {"schema": "access", "state": "MANAGED"}})]) == _passes
	_all([_both[1], _schema("a", {"values": {"schema": "access"}, "unknown": {"state": true}})]) == _passes
}

test_one_is_not_enabled if {
	every state in ["DISABLE_INITIALIZED", "available"] {
		_all([_both[1], _schema("a", {"values": {"schema": "access", "state": state}})]) == object.union(_passes, {"deny": _result(
			"databricks_system_schema.a",
			"state",
			sprintf("System schema access is %s; wanted is enabled", [upper(state)]),
		)})
	}
	_all(array.concat(_both, [_schema("l", {"values": {"schema": "lineage", "state": "AVAILABLE"}})])).deny == set()
}

test_one_is_deleted if {
	deleted := _schema("a", {"action": "delete", "before": {"schema": "Access"}})
	_all([_both[1], deleted]) == object.union(_passes, {"deny": _result(
		"databricks_system_schema.a",
		"",
		"The plan deletes system schema access, which disables it",
	)})
	_all([deleted]).deny != set()
	_all(array.concat(_both, [_schema("z", {"action": "delete", "before": {"schema": "access"}})])) == _passes
	_all(array.concat(_both, [_schema("z", {"action": "delete", "before": {"schema": "lineage"}})])) == _passes
	_all([_both[1], _schema("a", {"action": "replace", "values": {"schema": "access"}, "before": {"schema": "access"}})]) == _passes
	_all([_both[1], _schema("n", {"unknown": {"schema": true}}), deleted]).deny == set()
	_all([_both[1], _schema("a", {"action": "forget", "before": {"schema": "access"}})]).deny == set()
	_all([_both[1], _schema("a", {"action": "delete", "before": {"schema": 5}})]).deny == set()
	_all([_both[1], _schema("a", {"action": "replace", "unknown": {"schema": true}, "before": {"schema": "access"}})]).deny == set()
}

test_one_makes_room_for_another if {
	_all([_both[1], _schema("a", {"action": "replace", "values": {"schema": "lineage"}, "before": {"schema": "access"}})]) == object.union(_passes, {"deny": _result(
		"databricks_system_schema.a",
		"",
		"The plan deletes system schema access, which disables it",
	)})
}

test_one_is_managed_elsewhere if {
	_all([_both[0]]) == {
		"deny": set(),
		"undecided": _result("terraform", "", "System schemas are managed here, but not compute; whether that is enabled cannot be seen"),
		"checked": {"databricks_system_schema.a", "terraform"},
	}
}

test_all_are_managed_elsewhere if {
	{result.message | some result in _all([_schema("l", {"values": {"schema": "lineage"}})]).undecided} == {"System schemas are managed here, but not access, compute; whether that is enabled cannot be seen"}
}

test_not_known_yet if {
	_all([_schema("a", {"unknown": {"schema": true}})]) == {
		"deny": set(),
		"undecided": _result("databricks_system_schema.a", "schema", "Which system schema this enables is not known yet"),
		"checked": {"databricks_system_schema.a"},
	}
}

test_nothing_is_managed if {
	_all([]) == given.nothing
}
