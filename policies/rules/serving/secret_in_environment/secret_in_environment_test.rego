package policies.rules.serving.secret_in_environment_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.secret_in_environment as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_serving(fields) := _answers(given.plan(set(), [given.resource("databricks_model_serving", fields)]))

_address := "databricks_model_serving.x"

_path := `config[0].served_entities[0].environment_vars.OPENAI_API_KEY`

_with(secret) := _serving({
	"values": {"name": "chat", "config": [{"served_entities": [{"environment_vars": {"OPENAI_API_KEY": "(sensitive value 3f9a12ab)"}}]}]},
	"secrets": {_path: secret},
})

test_a_secret_in_clear if {
	_with({"kind": "named", "marked": false}) == given.denied(_address, _path, concat("", [
		"config[0].served_entities[0].environment_vars.OPENAI_API_KEY of databricks_model_serving.x holds a secret in clear; ",
		"write {{secrets/<scope>/<key>}}, which keeps it out of plan, state and web page",
	]))
}

test_what_is_only_called_sensitive if {
	path := "config[0].served_models[0].environment_vars.REGION"
	_serving({
		"values": {"config": [{"served_models": [{"environment_vars": {"REGION": "(sensitive value 3f9a12ab)"}}]}]},
		"secrets": {path: {"kind": "marked", "marked": true}},
	}) == given.undecided(_address, path, concat("", [
		"config[0].served_models[0].environment_vars.REGION of databricks_model_serving.x holds what is sensitive, maybe a secret in clear; ",
		"write {{secrets/<scope>/<key>}}, which keeps it out of plan, state and web page",
	]))
}

test_references_and_other_values if {
	_serving({"values": {"config": [{"served_entities": [{"environment_vars": {"OPENAI_API_KEY": "{{secrets/llm/openai}}", "REGION": "west"}}]}]}}) == given.passes(_address)
}

test_not_known_yet if {
	_serving({
		"values": {"name": "chat", "config": [{"served_entities": [{}]}]},
		"unknown": {"config": [{"served_entities": [{"environment_vars": {"OPENAI_API_KEY": true, "REGION": true}}]}]},
	}) == given.undecided(_address, _path, concat("", [
		`Serving endpoint "chat": whether config[0].served_entities[0].environment_vars.OPENAI_API_KEY holds a secret in clear is not known yet; `,
		"write {{secrets/<scope>/<key>}}",
	]))
}

test_secrets_of_others if {
	other := given.resource("databricks_app", {"secrets": {"environment_vars.API_KEY": {"kind": "named", "marked": false}}})
	_answers(given.plan(set(), [other])) == given.nothing
	_serving({"action": "delete"}) == given.nothing
}
