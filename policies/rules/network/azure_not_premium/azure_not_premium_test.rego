package policies.rules.network.azure_not_premium_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_not_premium as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace(values, unknown) := _answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {
	"values": object.union({"name": "w"}, values),
	"unknown": unknown,
})]))

_address := "azurerm_databricks_workspace.x"

test_less if {
	every sku in ["standard", "Trial"] {
		_workspace({"sku": sku}, {"id": true}) == given.denied(_address, "sku", sprintf(`Workspace "w" has the sku %s; wanted is premium`, [sku]))
	}
}

test_premium if {
	_workspace({"sku": "premium"}, {}) == given.passes(_address)
	_workspace({"sku": ["standard"]}, {}) == given.passes(_address)
}

test_not_known_yet if {
	_workspace({}, {"sku": true}) == given.undecided(_address, "sku", `Workspace "w": its sku is not known yet; wanted is premium`)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
