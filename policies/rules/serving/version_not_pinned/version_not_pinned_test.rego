package policies.rules.serving.version_not_pinned_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.version_not_pinned as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_endpoint(fields) := given.resource("databricks_model_serving", fields)

_of(resources) := _answers(given.plan(set(), resources))

_serves(entity, fields) := _endpoint(object.union({"values": {"name": "chat", "config": [{"served_entities": [entity]}]}}, fields))

_address := "databricks_model_serving.x"

_path := "config[0].served_entities[0].entity_version"

_model := given.resource("databricks_registered_model", {"values": {"catalog_name": "prod", "schema_name": "llm", "name": "chat"}})

test_pinned if {
	_of([_serves({"entity_name": "prod.llm.chat", "entity_version": "7"}, {}), _model]) == given.passes(_address)
	_of([_endpoint({"values": {"config": [{"served_models": [{"model_name": "churn", "model_version": "1"}]}]}})]) == given.passes(_address)
	linked := {"links": {_path: ["databricks_registered_model.x"]}}
	_of([_serves({"entity_name": "a.b.c", "entity_version": "7"}, linked)]) == given.passes(_address)
}

_from_data := given.denied(_address, _path, concat("", [
	`Serving endpoint "chat" takes the version of a model from data.databricks_registered_model_versions.all, `,
	"whatever that is when it is applied; wanted is a version in the configuration",
]))

test_read_from_a_data_source if {
	links := {"links": {_path: ["data.databricks_registered_model_versions.all"]}}
	_of([_serves({"entity_name": "a.b.c", "entity_version": "7"}, links)]) == _from_data
	unknown := {"unknown": {"config": [{"served_entities": [{"entity_version": true}]}]}}
	_of([_serves({"entity_name": "a.b.c"}, object.union(links, unknown))]) == _from_data
	in_module := {"links": {_path: ["module.llm.data.databricks_registered_model_versions.all"]}}
	count(_of([_serves({"entity_name": "prod.llm.chat"}, in_module), _model]).deny) == 1
}

test_a_model_without_a_version if {
	every version in [{}, {"entity_version": ""}] {
		_of([_serves(object.union({"entity_name": "Prod.llm.chat"}, version), {}), _model]) == given.denied(
			_address, _path,
			`Serving endpoint "chat" serves "Prod.llm.chat" without a version; wanted is a version in the configuration`,
		)
	}
}

test_a_model_whose_catalog_is_in_capitals if {
	model := given.resource("databricks_registered_model", {"values": {"catalog_name": "PROD", "schema_name": "llm", "name": "chat"}})
	count(_of([_serves({"entity_name": "prod.llm.chat"}, {}), model]).deny) == 1
}

test_functions_and_external_models if {
	_of([_serves({"entity_name": "prod.llm.features"}, {}), _model]) == given.passes(_address)
	_of([_serves({"entity_name": 5}, {}), _model]) == given.passes(_address)
	_of([_serves({"external_model": [{"name": "gpt"}]}, {}), _model]) == given.passes(_address)
}

test_not_known_yet if {
	unknown := {"unknown": {"config": [{"served_entities": [{"entity_version": true}]}]}}
	_of([_serves({"entity_name": "prod.llm.chat"}, unknown), _model]) == given.undecided(
		_address, _path,
		`Serving endpoint "chat": which version of a model it serves is not known yet; wanted is a version in the configuration`,
	)
}

test_an_endpoint_that_goes_away if {
	_of([_endpoint({"action": "delete"}), _model]) == given.nothing
}
