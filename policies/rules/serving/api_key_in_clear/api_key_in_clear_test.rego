package policies.rules.serving.api_key_in_clear_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.api_key_in_clear as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_endpoint(fields) := _answers(given.plan(set(), [given.resource("databricks_model_serving", fields)]))

_address := "databricks_model_serving.x"

_external(model, unknown) := _endpoint({
	"values": {"name": "chat", "config": [{"served_entities": [{"external_model": [model]}]}]},
	"unknown": {"config": [{"served_entities": [{"external_model": [unknown]}]}]},
})

_mask := "(sensitive value 3f9a12ab)"

test_a_reference if {
	_external({"openai_config": [{"openai_api_key": "{{secrets/llm/openai}}", "openai_api_key_plaintext": ""}]}, {}) == given.passes(_address)
}

test_a_key_in_clear if {
	_external({"openai_config": [{"openai_api_key_plaintext": _mask}]}, {}) == given.denied(
		_address, "config[0].served_entities[0].external_model[0].openai_config[0].openai_api_key_plaintext",
		`Serving endpoint "chat" takes a key from openai_api_key_plaintext, in clear; write {{secrets/<scope>/<key>}} into openai_api_key`,
	)
}

test_a_key_of_a_provider_of_your_own if {
	every auth, name in {"api_key_auth": "value_plaintext", "bearer_token_auth": "token_plaintext"} {
		answers := _external({"custom_provider_config": [{auth: [{name: _mask}]}]}, {})
		{result.path | some result in answers.deny} == {sprintf(
			"config[0].served_entities[0].external_model[0].custom_provider_config[0].%s[0].%s",
			[auth, name],
		)}
	}
}

test_not_known_yet if {
	_external({}, {"cohere_config": [{"cohere_api_key_plaintext": true, "cohere_api_key": true}]}) == given.undecided(
		_address, "config[0].served_entities[0].external_model[0].cohere_config[0].cohere_api_key_plaintext",
		concat("", [
			`Serving endpoint "chat": whether it takes a key from cohere_api_key_plaintext, in clear, is not known yet; `,
			"write {{secrets/<scope>/<key>}} into cohere_api_key",
		]),
	)
}

test_entities_that_are_not_known if {
	every unknown in [{"config": true}, {"config": [{"served_entities": true}]}, {"config": [{"served_entities": [{"external_model": true}]}]}] {
		answers := _endpoint({"values": {"name": "chat"}, "unknown": unknown})
		{result.message | some result in answers.undecided} == {
			`Serving endpoint "chat": whether it takes a key in clear is not known yet; write {{secrets/<scope>/<key>}}`,
		}
		answers.deny == set()
	}
}

test_other_endpoints if {
	_endpoint({"values": {"config": [{"served_entities": [{"entity_name": "a.b.c"}]}]}}) == given.passes(_address)
	_external({"name": "gpt", "openai_config": [{"openai_api_base": _mask}]}, {"openai_config": [{"openai_api_base": true}]}) == given.passes(_address)
	_external({}, {"task": true}) == given.passes(_address)
	_endpoint({"action": "delete"}) == given.nothing
}
