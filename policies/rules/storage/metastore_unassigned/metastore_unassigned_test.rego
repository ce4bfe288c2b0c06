package policies.rules.storage.metastore_unassigned_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.metastore_unassigned as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_gone(fields) := given.resource("databricks_metastore_assignment", object.union({"action": "delete", "before": {"workspace_id": 7}}, fields))

_kept(values) := given.resource("databricks_metastore_assignment", {"address": "kept", "values": values})

_of(listed) := _answers(given.plan(set(), listed))

_taken := given.denied("databricks_metastore_assignment.x", "", "The plan takes its metastore from workspace 7")

_types := ["databricks_mws_workspaces", "azurerm_databricks_workspace"]

test_taken if {
	_of([_gone({})]) == _taken
	_of([_gone({}), _kept({"workspace_id": 8})]) == _taken
	_of([_gone({"action": "replace"})]) == given.nothing
}

test_assigned_again if {
	_of([_gone({}), _kept({"workspace_id": 7})]) == given.nothing
}

test_the_workspace_goes_too if {
	every type in _types {
		leaves := given.resource(type, {"action": "delete", "before": {"workspace_id": "7"}})
		_of([_gone({}), leaves]) == given.nothing
		anew := given.resource(type, {"action": "replace", "before": {"workspace_id": "7"}})
		_of([_gone({}), anew]).deny == _taken.deny
	}
}

test_assigned if {
	every type in _types {
		address := concat(".", [type, "x"])
		_of([given.resource(type, {"values": {"workspace_id": "7"}}), _kept({"workspace_id": 7})]) == given.passes(address)
	}
}

test_not_assigned_here if {
	every type in _types {
		address := concat(".", [type, "x"])
		open := given.undecided(address, "", sprintf("%s: nothing here assigns a metastore; Databricks may have done so by itself", [address]))
		_of([given.resource(type, {})]) == open
		_of([given.resource(type, {"values": {"workspace_id": "7"}}), _kept({"workspace_id": 8})]) == open
	}
}
