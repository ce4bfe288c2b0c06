# METADATA
# scope: package
# title: Names in production carry no development prefix
# description: |
#   Looks at the names of jobs, pipelines, registered models and experiments in production. Development
#   mode puts "[dev <who deploys>]" before them, into the last part of an experiment's path, and
#   "dev_<who deploys>_" before models. A name that begins so was deployed to production in development
#   mode, or by hand from somebody's copy. That names elsewhere have such a prefix is not asked for:
#   presets may set another.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/deployment-modes.html
#     description: Production and development mode of bundles
# custom:
#   id: DBX-BND-004
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_job, databricks_pipeline, databricks_registered_model, databricks_mlflow_experiment]
#   attributes: [name]
#   remediation: "Deploy the production target with `mode: production` and without a name prefix of its own."
#   controls:
#     nist-800-53: [CM-4(1), AC-4]
#     cis-controls: ["16.8"]
#     iso-27001: [A.8.31]
#     soc2: [CC8.1]
package policies.rules.bundles.development_prefix

import data.policies.lib.bundles
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in _named
}

_violations contains result if {
	some resource in _named
	name := texts.written(resource, "name")
	regex.match(`(^|/)\[dev [^\]]*\]`, name)
	result := results.at(resource, "name", sprintf("%q is a development name; in production nothing is named after who deploys it", [name]))
}

_doubts contains result if {
	some resource in _named
	texts.hidden(resource, "name")
	result := results.at(resource, "name", "The name is not known yet; in production nothing is named after who deploys it")
}

_named[address] := resource if {
	bundles.managed != false
	some type in ["databricks_job", "databricks_pipeline", "databricks_registered_model", "databricks_mlflow_experiment"]
	some address, resource in resources.present[type]
}
