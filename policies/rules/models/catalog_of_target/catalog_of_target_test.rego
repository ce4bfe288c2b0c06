package policies.rules.models.catalog_of_target_test

import data.policies.rules.models.catalog_of_target as policy

_parameters(catalogs) := {"DBX-ML-005": {"target_catalogs": catalogs}}

_default := {"prod": ["prod"]}

_answers(document, catalogs) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as _parameters(catalogs)
}

_model(fields) := object.union(
	{
		"address": "databricks_registered_model.m", "type": "databricks_registered_model", "name": "m",
		"mode": "managed", "action": "create",
	},
	fields,
)

_document(facts, model) := {
	"document": object.union({"kind": "plan", "file": "plan.json"}, facts),
	"resources": {"databricks_registered_model": {"databricks_registered_model.m": model}},
}

_in(catalog, target) := _document({"target": target}, _model({"values": {"catalog_name": catalog, "name": "chat"}}))

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_registered_model.m"}}

_denies(message) := {
	"deny": {{"address": "databricks_registered_model.m", "path": "catalog_name", "message": message}},
	"undecided": set(),
	"checked": {"databricks_registered_model.m"},
}

_doubts(message) := {
	"deny": set(),
	"undecided": {{"address": "databricks_registered_model.m", "path": "catalog_name", "message": message}},
	"checked": {"databricks_registered_model.m"},
}

test_the_catalog_of_the_target if {
	_answers(_in("prod", "prod"), _default) == _passes
	_answers(_in("Prod", "PROD"), {"Prod": ["pROD"]}) == _passes
}

test_globs if {
	_answers(_in("prod.eu", "prod"), {"prod": ["other", "prod*"]}) == _passes
}

test_a_development_catalog_in_production if {
	_answers(_in("dev", "prod"), {"prod": ["prod", "gold"], "dev": ["dev"]}) == _denies(`Registered model is in catalog "dev"; models of target "prod" belong in "gold", "prod"`)
}

test_a_production_catalog_in_development if {
	_answers(_in("prod", "dev"), _default) == _denies(`Registered model is in catalog "prod", which is kept for target "prod"; this is target "dev"`)
}

test_targets_that_are_not_listed_may_use_any_other_catalog if {
	_answers(_in("sandbox", "dev"), _default) == _passes
}

_no_target := "The target is not known, so the catalog of this registered model cannot be compared; say it with --target"

test_an_unknown_target if {
	_answers(_document({}, _model({"values": {"catalog_name": "prod"}})), _default) == _doubts(_no_target)
	_answers(_in("prod", ""), _default) == _doubts(_no_target)
	_answers(_document({}, _model({"values": {}, "unknown": {"catalog_name": true}})), _default) == _doubts(_no_target)
}

_no_catalog := `The catalog of this registered model is not known yet; catalogs are tied to targets, and this is target "prod"`

test_an_unknown_catalog if {
	unknown := _model({"values": {"name": "chat"}, "unknown": {"catalog_name": true}})
	_answers(_document({"target": "prod"}, unknown), _default) == _doubts(_no_catalog)
	_answers(_in("(sensitive value 3f9a12ab)", "prod"), _default) == _doubts(_no_catalog)
	_answers(_in("", "prod"), _default) == _doubts(_no_catalog)
}

test_nothing_to_compare_with if {
	_answers(_document({}, _model({"values": {"catalog_name": "prod"}})), {}) == _passes
	_answers(_in("", "prod"), {}) == _passes
}

test_a_model_that_goes_away if {
	_answers(_document({"target": "prod"}, _model({"action": "delete", "values": {}})), _default) == {
		"deny": set(),
		"undecided": set(),
		"checked": set(),
	}
}
