package policies.rules.network.azure_nsg_rules_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_nsg_rules as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace(values, unknown) := _answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {
	"values": object.union({"name": "w"}, values),
	"unknown": unknown,
})]))

_address := "azurerm_databricks_workspace.x"

_rules := "network_security_group_rules_required"

_message := `Workspace "w" takes no requests from the internet, yet network_security_group_rules_required is AllRules; wanted is NoAzureDatabricksRules`

_behind(values, unknown) := _workspace(object.union({"public_network_access_enabled": false}, values), unknown)

test_all_rules if {
	_behind({_rules: "AllRules"}, {"id": true}) == given.denied(_address, _rules, _message)
	_behind({}, {}) == given.denied(_address, _rules, _message)
}

test_other_rules if {
	_behind({_rules: "NoAzureDatabricksRules"}, {}) == given.passes(_address)
}

test_open_workspaces if {
	_workspace({_rules: "AllRules"}, {}) == given.nothing
	_workspace({_rules: "AllRules"}, {"public_network_access_enabled": true}) == given.nothing
}

test_not_known_yet if {
	_behind({}, {_rules: true}) == given.undecided(
		_address,
		_rules,
		`Workspace "w": its network_security_group_rules_required is not known yet; wanted is NoAzureDatabricksRules`,
	)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
