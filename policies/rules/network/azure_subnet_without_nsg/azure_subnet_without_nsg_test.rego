package policies.rules.network.azure_subnet_without_nsg_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_subnet_without_nsg as policy

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

_public := "public_subnet_network_security_group_association_id"

_private := "private_subnet_network_security_group_association_id"

_parameters(values) := {"custom_parameters": [object.union({"virtual_network_id": "/v"}, values)]}

test_no_association if {
	_workspace(_parameters({_public: "/a"}), {"id": true}) == given.denied(_address, concat(".", ["custom_parameters[0]", _private]), sprintf(
		`Workspace "w" has no %s; wanted is the id of an azurerm_subnet_network_security_group_association`,
		[_private],
	))
	_workspace(_parameters({_private: "/a", _public: ""}), {}) == given.denied(_address, concat(".", ["custom_parameters[0]", _public]), sprintf(
		`Workspace "w" has no %s; wanted is the id of an azurerm_subnet_network_security_group_association`,
		[_public],
	))
}

test_both if {
	_workspace(_parameters({_public: "/a", _private: "/b"}), {}) == given.passes(_address)
}

test_no_network_of_its_own if {
	_workspace({}, {}) == given.nothing
	_workspace({"custom_parameters": [{}]}, {}) == given.nothing
	_workspace({}, {"custom_parameters": true}) == given.nothing
}

test_not_known_yet if {
	path := concat(".", ["custom_parameters[0]", _public])
	unknown := {"custom_parameters": [{_public: true}]}
	_workspace(_parameters({_private: "/b"}), unknown) == given.undecided(_address, path, sprintf(`Workspace "w": its %s is not known yet`, [_public]))
	_linked(_parameters({_private: "/b"}), unknown, {path: ["azurerm_subnet_network_security_group_association.a"]}) == given.passes(_address)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
