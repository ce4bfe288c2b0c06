package policies.rules.serving.catalog_of_target_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.catalog_of_target as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(targets, entity, unknown) := _answers(given.plan(targets, [given.resource("databricks_model_serving", {
	"values": {"name": "chat", "config": [{"served_entities": [entity]}]},
	"unknown": {"config": [{"served_entities": [unknown]}]},
})]))

_serving(targets, name) := _of(targets, {"entity_name": name}, {})

_address := "databricks_model_serving.x"

_path := "config[0].served_entities[0].entity_name"

test_the_catalog_of_the_target if {
	_serving({"prod"}, "Prod.llm.chat") == given.passes(_address)
	_serving({"dev"}, "sandbox.llm.chat") == given.passes(_address)
}

test_the_catalog_of_another_target if {
	_serving({"prod"}, "dev.llm.chat") == given.denied(
		_address, _path,
		`Serving endpoint "chat" serves a model of catalog "dev"; models of target "prod" belong in "prod"`,
	)
	_serving({"dev"}, "prod.llm.chat") == given.denied(
		_address, _path,
		`Serving endpoint "chat" serves a model of catalog "prod", which is kept for target "prod"; this is target "dev"`,
	)
}

test_models_for_all if {
	_serving({"prod"}, "System.ai.llama") == given.passes(_address)
	_serving({"prod"}, "churn") == given.passes(_address)
	_serving({"prod"}, 5) == given.passes(_address)
	_of({"prod"}, {"external_model": [{"name": "gpt"}]}, {"entity_name": true}) == given.passes(_address)
}

test_no_target if {
	_serving(set(), "dev.llm.chat") == given.undecided(
		_address, _path,
		`Serving endpoint "chat" serves a model of catalog "dev", and the target is not known; say it with --target`,
	)
	_serving(set(), "system.ai.llama") == given.passes(_address)
}

test_a_model_that_is_not_known if {
	_of({"prod"}, {}, {"entity_name": true}) == given.undecided(
		_address, _path,
		`Serving endpoint "chat": from which catalog it serves a model is not known yet; catalogs are tied to targets`,
	)
}

test_other_parameters if {
	free := {"DBX-ML-019": {"target_catalogs": {}, "shared_catalogs": []}}
	_serving(set(), "dev.llm.chat") == given.passes(_address) with data.tfcheck.parameters as free
	_of(set(), {}, {"entity_name": true}) == given.passes(_address) with data.tfcheck.parameters as free
	capitals := {"DBX-ML-019": {"target_catalogs": {"prod": ["prod"]}, "shared_catalogs": ["System"]}}
	_serving({"prod"}, "system.ai.llama") == given.passes(_address) with data.tfcheck.parameters as capitals
	closed := {"DBX-ML-019": {"target_catalogs": {"prod": ["prod"]}, "shared_catalogs": []}}
	_serving({"prod"}, "system.ai.llama").deny != set() with data.tfcheck.parameters as closed
}

test_an_endpoint_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_model_serving", {"action": "delete"})])) == given.nothing
}
