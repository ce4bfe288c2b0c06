package policies.rules.changes.governance_destroyed_test

import data.policies.rules.changes.governance_destroyed

_parameters := {"DBX-CHG-003": {"types": ["databricks_mlflow_experiment", "databricks_grants", "databricks_secret_scope", "databricks_repo"]}}

_document(kind, type, resource) := {
	"document": {"kind": kind, "file": "plan.json"},
	"resources": {type: {sprintf("%s.a", [type]): object.union(
		{"address": sprintf("%s.a", [type]), "type": type, "name": "a", "mode": "managed", "values": {}},
		resource,
	)}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := governance_destroyed.deny with input as document with data.tfcheck.parameters as _parameters
	undecided := governance_destroyed.undecided with input as document with data.tfcheck.parameters as _parameters
	checked := governance_destroyed.checked with input as document with data.tfcheck.parameters as _parameters
}

_messages(document) := {result.message | some result in _answers(document).deny}

test_a_deleted_experiment if {
	_answers(_document("plan", "databricks_mlflow_experiment", {"action": "delete"})) == {
		"deny": {{
			"address": "databricks_mlflow_experiment.a",
			"path": "",
			"message": "The plan is to delete databricks_mlflow_experiment.a; its runs go with it",
		}},
		"undecided": set(),
		"checked": {"databricks_mlflow_experiment.a"},
	}
}

test_the_reason_is_quoted if {
	_messages(_document("plan", "databricks_grants", {
		"action": "replace",
		"action_reason": "replace_because_cannot_update",
		"replace_paths": ["schema", "function"],
	})) == {"The plan is to replace databricks_grants.a, since function, schema cannot change in place; until it is made again nobody holds these grants"}
	_messages(_document("plan", "databricks_secret_scope", {
		"action": "delete",
		"action_reason": "delete_because_no_resource_config",
		"replace_paths": [],
	})) == {"The plan is to delete databricks_secret_scope.a (delete_because_no_resource_config); its secrets go with it"}
}

test_one_attribute_is_reason_enough if {
	_messages(_document("plan", "databricks_repo", {
		"action": "replace",
		"replace_paths": ["url"],
	})) == {"The plan is to replace databricks_repo.a, since url cannot change in place"}
}

test_a_type_that_the_user_added if {
	_messages(_document("plan", "databricks_repo", {"action": "delete"})) == {"The plan is to delete databricks_repo.a"}
}

test_other_changes_pass if {
	every action in ["create", "update", "no-op", "forget"] {
		_answers(_document("plan", "databricks_grants", {"action": action})) == {
			"deny": set(),
			"undecided": set(),
			"checked": {"databricks_grants.a"},
		}
	}
}

test_other_types_are_not_looked_at if {
	_answers(_document("plan", "databricks_job", {"action": "delete"})) == {"deny": set(), "undecided": set(), "checked": set()}
}

test_data_sources_are_not_looked_at if {
	_answers(_document("plan", "databricks_mlflow_experiment", {"mode": "data", "action": "read"})).checked == set()
}

test_deposed_objects_are_left_overs if {
	_answers(_document("plan", "databricks_grants", {"action": "delete", "deposed": "e12d216e"})).deny == set()
}

test_states_are_not_looked_at if {
	_answers(_document("state", "databricks_grants", {"action": "no-op"})) == {"deny": set(), "undecided": set(), "checked": set()}
}
