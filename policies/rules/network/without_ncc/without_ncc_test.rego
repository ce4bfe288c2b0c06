package policies.rules.network.without_ncc_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.without_ncc as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_with(values, unknown, bindings) := _answers(given.plan(set(), array.concat(
	[given.resource("databricks_mws_workspaces", {"values": object.union({"workspace_name": "w"}, values), "unknown": unknown})],
	bindings,
)))

_binding(values, unknown, links) := given.resource("databricks_mws_ncc_binding", {"values": values, "unknown": unknown, "links": links})

_attribute := "network_connectivity_config_id"

_address := "databricks_mws_workspaces.x"

_open := given.undecided(_address, _attribute, `Workspace "w": whether it has a network connectivity configuration is not known yet`)

test_none if {
	none := given.denied(_address, _attribute, `Workspace "w" has no network connectivity configuration; wanted is a databricks_mws_ncc_binding`)
	_with({"workspace_id": 7}, {}, []) == none
	_with({"workspace_id": 7, _attribute: ""}, {}, [_binding({"workspace_id": 8}, {}, {})]) == none
}

test_one if {
	_with({_attribute: "ncc"}, {}, []) == given.passes(_address)
	_with({"workspace_id": 7}, {}, [_binding({"workspace_id": 7}, {}, {})]) == given.passes(_address)
	linked := _binding({}, {"workspace_id": true}, {"workspace_id": [_address]})
	_with({}, {_attribute: true, "workspace_id": true}, [linked]) == given.passes(_address)
}

test_not_known_yet if {
	_with({}, {_attribute: true}, []) == _open
	_with({"workspace_id": 7}, {}, [_binding({}, {"workspace_id": true}, {})]) == _open
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_mws_workspaces", {"action": "delete"})])) == given.nothing
}
