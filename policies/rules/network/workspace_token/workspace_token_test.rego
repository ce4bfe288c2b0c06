package policies.rules.network.workspace_token_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.workspace_token as policy

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

test_a_token if {
	_workspace({"token": [{}]}, {"token": [{"token_value": true}]}) == given.denied(
		_address,
		"token[0]",
		`Workspace "w" makes a personal access token, which stands in the state; wanted is OAuth of a service principal`,
	)
}

test_no_token if {
	_workspace({"token": []}, {"id": true}) == given.passes(_address)
}

test_not_known_yet if {
	_workspace({}, {"token": true}) == given.undecided(_address, "token", `Workspace "w": whether it makes a personal access token is not known yet`)
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_mws_workspaces", {"action": "delete"})])) == given.nothing
}
