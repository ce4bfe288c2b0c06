package policies.rules.models.without_grants_test

import data.policies.rules.models.without_grants as policy

_of(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_model := {
	"address": "databricks_registered_model.m", "type": "databricks_registered_model", "name": "m",
	"mode": "managed", "action": "create",
	"values": {"catalog_name": "prod", "schema_name": "LLMOps", "name": "chat"},
	"unknown": {"full_name": true, "id": true},
}

_grants(fields) := object.union(
	{
		"address": "databricks_grants.g", "type": "databricks_grants", "name": "g",
		"mode": "managed", "action": "create", "values": {},
	},
	fields,
)

_execute := {"grant": [{"principal": "account users", "privileges": ["EXECUTE"]}]}

_document(facts, models, grants) := {
	"document": object.union({"kind": "plan", "file": "plan.json"}, facts),
	"resources": {
		"databricks_registered_model": {resource.address: resource | some resource in models},
		"databricks_grants": {resource.address: resource | some resource in grants},
	},
}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_registered_model.m"}}

_denies(message) := {
	"deny": {{"address": "databricks_registered_model.m", "path": "", "message": message}},
	"undecided": set(),
	"checked": {"databricks_registered_model.m"},
}

_doubts(message) := {
	"deny": set(),
	"undecided": {{"address": "databricks_registered_model.m", "path": "", "message": message}},
	"checked": {"databricks_registered_model.m"},
}

_none := "Registered model prod.LLMOps.chat has no grants; wanted is a databricks_grants on it"

test_a_grant_by_link if {
	grant := _grants({
		"values": _execute, "unknown": {"function": true},
		"links": {"function": ["databricks_registered_model.m"]},
	})
	_of(_document({"complete": true}, [_model], [grant])) == _passes
}

test_a_grant_by_name if {
	grant := _grants({"values": object.union(_execute, {"model": "prod.LLMOps.chat"})})
	_of(_document({}, [_model], [grant])) == _passes
}

test_no_grant if {
	_of(_document({"complete": true}, [_model], [])) == _denies(_none)
}

test_a_grant_on_another_model if {
	grant := _grants({"values": object.union(_execute, {"model": "prod.LLMOps.other"})})
	_of(_document({}, [_model], [grant])) == _denies(_none)
}

test_a_grant_that_goes_away if {
	grant := _grants({"action": "delete", "before": object.union(_execute, {"model": "prod.LLMOps.chat"})})
	_of(_document({}, [_model], [grant])) == _denies(_none)
}

test_a_grant_of_nothing if {
	grant := _grants({"values": {"model": "prod.LLMOps.chat", "grant": [{"principal": "p", "privileges": []}]}})
	_of(_document({}, [_model], [grant])) == _denies(_none)
}

test_unknown_grants_are_grants if {
	blocks := _grants({"values": {"model": "prod.LLMOps.chat"}, "unknown": {"grant": true}})
	_of(_document({}, [_model], [blocks])) == _passes
	privileges := _grants({
		"values": {"model": "prod.LLMOps.chat", "grant": [{"principal": "p"}]},
		"unknown": {"grant": [{"privileges": true}]},
	})
	_of(_document({}, [_model], [privileges])) == _passes
}

test_a_grant_on_a_model_that_is_not_known if {
	grant := _grants({"values": _execute, "unknown": {"function": true}})
	_of(_document({}, [_model], [grant])) == _doubts("Registered model prod.LLMOps.chat has no grants here, but databricks_grants.g may be on it")
}

test_a_targeted_plan if {
	_of(_document({"complete": false}, [_model], [])) == _doubts("Registered model prod.LLMOps.chat has no grants here, but the plan covers only a part of the configuration")
}

test_a_model_without_a_known_name if {
	model := object.union(_model, {"unknown": {"catalog_name": true}, "values": {"catalog_name": ""}})
	_of(_document({}, [model], [])) == _denies("Registered model m has no grants; wanted is a databricks_grants on it")
}

test_a_model_that_goes_away if {
	model := object.union(object.remove(_model, ["values"]), {"action": "delete", "values": {}})
	_of(_document({}, [model], [])) == {"deny": set(), "undecided": set(), "checked": set()}
}

test_a_data_source_is_granted_elsewhere if {
	model := object.union(_model, {"mode": "data", "action": "read"})
	_of(_document({}, [model], [])) == {"deny": set(), "undecided": set(), "checked": set()}
}

test_no_models if {
	_of(_document({}, [], [])) == {"deny": set(), "undecided": set(), "checked": set()}
}

test_both_reasons_for_doubt if {
	grant := _grants({"values": _execute, "unknown": {"function": true}})
	_of(_document({"complete": false}, [_model], [grant])) == _doubts(concat("", [
		"Registered model prod.LLMOps.chat has no grants here, but databricks_grants.g may be on it",
		" and the plan covers only a part of the configuration",
	]))
}
