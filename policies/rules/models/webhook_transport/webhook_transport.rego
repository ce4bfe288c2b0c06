# METADATA
# scope: package
# title: MLflow webhooks call over verified TLS
# description: |
#   Looks at the address of every MLflow webhook, and at whether the certificate of whoever answers there is
#   verified. Each call carries the name and stage of a model and, where one is set, the authorization with
#   which the other side acts: over plain HTTP, or to a certificate that nobody verified, anyone on the way
#   reads and changes it. A webhook that starts a job calls Databricks itself, and one that is disabled nobody.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/mlflow/model-registry-webhooks
#     description: MLflow Model Registry webhooks
# custom:
#   id: DBX-ML-020
#   severity: high
#   sets: [strict, llmops, production]
#   resource_types: [databricks_mlflow_webhook]
#   attributes: ["http_url_spec[].url", "http_url_spec[].enable_ssl_verification", status]
#   remediation: Write an `https://` address, and leave `enable_ssl_verification` on.
#   controls:
#     nist-800-53: [SC-8]
package policies.rules.models.webhook_transport

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some [webhook, spec] in _calls
	url := texts.written(spec, "url")
	regex.match(`^(?i:http):`, trim_space(url))
	result := results.at(webhook, blocks.attribute(spec, "url"), "MLflow webhook calls over plain HTTP; wanted is an https:// address")
}

deny contains result if {
	some [webhook, spec] in _calls
	spec.values.enable_ssl_verification == false
	result := results.at(
		webhook, blocks.attribute(spec, "enable_ssl_verification"),
		"MLflow webhook does not verify the certificate of what it calls; wanted is enable_ssl_verification = true",
	)
}

undecided contains result if {
	some [webhook, spec] in _calls
	texts.hidden(spec, "url")
	result := results.at(webhook, blocks.attribute(spec, "url"), "Where this MLflow webhook calls is not known yet; wanted is an https:// address")
}

undecided contains result if {
	some [webhook, spec] in _calls
	values.unknown(spec, "enable_ssl_verification")
	result := results.at(
		webhook, blocks.attribute(spec, "enable_ssl_verification"),
		"Whether this MLflow webhook verifies the certificate of what it calls is not known yet; wanted is enable_ssl_verification = true",
	)
}

checked contains address if {
	some webhook in _enabled
	address := webhook.address
}

_enabled := [webhook |
	some webhook in resources.present.databricks_mlflow_webhook
	{status | status := webhook.values.status} != {"DISABLED"}
]

_calls := [[webhook, spec] |
	some webhook in _enabled
	some spec in blocks.inside(blocks.whole(webhook), "http_url_spec")
]
