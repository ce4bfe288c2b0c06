package policies.rules.unity_catalog.bound_elsewhere_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.bound_elsewhere as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(values, unknown, workspaces) := answers if {
	answers := _answers(given.plan(set(), [given.resource("databricks_workspace_binding", {
		"values": object.union({"securable_name": "Prod", "workspace_id": 1234567890123456}, values),
		"unknown": unknown,
	})])) with data.tfcheck.parameters as {"DBX-UC-026": {"production_workspaces": workspaces, "production_regex": "^(prod|live)"}}
}

_ours := [" 7777777777777777 ", "42"]

_address := "databricks_workspace_binding.x"

_passes := given.passes(_address)

_in_doubt(what, reason) := given.undecided(_address, "workspace_id", sprintf(
	"Whether a workspace outside production may write %s is not known: %s; wanted is BINDING_TYPE_READ_ONLY, or a workspace of production",
	[what, reason],
))

test_another_workspace_writes if {
	every values in [{}, {"binding_type": "BINDING_TYPE_READ_WRITE"}, {"binding_type": ""}, {"workspace_id": "1234567890123456"}] {
		_of(values, {"id": true}, _ours) == given.denied(
			_address, "workspace_id",
			"Workspace 1234567890123456 may write catalog Prod, and is none of production; wanted is BINDING_TYPE_READ_ONLY, or a workspace of production (42, 7777777777777777)",
		)
	}
}

test_another_workspace_reads if {
	_of({"binding_type": "BINDING_TYPE_READ_ONLY"}, {}, _ours) == _passes
	_of({"binding_type": "BINDING_TYPE_READ_ONLY"}, {"securable_name": true}, []) == _passes
}

test_a_workspace_of_production if {
	_of({"workspace_id": 7777777777777777}, {}, _ours) == _passes
	_of({"workspace_id": "42"}, {}, _ours) == _passes
}

test_other_catalogs if {
	_of({"securable_name": "dev"}, {}, _ours) == _passes
	_of({"securable_name": "dev"}, {}, []) == _passes
}

test_other_securables if {
	_of({"securable_type": "external_location"}, {}, _ours) == given.nothing
}

test_nobody_says_which_are_production if {
	_of({}, {}, []) == _in_doubt("catalog Prod", "the parameter production_workspaces names none")
}

test_not_known_yet if {
	comes := "that comes with the apply"
	_of({"securable_name": ""}, {"securable_name": true}, _ours) == _in_doubt("this catalog", comes)
	_of({}, {"binding_type": true}, _ours) == _in_doubt("catalog Prod", comes)
	_of({}, {"securable_type": true}, _ours) == _in_doubt("catalog Prod", comes)
	unknown_workspace := given.resource("databricks_workspace_binding", {"values": {"securable_name": "prod"}, "unknown": {"workspace_id": true}})
	answers := _answers(given.plan(set(), [unknown_workspace])) with data.tfcheck.parameters as {"DBX-UC-026": {"production_workspaces": _ours, "production_regex": "prod"}}
	answers == _in_doubt("catalog prod", comes)
}

test_a_binding_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_workspace_binding", {"action": "delete", "values": {"securable_name": "prod"}})])) == given.nothing
}

test_one_workspace_of_production if {
	count(_of({}, {}, ["42"]).deny) == 1
}
