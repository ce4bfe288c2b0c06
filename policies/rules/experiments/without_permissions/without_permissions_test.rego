package policies.rules.experiments.without_permissions_test

import data.policies.rules.experiments.without_permissions as policy

_of(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_experiment(fields) := object.union(
	{
		"address": "databricks_mlflow_experiment.e", "type": "databricks_mlflow_experiment", "name": "e",
		"mode": "managed", "action": "create", "values": {"name": "/Shared/e"},
	},
	fields,
)

_created := _experiment({"unknown": {"id": true, "experiment_id": true}})

_applied := _experiment({"action": "no-op", "values": {"id": "290", "experiment_id": ""}})

_permissions(fields) := object.union(
	{
		"address": "databricks_permissions.p", "type": "databricks_permissions", "name": "p",
		"mode": "managed", "action": "no-op", "values": {},
	},
	fields,
)

_document(facts, experiments, permissions) := {
	"document": object.union({"kind": "plan", "file": "plan.json"}, facts),
	"resources": {
		"databricks_mlflow_experiment": {resource.address: resource | some resource in experiments},
		"databricks_permissions": {resource.address: resource | some resource in permissions},
	},
}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_mlflow_experiment.e"}}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_denies(message) := {
	"deny": {{"address": "databricks_mlflow_experiment.e", "path": "", "message": message}},
	"undecided": set(),
	"checked": {"databricks_mlflow_experiment.e"},
}

_doubts(message) := {
	"deny": set(),
	"undecided": {{"address": "databricks_mlflow_experiment.e", "path": "", "message": message}},
	"checked": {"databricks_mlflow_experiment.e"},
}

_none := `Experiment "/Shared/e" has no permissions; wanted is a databricks_permissions on it`

test_permissions_by_link if {
	permissions := _permissions({
		"unknown": {"experiment_id": true},
		"links": {"experiment_id": ["databricks_mlflow_experiment.e"]},
	})
	_of(_document({"complete": true}, [_created], [permissions])) == _passes
}

test_permissions_by_id if {
	_of(_document({}, [_applied], [_permissions({"values": {"experiment_id": "290"}})])) == _passes
	other := _experiment({"action": "no-op", "values": {"id": "", "experiment_id": "290"}})
	_of(_document({}, [other], [_permissions({"values": {"experiment_id": "290"}})])) == _passes
}

test_a_counted_experiment if {
	permissions := _permissions({
		"unknown": {"experiment_id": true},
		"links": {"experiment_id": ["databricks_mlflow_experiment.e"]},
	})
	counted := _experiment({"address": "databricks_mlflow_experiment.e[\"a\"]"})
	_of(_document({}, [counted], [permissions])) == {
		"deny": set(),
		"undecided": set(),
		"checked": {"databricks_mlflow_experiment.e[\"a\"]"},
	}
}

test_no_permissions if {
	_of(_document({"complete": true}, [_created], [])) == _denies(_none)
	_of(_document({}, [_applied], [])) == _denies(_none)
}

test_permissions_on_something_else if {
	_of(_document({}, [_applied], [_permissions({"values": {"experiment_id": "291"}})])) == _denies(_none)
	_of(_document({}, [_applied], [_permissions({"values": {"job_id": "290", "experiment_id": ""}})])) == _denies(_none)
	other := _permissions({
		"unknown": {"experiment_id": true},
		"links": {"experiment_id": ["databricks_mlflow_experiment.other"]},
	})
	_of(_document({}, [_created], [other])) == _denies(_none)
}

test_permissions_that_go_away if {
	leaving := _permissions({"action": "delete", "before": {"experiment_id": "290"}})
	_of(_document({}, [_applied], [leaving])) == _denies(_none)
}

test_permissions_on_an_experiment_that_is_not_known if {
	message := `Experiment "/Shared/e" has no permissions here, but databricks_permissions.p may be on it`
	_of(_document({}, [_created], [_permissions({"unknown": {"experiment_id": true}})])) == _doubts(message)
	masked := _permissions({"values": {"experiment_id": "(sensitive value 3f9a12ab)"}})
	_of(_document({}, [_applied], [masked])) == _doubts(message)
}

test_a_targeted_plan if {
	unknown := _permissions({"unknown": {"experiment_id": true}})
	_of(_document({"complete": false}, [_created], [unknown])) == _doubts(concat("", [
		`Experiment "/Shared/e" has no permissions here, but databricks_permissions.p may be on it`,
		" and the plan covers only a part of the configuration",
	]))
}

test_an_experiment_without_a_known_name if {
	nameless := _experiment({"values": {"name": ""}, "unknown": {"name": true}})
	_of(_document({}, [nameless], [])) == _denies("An experiment whose name is not known yet has no permissions; wanted is a databricks_permissions on it")
}

test_experiments_that_go_away_or_are_managed_elsewhere if {
	_of(_document({}, [_experiment({"action": "delete"})], [])) == _nothing
	_of(_document({}, [_experiment({"mode": "data", "action": "read"})], [])) == _nothing
	_of(_document({}, [], [])) == _nothing
}
