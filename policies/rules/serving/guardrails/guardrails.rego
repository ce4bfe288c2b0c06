# METADATA
# scope: package
# title: Endpoints of external language models have guardrails
# description: |
#   Looks at endpoints that serve an external model for chat or completions, and at the guardrails of their
#   `ai_gateway`: a filter for harmful content (`safety`), or one that blocks or masks personal data (`pii`), of what is
#   asked or of what is answered. Without any, personal data goes to whoever runs the model, and comes back
#   whatever it says. One guardrail is enough here; which ones you need is yours to say. Embeddings, and
#   models that run at Databricks, are not looked at: nothing in the document says what the latter do.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ai-gateway/overview-serving-endpoints
#     description: AI Guardrails
# custom:
#   id: DBX-ML-011
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_model_serving]
#   attributes:
#     - config[].served_entities[].external_model[].task
#     - ai_gateway[].guardrails[].input[].safety
#     - ai_gateway[].guardrails[].input[].pii[].behavior
#     - ai_gateway[].guardrails[].output[].safety
#     - ai_gateway[].guardrails[].output[].pii[].behavior
#   remediation: Add `guardrails` to `ai_gateway`, with `safety = true` or a `pii` block that blocks or masks.
#   controls:
#     sat: [INFO-29]
#     dasf: [DASF 32]
#     nist-800-53: [AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.13"]
#     iso-27001: [A.8.12]
#     soc2: [CC6.7]
package policies.rules.serving.guardrails

import data.policies.lib.blocks
import data.policies.lib.results
import data.policies.lib.serving
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some endpoint in _speaking[true]
	not _is_guarded(endpoint)
	_may_be_guarded(endpoint) == false
	result := results.at(endpoint, "ai_gateway", sprintf(
		"%s serves an external language model without guardrails; wanted is guardrails in ai_gateway, with safety or pii",
		[serving.label(endpoint)],
	))
}

undecided contains result if {
	some certain, endpoints in _speaking
	some endpoint in endpoints
	true in {certain == "unknown", _may_be_guarded(endpoint)}
	not _is_guarded(endpoint)
	result := results.at(endpoint, "ai_gateway", sprintf(
		"%s: whether it serves an external language model without guardrails is not known yet; wanted is guardrails in ai_gateway, with safety or pii",
		[serving.label(endpoint)],
	))
}

checked contains address if {
	some endpoints in _speaking
	some endpoint in endpoints
	address := endpoint.address
}

# By whether it serves one: true or "unknown".
_speaking[certain] contains endpoint if {
	some entity in serving.entities
	endpoint := entity.resource
	some model in blocks.inside(entity, "external_model")
	certain := _is_for_language(model)
}

_is_for_language(model) if {
	model.values.task in {"llm/v1/chat", "llm/v1/completions"}
} else := "unknown" if {
	texts.hidden(model, "task")
}

_is_guarded(endpoint) if {
	some guard in _guards(endpoint)
	guard.values.safety == true
}

_is_guarded(endpoint) if {
	some guard in _guards(endpoint)
	some pii in blocks.inside(guard, "pii")
	pii.values.behavior in {"BLOCK", "MASK"}
}

default _may_be_guarded(_) := false

_may_be_guarded(endpoint) if {
	some guard in _guards(endpoint)
	values.unknown(guard, "safety")
}

_may_be_guarded(endpoint) if {
	some guard in _guards(endpoint)
	some pii in blocks.inside(guard, "pii")
	values.unknown(pii, "behavior")
}

_guards(endpoint) := [guard |
	some guardrails in serving.in_gateway(endpoint, "guardrails")
	some side in ["input", "output"]
	some guard in blocks.inside(guardrails, side)
]
