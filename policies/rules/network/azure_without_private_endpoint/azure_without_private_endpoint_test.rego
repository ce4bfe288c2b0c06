package policies.rules.network.azure_without_private_endpoint_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_without_private_endpoint as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace := {"values": {"name": "w", "id": "/w", "public_network_access_enabled": false}}

_address := "azurerm_databricks_workspace.x"

_with(workspace, others) := _answers(given.plan(set(), array.concat([given.resource("azurerm_databricks_workspace", workspace)], others)))

_endpoint(values, unknown, links) := given.resource("azurerm_private_endpoint", {
	"values": {"private_service_connection": [object.union({"subresource_names": ["databricks_ui_api"]}, values)]},
	"unknown": {"private_service_connection": [unknown]},
	"links": links,
})

_id := "private_connection_resource_id"

_none := given.denied(
	_address,
	"public_network_access_enabled",
	`Workspace "w" takes no requests from the internet, and no private endpoint (databricks_ui_api) leads to it`,
)

_open := given.undecided(
	_address,
	"public_network_access_enabled",
	`Workspace "w" takes no requests from the internet; whether a private endpoint (databricks_ui_api) leads to it is not known yet`,
)

test_no_endpoint if {
	_with(_workspace, []) == _none
	_with(_workspace, [_endpoint({_id: "/other"}, {}, {})]) == _none
	_with(_workspace, [_endpoint({_id: "/w", "subresource_names": ["browser_authentication"]}, {}, {})]) == _none
	_with(_workspace, [_endpoint({_id: "/w", "subresource_names": "databricks_ui_api"}, {}, {})]) == _none
}

test_an_endpoint if {
	_with(_workspace, [_endpoint({_id: "/W"}, {}, {})]) == given.passes(_address)
	links := {"private_service_connection[0].private_connection_resource_id": [_address]}
	_with(_workspace, [_endpoint({}, {_id: true}, links)]) == given.passes(_address)
}

test_not_known_yet if {
	_with(_workspace, [_endpoint({}, {_id: true}, {})]) == _open
	unclear := {"values": {"private_service_connection": [{}]}, "unknown": {"private_service_connection": [{_id: true, "subresource_names": true}]}}
	_with(_workspace, [given.resource("azurerm_private_endpoint", unclear)]) == _open
}

test_open_workspaces if {
	_with({"values": {"name": "w"}}, []) == given.nothing
	_with({"values": {}, "unknown": {"public_network_access_enabled": true}}, []) == given.nothing
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
