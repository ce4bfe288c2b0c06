package policies.rules.network.azure_without_diagnostics_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_without_diagnostics as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace := {"values": {"name": "w", "id": "/w", "public_network_access_enabled": false}}

_address := "azurerm_databricks_workspace.x"

_with(workspace, others) := _answers(given.plan(set(), array.concat([given.resource("azurerm_databricks_workspace", workspace)], others)))

_setting(values, unknown) := given.resource("azurerm_monitor_diagnostic_setting", {"values": values, "unknown": unknown})

test_no_setting if {
	none := given.denied(_address, "", `Workspace "w" has no azurerm_monitor_diagnostic_setting, so its audit logs go nowhere`)
	_with(_workspace, []) == none
	_with(_workspace, [_setting({"target_resource_id": "/other"}, {})]) == none
}

test_a_setting if {
	_with(_workspace, [_setting({"target_resource_id": "/w"}, {})]) == given.passes(_address)
}

test_not_known_yet if {
	_with(_workspace, [_setting({}, {"target_resource_id": true})]) == given.undecided(
		_address,
		"",
		`Workspace "w": whether an azurerm_monitor_diagnostic_setting is for it is not known yet`,
	)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
