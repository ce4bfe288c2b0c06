package policies.rules.network.azure_vnet_injection_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_vnet_injection as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace(values, unknown) := _linked(values, unknown, {})

_linked(values, unknown, links) := _answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {
	"values": object.union({"name": "w"}, values),
	"unknown": unknown,
	"links": links,
})]))

_address := "azurerm_databricks_workspace.x"

_path := "custom_parameters[0].virtual_network_id"

_message := `Workspace "w" runs in a network that Databricks makes; wanted is a virtual_network_id of your own`

_open := `Workspace "w": whether it runs in a virtual network of yours is not known yet; wanted is virtual_network_id`

test_no_network if {
	_workspace({}, {"id": true}) == given.denied(_address, "custom_parameters", _message)
	_workspace({"custom_parameters": [{"virtual_network_id": ""}]}, {}) == given.denied(_address, _path, _message)
}

test_a_network if {
	_workspace({"custom_parameters": [{"virtual_network_id": "/v"}]}, {}) == given.passes(_address)
	_linked({"custom_parameters": [{}]}, {"custom_parameters": [{"virtual_network_id": true}]}, {_path: ["azurerm_virtual_network.v"]}) == given.passes(_address)
}

test_not_known_yet if {
	_workspace({"custom_parameters": [{}]}, {"custom_parameters": [{"virtual_network_id": true}]}) == given.undecided(_address, _path, _open)
	_workspace({}, {"custom_parameters": true}) == given.undecided(_address, "custom_parameters", _open)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
