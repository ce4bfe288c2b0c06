package policies.rules.network.databricks_managed_network_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.databricks_managed_network as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_linked(values, unknown, links) := _answers(given.plan(set(), [given.resource("databricks_mws_workspaces", {
	"values": object.union({"workspace_name": "w"}, values),
	"unknown": unknown,
	"links": links,
})]))

_workspace(values, unknown) := _linked(values, unknown, {})

_address := "databricks_mws_workspaces.x"

test_without if {
	none := given.denied(_address, "network_id", `Workspace "w" runs in a network that Databricks makes; wanted is a network_id of your own`)
	_workspace({}, {"id": true}) == none
	_workspace({"network_id": "", "compute_mode": "HYBRID"}, {}) == none
}

test_with if {
	_workspace({"network_id": "id"}, {}) == given.passes(_address)
	_linked({}, {"network_id": true}, {"network_id": ["databricks_mws.x"]}) == given.passes(_address)
}

test_serverless if {
	_workspace({"compute_mode": "SERVERLESS"}, {}) == given.nothing
}

test_not_known_yet if {
	_workspace({}, {"network_id": true}) == given.undecided(_address, "network_id", `Workspace "w": whether it runs in a network of yours is not known yet; wanted is network_id`)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_mws_workspaces", {"action": "delete"})])) == given.nothing
}
