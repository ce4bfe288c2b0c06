package policies.rules.apps.without_budget_policy_test

import data.policies.lib.testing_test as given
import data.policies.rules.apps.without_budget_policy as policy

_answers(type, fields) := answers if {
	document := given.plan(set(), [given.resource(type, fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-APP-008": {"types": ["databricks_app", "databricks_pipeline"]}}
}

_denied(address) := given.denied(
	address, "budget_policy_id",
	sprintf("%s has no budget policy; wanted is one that says whose costs these are", [address]),
)

_app(fields) := _answers("databricks_app", fields)

test_no_budget_policy if {
	_app({}) == _denied("databricks_app.x")
	_app({"values": {"budget_policy_id": "", "usage_policy_id": ""}}) == _denied("databricks_app.x")
	_app({"unknown": {"budget_policy_id": true}}) == _denied("databricks_app.x")
	_app({"unknown": {"serverless": true}}) == _denied("databricks_app.x")
}

test_a_budget_policy if {
	every attribute in ["budget_policy_id", "usage_policy_id"] {
		_app({"values": {attribute: "7c1f"}}) == given.passes("databricks_app.x")
		_app({"unknown": {attribute: true}, "links": {attribute: ["databricks_budget_policy.b"]}}) == given.passes("databricks_app.x")
	}
}

test_what_is_not_known_at_all if {
	_app({"unknown": true}) == given.undecided("databricks_app.x", "", "Whether databricks_app.x has a budget policy is not known yet")
}

_pipeline(fields) := _answers("databricks_pipeline", fields)

test_pipelines if {
	_pipeline({"values": {"serverless": true}}) == _denied("databricks_pipeline.x")
	_pipeline({"values": {"serverless": true, "budget_policy_id": "7c1f"}}) == given.passes("databricks_pipeline.x")
	_pipeline({"values": {"serverless": false}}) == given.passes("databricks_pipeline.x")
	_pipeline({}) == given.passes("databricks_pipeline.x")
	_pipeline({"unknown": {"serverless": true}}) == given.undecided(
		"databricks_pipeline.x", "serverless",
		"Whether databricks_pipeline.x is serverless is not known yet; it has no budget policy",
	)
	_pipeline({"values": {"budget_policy_id": "7c1f"}, "unknown": {"serverless": true}}) == given.passes("databricks_pipeline.x")
	_app({"values": {"budget_policy_id": "7c1f"}, "unknown": {"serverless": true}}) == given.passes("databricks_app.x")
}

test_types_that_need_none if _answers("databricks_model_serving", {}) == given.nothing

test_apps_that_go_away if _app({"action": "delete"}) == given.nothing
