package policies.rules.models.workspace_registry_test

import data.policies.lib.testing_test as given
import data.policies.rules.models.workspace_registry as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_model(fields) := _answers(given.plan(set(), [given.resource("databricks_mlflow_model", fields)]))

test_a_model_of_the_workspace if {
	_model({"values": {"name": "churn"}}) == given.denied(
		"databricks_mlflow_model.x",
		"",
		`Model "churn" is registered in the workspace; wanted is a databricks_registered_model in Unity Catalog`,
	)
}

test_a_model_without_a_known_name if {
	every fields in [{"unknown": {"name": true}}, {"values": {"name": ""}}] {
		some result in _model(fields).deny
		startswith(result.message, "databricks_mlflow_model.x is registered in the workspace")
	}
}

test_a_model_of_unity_catalog if {
	_answers(given.plan(set(), [given.resource("databricks_registered_model", {})])) == given.passes("databricks_registered_model.x")
}

test_what_is_no_model if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}

test_models_that_go_away_or_are_read if {
	_model({"action": "delete"}) == given.nothing
	_model({"mode": "data", "action": "read"}) == given.nothing
}
