package policies.rules.experiments.deleted_test

import data.policies.lib.testing_test as given
import data.policies.rules.experiments.deleted as policy

_of(fields) := answers if {
	document := given.state(set(), [given.resource("databricks_mlflow_experiment", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_address := "databricks_mlflow_experiment.x"

test_active if {
	_of({"values": {"name": "/Shared/chat", "lifecycle_stage": "active"}}) == given.passes(_address)
	_of({"unknown": {"lifecycle_stage": true}}) == given.passes(_address)
	_of({"values": {"lifecycle_stage": ""}}) == given.passes(_address)
}

test_deleted if {
	_of({"values": {"name": "/Shared/chat", "lifecycle_stage": "deleted"}}) == given.denied(
		_address, "lifecycle_stage",
		`Experiment "/Shared/chat" is deleted in the workspace and still in the state`,
	)
	every name in [{}, {"name": ""}] {
		some result in _of({"values": object.union(name, {"lifecycle_stage": "deleted"})}).deny
		startswith(result.message, "databricks_mlflow_experiment.x is deleted")
	}
}

test_an_experiment_that_goes_away if {
	_of({"action": "delete", "before": {"lifecycle_stage": "deleted"}}) == given.nothing
}
