package policies.rules.network.azure_enhanced_security_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_enhanced_security as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace(values, unknown) := _answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {
	"values": object.union({"name": "w"}, values),
	"unknown": unknown,
})]))

_address := "azurerm_databricks_workspace.x"

_update := "automatic_cluster_update_enabled"

_monitoring := "enhanced_security_monitoring_enabled"

_with(values, unknown) := _workspace({"enhanced_security_compliance": [values]}, {"enhanced_security_compliance": [unknown]})

_path(name) := concat(".", ["enhanced_security_compliance[0]", name])

test_off if {
	_with({_update: true, _monitoring: false}, {}) == given.denied(_address, _path(_monitoring), sprintf(`Workspace "w" has no %s; wanted is true`, [_monitoring]))
	_with({_monitoring: true}, {}) == given.denied(_address, _path(_update), sprintf(`Workspace "w" has no %s; wanted is true`, [_update]))
}

test_no_block if {
	{result.path | some result in _workspace({}, {"id": true}).deny} == {
		"enhanced_security_compliance.automatic_cluster_update_enabled",
		"enhanced_security_compliance.enhanced_security_monitoring_enabled",
	}
}

test_on if {
	_with({_update: true, _monitoring: true}, {}) == given.passes(_address)
	_with({"compliance_security_profile_enabled": true}, {}) == given.passes(_address)
}

test_not_known_yet if {
	_with({_update: true}, {_monitoring: true}) == given.undecided(
		_address,
		_path(_monitoring),
		sprintf(`Workspace "w": whether it has %s is not known yet; wanted is true`, [_monitoring]),
	)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
