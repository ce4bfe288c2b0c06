package policies.rules.network.azure_public_ip_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_public_ip as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace(values, unknown) := _answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {
	"values": object.union({"name": "w"}, values),
	"unknown": unknown,
})]))

_address := "azurerm_databricks_workspace.x"

_path := "custom_parameters[0].no_public_ip"

_open := `Workspace "w": whether its nodes have public addresses is not known yet; wanted is no_public_ip = true`

test_public_addresses if {
	_workspace({"custom_parameters": [{"no_public_ip": false}]}, {}) == given.denied(
		_address,
		_path,
		`Workspace "w" gives its nodes public addresses (no_public_ip = false); wanted is true`,
	)
}

test_no_public_addresses if {
	_workspace({"custom_parameters": [{"no_public_ip": true}]}, {"id": true}) == given.passes(_address)
}

test_not_known_yet if {
	_workspace({"custom_parameters": [{}]}, {"custom_parameters": [{"no_public_ip": true}]}) == given.undecided(_address, _path, _open)
	_workspace({}, {"custom_parameters": true}) == given.undecided(_address, "custom_parameters", _open)
}

test_what_hangs_on_the_version if {
	_workspace({"custom_parameters": [{}]}, {}) == given.undecided(_address, _path, _open)
	_workspace({"custom_parameters": []}, {}) == given.undecided(_address, "custom_parameters", _open)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
