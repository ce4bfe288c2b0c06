# METADATA
# scope: package
# title: The configuration of pipelines holds no secrets in clear
# description: |
#   Looks at `configuration` of pipelines. It is no sensitive attribute: a literal shows in plan,
#   state, and in the settings of the pipeline to everyone who may see it. A value counts as a secret
#   that has the form of a credential, or whose key names one. Values that only Terraform calls
#   sensitive are undecided. The `spark_conf` of the pipeline's clusters is DBX-CMP-006's.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/secrets/
#     description: Databricks secrets
# custom:
#   id: DBX-PIP-006
#   severity: critical
#   sets: [baseline, strict, production]
#   resource_types: [databricks_pipeline]
#   attributes: [configuration]
#   remediation: Store the secret in a secret scope, write `{{secrets/<scope>/<key>}}` in its place, and rotate it.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.pipelines.secret_in_configuration

import data.policies.lib.blocks
import data.policies.lib.pipelines
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.secrets

deny contains result if {
	some secret in secrets.literals.configuration
	secret.certain
	secret.resource.type == "databricks_pipeline"
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some secret in secrets.literals.configuration
	secret.certain == false
	secret.resource.type == "databricks_pipeline"
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some pipeline in resources.present.databricks_pipeline
	some path in secrets.unclear(pipeline, blocks.whole(pipeline), "configuration")
	result := results.at(pipeline, path, sprintf(
		"%s: whether %s holds a secret in clear is not known yet; write {{secrets/<scope>/<key>}}",
		[pipelines.label(pipeline), path],
	))
}

checked contains address if some address, _ in resources.present.databricks_pipeline
