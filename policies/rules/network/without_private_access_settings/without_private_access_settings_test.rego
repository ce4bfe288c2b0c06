package policies.rules.network.without_private_access_settings_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.without_private_access_settings as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_linked(values, unknown, links) := _answers(given.plan(set(), [given.resource("databricks_mws_workspaces", {
	"values": object.union({"workspace_name": "w"}, values),
	"unknown": unknown,
	"links": links,
})]))

_workspace(values, unknown) := _linked(values, unknown, {})

_address := "databricks_mws_workspaces.x"

test_without if {
	none := given.denied(_address, "private_access_settings_id", `Workspace "w" has no private access settings, so it takes requests from the internet; wanted is private_access_settings_id`)
	_workspace({}, {"id": true}) == none
	_workspace({"private_access_settings_id": "", "compute_mode": "HYBRID"}, {}) == none
}

test_with if {
	_workspace({"private_access_settings_id": "id"}, {}) == given.passes(_address)
	_linked({}, {"private_access_settings_id": true}, {"private_access_settings_id": ["databricks_mws.x"]}) == given.passes(_address)
}

test_serverless if {
	_workspace({"compute_mode": "SERVERLESS"}, {}) == given.nothing
}

test_not_known_yet if {
	_workspace({}, {"private_access_settings_id": true}) == given.undecided(_address, "private_access_settings_id", `Workspace "w": whether it has private access settings is not known yet; wanted is private_access_settings_id`)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_mws_workspaces", {"action": "delete"})])) == given.nothing
}
