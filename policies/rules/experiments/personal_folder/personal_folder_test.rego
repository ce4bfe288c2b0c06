package policies.rules.experiments.personal_folder_test

import data.policies.rules.experiments.personal_folder as policy

_of(fields) := answers if {
	experiment := object.union(
		{
			"address": "databricks_mlflow_experiment.e", "type": "databricks_mlflow_experiment", "name": "e",
			"mode": "managed", "action": "no-op",
		},
		fields,
	)
	document := {"resources": {"databricks_mlflow_experiment": {"databricks_mlflow_experiment.e": experiment}}}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_mlflow_experiment.e"}}

_not_known := {
	"deny": set(),
	"undecided": {{
		"address": "databricks_mlflow_experiment.e",
		"path": "name",
		"message": "The path of this experiment is not known yet; wanted is a shared folder or that of a service principal",
	}},
	"checked": {"databricks_mlflow_experiment.e"},
}

test_shared_folders if {
	every name in [
		"/Shared/prod-LLMOps-experiment",
		"/Workspace/Shared/bob@example.com/e",
		"/Shared/Users/bob@example.com",
		"/Users/7c1f0a4e-1111-4222-8333-444455556666/prod@e",
		"/Workspace/Users/7c1f0a4e-1111-4222-8333-444455556666/e",
	] {
		_of({"values": {"name": name}}) == _passes
	}
}

test_personal_folders if {
	every name in ["/Users/bob@example.com/e", "/Workspace/Users/bob@example.com/e"] {
		_of({"values": {"name": name}}) == {
			"deny": {{
				"address": "databricks_mlflow_experiment.e",
				"path": "name",
				"message": sprintf("Experiment %q lies in the home folder of a person; wanted is a shared folder or that of a service principal", [name]),
			}},
			"undecided": set(),
			"checked": {"databricks_mlflow_experiment.e"},
		}
	}
}

test_a_path_that_is_not_known if {
	_of({"action": "create", "values": {}, "unknown": {"name": true}}) == _not_known
	_of({"values": {"name": "(sensitive value 3f9a12ab)"}}) == _not_known
}

test_an_experiment_that_goes_away if {
	_of({"action": "delete", "values": {}}) == {"deny": set(), "undecided": set(), "checked": set()}
}
