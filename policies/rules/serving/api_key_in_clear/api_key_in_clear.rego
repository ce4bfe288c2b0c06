# METADATA
# scope: package
# title: Serving endpoints take API keys from secret scopes
# description: |
#   Looks at the configuration of external models for attributes whose name ends in `_plaintext`. Databricks
#   encrypts what they hold, but the key stands in clear in the state and in every saved plan, and whoever
#   reads these calls the model at your cost. The attribute of the same name without `_plaintext` takes a
#   reference to a secret. A key that may turn out to be empty is undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/generative-ai/external-models/
#     description: External models, and how their keys are given
# custom:
#   id: DBX-ML-007
#   severity: critical
#   sets: [strict, llmops, production]
#   resource_types: [databricks_model_serving]
#   attributes:
#     - config[].served_entities[].external_model[].ai21labs_config[].ai21labs_api_key_plaintext
#     - config[].served_entities[].external_model[].amazon_bedrock_config[].aws_access_key_id_plaintext
#     - config[].served_entities[].external_model[].amazon_bedrock_config[].aws_secret_access_key_plaintext
#     - config[].served_entities[].external_model[].anthropic_config[].anthropic_api_key_plaintext
#     - config[].served_entities[].external_model[].cohere_config[].cohere_api_key_plaintext
#     - config[].served_entities[].external_model[].custom_provider_config[].api_key_auth[].value_plaintext
#     - config[].served_entities[].external_model[].custom_provider_config[].bearer_token_auth[].token_plaintext
#     - config[].served_entities[].external_model[].databricks_model_serving_config[].databricks_api_token_plaintext
#     - config[].served_entities[].external_model[].google_cloud_vertex_ai_config[].private_key_plaintext
#     - config[].served_entities[].external_model[].openai_config[].microsoft_entra_client_secret_plaintext
#     - config[].served_entities[].external_model[].openai_config[].openai_api_key_plaintext
#     - config[].served_entities[].external_model[].palm_config[].palm_api_key_plaintext
#   remediation: Write `{{secrets/<scope>/<key>}}` into the attribute without `_plaintext`, and change the key.
#   controls:
#     sat: [DP-1, INFO-29]
#     dasf: [DASF 32, DASF 33]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.serving.api_key_in_clear

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.serving

deny contains result if {
	some [endpoint, block] in _configured
	some name, value in block.values
	endswith(name, "_plaintext")
	value != ""
	result := results.at(endpoint, blocks.attribute(block, name), sprintf(
		"%s takes a key from %s, in clear; write {{secrets/<scope>/<key>}} into %s",
		[serving.label(endpoint), name, trim_suffix(name, "_plaintext")],
	))
}

undecided contains result if {
	some [endpoint, block] in _configured
	block.unknown != true
	some name, _ in block.unknown
	endswith(name, "_plaintext")
	result := results.at(endpoint, blocks.attribute(block, name), sprintf(
		"%s: whether it takes a key from %s, in clear, is not known yet; write {{secrets/<scope>/<key>}} into %s",
		[serving.label(endpoint), name, trim_suffix(name, "_plaintext")],
	))
}

undecided contains result if {
	some [endpoint, block] in _configured
	block.unknown == true
	result := results.at(endpoint, block.path, sprintf(
		"%s: whether it takes a key in clear is not known yet; write {{secrets/<scope>/<key>}}",
		[serving.label(endpoint)],
	))
}

checked contains address if some address, _ in resources.present.databricks_model_serving

_configured := array.concat(
	_of_providers,
	[[endpoint, auth] |
		some [endpoint, config] in _of_providers
		some name in ["api_key_auth", "bearer_token_auth"]
		some auth in blocks.inside(config, name)
	],
)

_of_providers := [[entity.resource, config] |
	some entity in serving.entities
	some model in blocks.inside(entity, "external_model")
	some config in _configs(model)
]

_configs(model) := [model] if {
	model.unknown == true
} else := [config |
	some tree in [model.values, model.unknown]
	some name, _ in tree
	endswith(name, "_config")
	some config in blocks.inside(model, name)
]
