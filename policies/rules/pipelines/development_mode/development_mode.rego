# METADATA
# scope: package
# title: Production pipelines run in production mode
# description: |
#   Looks at `development` of pipelines. In development mode a pipeline keeps its cluster between
#   updates, also when an update failed, and tries nothing again. Only pipelines of a production
#   target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ldp/updates#optimize-execution
#     description: Development and production mode of pipelines
# custom:
#   id: DBX-PIP-001
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_pipeline]
#   attributes: [development]
#   remediation: Set `development = false`, or leave it out.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.pipelines.development_mode

import data.policies.lib.pipelines
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_pipeline
}

_violations contains result if {
	some pipeline in resources.present.databricks_pipeline
	pipeline.values.development == true
	result := results.at(pipeline, "development", sprintf(
		"%s runs in development mode; in production development is false",
		[pipelines.label(pipeline)],
	))
}

_doubts contains result if {
	some pipeline in resources.present.databricks_pipeline
	values.unknown(pipeline, "development")
	result := results.at(pipeline, "development", sprintf(
		"%s: whether it runs in development mode is not known yet; in production development is false",
		[pipelines.label(pipeline)],
	))
}
