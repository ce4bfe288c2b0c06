package policies.rules.cost.budget_without_action_test

import data.policies.lib.testing_test as given
import data.policies.rules.cost.budget_without_action as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_budget(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_budget", {
	"values": object.union({"display_name": "all"}, values),
	"unknown": unknown,
})]))

_address := "databricks_budget.x"

test_somebody_is_told if {
	_budget({"alert_configurations": [{"action_configurations": [{"target": "ops@example.com"}]}]}, {"id": true}) == given.passes(_address)
	_budget({"alert_configurations": [{"action_configurations": [{}]}]}, {"alert_configurations": [{"action_configurations": [{"target": true}]}]}) == given.passes(_address)
}

test_nobody_is_told if {
	_budget({}, {"id": true}) == given.denied(_address, "alert_configurations", `No alert belongs to budget "all"; wanted is one with an action`)
	_budget({"alert_configurations": [{"action_configurations": [{}]}, {"action_configurations": []}]}, {}) == given.denied(
		_address,
		"alert_configurations[1].action_configurations",
		`An alert of budget "all" has no action, so it tells nobody; wanted is one`,
	)
}

test_a_nameless_budget if {
	some result in _answers(given.plan(set(), [given.resource("databricks_budget", {})])).deny
	result.message == "No alert belongs to databricks_budget.x; wanted is one with an action"
}

test_not_known_yet if {
	message := `Whom the alerts of budget "all" tell is not known yet; wanted is an action for each`
	_budget({}, {"alert_configurations": true}) == given.undecided(_address, "alert_configurations", message)
	_budget({"alert_configurations": [{}]}, {"alert_configurations": [{"action_configurations": true}]}) == given.undecided(
		_address,
		"alert_configurations[0].action_configurations",
		message,
	)
}

test_a_budget_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_budget", {"action": "delete"})])) == given.nothing
}
