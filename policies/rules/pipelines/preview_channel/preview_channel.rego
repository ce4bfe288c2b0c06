# METADATA
# scope: package
# title: Production pipelines run the current channel
# description: |
#   Looks at `channel` of pipelines. The preview channel gets runtimes that are not released yet, and
#   may change results or stop working. Only pipelines of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ldp/configure-pipeline
#     description: How pipelines are configured
# custom:
#   id: DBX-PIP-007
#   severity: low
#   sets: [production]
#   resource_types: [databricks_pipeline]
#   attributes: [channel]
#   remediation: Set `channel` to CURRENT, or leave it out.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.pipelines.preview_channel

import data.policies.lib.pipelines
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_pipeline
}

_violations contains result if {
	some pipeline in resources.present.databricks_pipeline
	upper(texts.written(pipeline, "channel")) == "PREVIEW"
	result := results.at(pipeline, "channel", sprintf(
		"%s runs the channel PREVIEW; in production it is CURRENT",
		[pipelines.label(pipeline)],
	))
}

_doubts contains result if {
	some pipeline in resources.present.databricks_pipeline
	texts.hidden(pipeline, "channel")
	result := results.at(pipeline, "channel", sprintf(
		"%s: which channel it runs is not known yet; in production it is CURRENT",
		[pipelines.label(pipeline)],
	))
}
