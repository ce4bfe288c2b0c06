package policies.rules.experiments.artifacts_on_dbfs_test

import data.policies.rules.experiments.artifacts_on_dbfs as policy

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
		"path": "artifact_location",
		"message": "Where this experiment keeps its artifacts is not known yet; wanted is dbfs:/Volumes/… or no artifact_location",
	}},
	"checked": {"databricks_mlflow_experiment.e"},
}

test_guarded_places if {
	every location in [
		"",
		"dbfs:/Volumes/prod/ml/artifacts",
		"dbfs:///Volumes/prod/ml/artifacts",
		"/dbfs/Volumes/prod/ml/artifacts",
		"dbfs:/databricks/mlflow-tracking/2906748360189897",
		"dbfs:/databricks/mlflow-tracking",
		"abfss://ml@llmopsprod.dfs.core.windows.net/dbfs/artifacts",
		"abfss://ml@llmopsprod.dfs.core.windows.net/dbfs:/artifacts",
		"s3://bucket/artifacts",
	] {
		_of({"values": {"artifact_location": location}}) == _passes
	}
	_of({"values": {}}) == _passes
}

test_dbfs if {
	every location in [
		"dbfs:/tmp/e",
		"DBFS:/mnt/lake/e",
		"/dbfs/tmp/e",
		"dbfs:/VolumesOfOld/e",
		"dbfs:/databricks/mlflow-tracking-old/e",
		"dbfs:/databricks/mlflow",
	] {
		_of({"values": {"artifact_location": location}}) == {
			"deny": {{
				"address": "databricks_mlflow_experiment.e",
				"path": "artifact_location",
				"message": sprintf(
					"Experiment keeps its artifacts in %s, open to everybody in the workspace; wanted is dbfs:/Volumes/… or no artifact_location",
					[location],
				),
			}},
			"undecided": set(),
			"checked": {"databricks_mlflow_experiment.e"},
		}
	}
}

test_a_location_that_is_not_known if {
	_of({"action": "create", "values": {}, "unknown": {"artifact_location": true}}) == _not_known
	_of({"values": {"artifact_location": "(sensitive value 3f9a12ab)"}}) == _not_known
}

test_an_experiment_that_goes_away if {
	_of({"action": "delete", "values": {}}) == {"deny": set(), "undecided": set(), "checked": set()}
}
