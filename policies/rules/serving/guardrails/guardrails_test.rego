package policies.rules.serving.guardrails_test

import data.policies.lib.testing_test as given
import data.policies.rules.serving.guardrails as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_endpoint(fields) := _answers(given.plan(set(), [given.resource("databricks_model_serving", fields)]))

_address := "databricks_model_serving.x"

_chat := {"served_entities": [{"external_model": [{"task": "llm/v1/chat"}]}]}

_guarded(guardrails, unknown) := _endpoint({
	"values": {"name": "chat", "config": [_chat], "ai_gateway": [{"guardrails": [guardrails]}]},
	"unknown": {"ai_gateway": [{"guardrails": [unknown]}]},
})

_bare := given.denied(
	_address, "ai_gateway",
	`Serving endpoint "chat" serves an external language model without guardrails; wanted is guardrails in ai_gateway, with safety or pii`,
)

_open := given.undecided(_address, "ai_gateway", concat("", [
	`Serving endpoint "chat": whether it serves an external language model without guardrails is not known yet; `,
	"wanted is guardrails in ai_gateway, with safety or pii",
]))

test_guarded if {
	every side in ["input", "output"] {
		_guarded({side: [{"safety": true}]}, {}) == given.passes(_address)
		_guarded({side: [{"pii": [{"behavior": "BLOCK"}]}]}, {}) == given.passes(_address)
		_guarded({side: [{"pii": [{"behavior": "MASK"}]}]}, {side: [{"safety": true}]}) == given.passes(_address)
	}
}

test_not_guarded if {
	_endpoint({"values": {"name": "chat", "config": [_chat]}}) == _bare
	_guarded({}, {}) == _bare
	_guarded({"input": [{"safety": false, "pii": [{"behavior": "NONE"}]}]}, {}) == _bare
	completions := {"served_entities": [{"external_model": [{"task": "llm/v1/completions"}]}]}
	_endpoint({"values": {"name": "chat", "config": [completions]}}) == _bare
}

test_guardrails_that_are_not_known if {
	_guarded({"input": [{}]}, {"input": [{"safety": true}]}) == _open
	_guarded({"output": [{"pii": [{}]}]}, {"output": [{"pii": [{"behavior": true}]}]}) == _open
	_guarded({}, {"input": true}) == _open
}

test_models_that_are_not_known if {
	fields := {"values": {"name": "chat", "config": [{}]}, "unknown": {"config": [{"served_entities": true}]}}
	_endpoint(fields) == _open
	task := {"values": {"name": "chat"}, "unknown": {"config": [{"served_entities": [{"external_model": [{"task": true}]}]}]}}
	_endpoint(task) == _open
	gateway := {"values": {"ai_gateway": [{"guardrails": [{"input": [{"safety": true}]}]}]}}
	_endpoint(object.union(fields, gateway)) == given.passes(_address)
}

test_other_models if {
	every entity in [{"external_model": [{"task": "llm/v1/embeddings"}]}, {"entity_name": "a.b.c"}] {
		_endpoint({"values": {"config": [{"served_entities": [entity]}]}}) == given.nothing
	}
	_endpoint({"action": "delete"}) == given.nothing
}
