package policies.rules.network.azure_storage_firewall_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_storage_firewall as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace(values, unknown) := _answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {
	"values": object.union({"name": "w"}, values),
	"unknown": unknown,
})]))

_address := "azurerm_databricks_workspace.x"

_denied := given.denied(_address, "default_storage_firewall_enabled", `Workspace "w" lets all networks reach its storage account (default_storage_firewall_enabled); wanted is true`)

test_off if {
	_workspace({"default_storage_firewall_enabled": false}, {"id": true}) == _denied
	_workspace({}, {}) == _denied
}

test_on if {
	_workspace({"default_storage_firewall_enabled": true}, {}) == given.passes(_address)
}

test_not_known_yet if {
	_workspace({}, {"default_storage_firewall_enabled": true}) == given.undecided(_address, "default_storage_firewall_enabled", `Workspace "w": whether all networks reach its storage account is not known yet; wanted is default_storage_firewall_enabled = true`)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
