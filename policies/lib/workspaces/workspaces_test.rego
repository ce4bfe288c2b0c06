package policies.lib.workspaces_test

import data.policies.lib.testing_test as given
import data.policies.lib.workspaces

test_labels if {
	workspaces.label({"values": {"name": "w"}, "address": "a.b"}) == `Workspace "w"`
	workspaces.label({"values": {"workspace_name": "w"}, "address": "a.b"}) == `Workspace "w"`
	workspaces.label({"values": {}, "address": "a.b"}) == "a.b"
}

test_classic if {
	classic := given.resource("databricks_mws_workspaces", {"values": {"compute_mode": "HYBRID"}})
	found := workspaces.classic with input as given.plan(set(), [classic])
	found == {"databricks_mws_workspaces.x": classic}
	serverless := given.resource("databricks_mws_workspaces", {"values": {"compute_mode": "SERVERLESS"}})
	none := workspaces.classic with input as given.plan(set(), [serverless])
	none == {}
}

_parameters(fields) := found if {
	found := workspaces.parameters with input as given.plan(set(), [given.resource("azurerm_databricks_workspace", fields)])
}

test_parameters if {
	_parameters({}) == {}
	_parameters({"values": {"custom_parameters": [{"a": 1}]}}) == {"azurerm_databricks_workspace.x": {
		"path": "custom_parameters[0]",
		"values": {"a": 1},
		"unknown": {},
	}}
	_parameters({"unknown": {"custom_parameters": true}}) == {"azurerm_databricks_workspace.x": {
		"path": "custom_parameters",
		"values": {},
		"unknown": true,
	}}
}
