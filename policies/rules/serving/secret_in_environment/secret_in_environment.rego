# METADATA
# scope: package
# title: Environment variables of served models hold no secrets in clear
# description: |
#   Looks at `environment_vars` of served entities and models. They are no sensitive attribute: a literal
#   shows in plan, state, and on the endpoint's page. A value counts as a secret that has the form of a
#   credential, or whose name says so, such as `OPENAI_API_KEY`. A reference such as
#   {{secrets/llm/openai}} is none. Values that only Terraform calls sensitive are undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/model-serving/store-env-variable-model-serving
#     description: Secrets in environment variables of served models
# custom:
#   id: DBX-ML-008
#   severity: high
#   sets: [strict, llmops, production]
#   resource_types: [databricks_model_serving]
#   attributes: ["config[].served_entities[].environment_vars", "config[].served_models[].environment_vars"]
#   remediation: Store the secret in a secret scope, write `{{secrets/<scope>/<key>}}` in its place, and rotate it.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.serving.secret_in_environment

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.secrets
import data.policies.lib.serving

deny contains result if {
	some secret in _found
	secret.certain
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some secret in _found
	secret.certain == false
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some entity in serving.entities
	some path in secrets.unclear(entity.resource, entity, "environment_vars")
	result := results.at(entity.resource, path, sprintf(
		"%s: whether %s holds a secret in clear is not known yet; write {{secrets/<scope>/<key>}}",
		[serving.label(entity.resource), path],
	))
}

checked contains address if some address, _ in resources.present.databricks_model_serving

_found := [secret |
	some secret in secrets.literals.environment_vars
	resources.present.databricks_model_serving[secret.resource.address]
]
