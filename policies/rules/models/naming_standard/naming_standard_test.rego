package policies.rules.models.naming_standard_test

import data.policies.rules.models.naming_standard as policy

_of(fields, standard) := answers if {
	model := object.union(
		{
			"address": "databricks_registered_model.m", "type": "databricks_registered_model", "name": "m",
			"mode": "managed", "action": "no-op",
		},
		fields,
	)
	document := {"resources": {"databricks_registered_model": {"databricks_registered_model.m": model}}}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-ML-017": {"name_regex": standard}}
}

_default := "^[A-Za-z0-9_-]+$"

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_registered_model.m"}}

_denies(message) := {
	"deny": {{"address": "databricks_registered_model.m", "path": "name", "message": message}},
	"undecided": set(),
	"checked": {"databricks_registered_model.m"},
}

_not_known := {
	"deny": set(),
	"undecided": {{
		"address": "databricks_registered_model.m",
		"path": "name",
		"message": "The name of this registered model is not known yet; wanted is a name like ^[A-Za-z0-9_-]+$",
	}},
	"checked": {"databricks_registered_model.m"},
}

test_a_name_of_the_standard if {
	_of({"values": {"name": "LLMOps-model"}}, _default) == _passes
	_of({"values": {"name": "llmops-chat-v2"}}, "^llmops-[a-z]+-v[0-9]+$") == _passes
}

test_another_name if {
	_of({"values": {"name": "test 2"}}, _default) == _denies(`Registered model is named "test 2"; wanted is a name like ^[A-Za-z0-9_-]+$`)
	_of({"values": {"name": "test2"}}, "^llmops-") == _denies(`Registered model is named "test2"; wanted is a name like ^llmops-`)
}

test_a_name_that_is_not_known if {
	_of({"action": "create", "values": {}, "unknown": {"name": true}}, _default) == _not_known
	_of({"values": {"name": "(sensitive value 3f9a12ab)"}}, _default) == _not_known
}

test_a_model_that_goes_away if {
	_of({"action": "delete", "values": {}}, _default) == {"deny": set(), "undecided": set(), "checked": set()}
}
