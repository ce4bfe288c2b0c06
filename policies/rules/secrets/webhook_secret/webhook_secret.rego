# METADATA
# scope: package
# title: Secrets of webhooks are not kept in plan and state
# description: |
#   Looks at what authenticates notification destinations and MLflow webhooks: addresses of Slack and
#   Microsoft Teams, which let whoever knows them post, tokens, passwords and keys. They stand in clear
#   in plan and state, although the provider marks most of them as sensitive. One that is not known
#   before apply is undecided.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/notification_destination
#     description: Notification destinations
# custom:
#   id: DBX-SEC-016
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_notification_destination, databricks_mlflow_webhook]
#   attributes: ["config[].slack[].url", "config[].slack[].oauth_token", "config[].microsoft_teams[].url", "config[].microsoft_teams[].auth_secret", "config[].generic_webhook[].password", "config[].pagerduty[].integration_key", "http_url_spec[].secret", "http_url_spec[].authorization", "job_spec[].access_token"]
#   remediation: Make the destination outside of Terraform, or keep the state where only deployments can read it; rotate what was written.
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.secrets.webhook_secret

import data.policies.lib.results
import data.policies.lib.stored

deny contains result if {
	some secret in stored.found(_places)
	secret.known
	result := results.at(secret.resource, secret.path, sprintf("%s of %s stands in plan and state", [secret.path, secret.resource.address]))
}

undecided contains result if {
	some secret in stored.found(_places)
	secret.known == false
	result := results.at(secret.resource, secret.path, sprintf(
		"What is known of %s of %s only after apply may then stand in the state",
		[secret.path, secret.resource.address],
	))
}

checked := stored.checked(_places)

_places := {
	"databricks_notification_destination": [
		"config.slack.url",
		"config.slack.oauth_token",
		"config.microsoft_teams.url",
		"config.microsoft_teams.auth_secret",
		"config.generic_webhook.password",
		"config.pagerduty.integration_key",
	],
	"databricks_mlflow_webhook": [
		"http_url_spec.secret",
		"http_url_spec.authorization",
		"job_spec.access_token",
	],
}
