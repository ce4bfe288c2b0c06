package policies.rules.cost.budget_policy_without_tags_test

import data.policies.lib.testing_test as given
import data.policies.rules.cost.budget_policy_without_tags as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_policy(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_budget_policy", {
	"values": object.union({"policy_name": "etl"}, values),
	"unknown": unknown,
})]))

_address := "databricks_budget_policy.x"

test_tags if {
	_policy({"custom_tags": [{"key": "team", "value": "etl"}]}, {"policy_id": true}) == given.passes(_address)
}

test_no_tags if {
	_policy({"custom_tags": []}, {}) == given.denied(
		_address,
		"custom_tags",
		`Budget policy "etl" has no tags, so nobody can tell whom its cost belongs to; wanted is one at least`,
	)
	some result in _answers(given.plan(set(), [given.resource("databricks_budget_policy", {})])).deny
	startswith(result.message, "databricks_budget_policy.x has no tags")
}

test_not_known_yet if {
	_policy({}, {"custom_tags": true}) == given.undecided(
		_address,
		"custom_tags",
		`Budget policy "etl": which tags it has is not known yet; wanted is one at least`,
	)
}

test_a_policy_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_budget_policy", {"action": "delete"})])) == given.nothing
}
