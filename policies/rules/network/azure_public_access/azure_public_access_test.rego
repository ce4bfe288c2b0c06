package policies.rules.network.azure_public_access_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_public_access as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace(values, unknown) := _answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {
	"values": object.union({"name": "w"}, values),
	"unknown": unknown,
})]))

_address := "azurerm_databricks_workspace.x"

_denied := given.denied(_address, "public_network_access_enabled", `Workspace "w" can be reached from the internet (public_network_access_enabled); wanted is false`)

test_on if {
	_workspace({"public_network_access_enabled": true}, {"id": true}) == _denied
	_workspace({}, {}) == _denied
}

test_off if {
	_workspace({"public_network_access_enabled": false}, {}) == given.passes(_address)
}

test_not_known_yet if {
	_workspace({}, {"public_network_access_enabled": true}) == given.undecided(_address, "public_network_access_enabled", `Workspace "w": whether it can be reached from the internet is not known yet; wanted is public_network_access_enabled = false`)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
