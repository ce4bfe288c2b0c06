# METADATA
# scope: package
# title: Pipelines run without end only in production
# description: |
#   Looks at `continuous` of pipelines outside production. A continuous pipeline holds its cluster day
#   and night, which nobody needs to try something out. Where nothing says whether this is production:
#   undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ldp/pipeline-mode
#     description: Triggered and continuous pipelines
# custom:
#   id: DBX-PIP-003
#   severity: low
#   sets: [cost]
#   resource_types: [databricks_pipeline]
#   attributes: [continuous]
#   remediation: Set `continuous = false`, and start the pipeline by a job.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
package policies.rules.pipelines.continuous_development

import data.policies.lib.pipelines
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some result in _continuous
	production.elsewhere == true
}

undecided contains result if {
	some violation in _continuous
	production.elsewhere == "unknown"
	result := production.in_doubt(violation)
}

undecided contains result if {
	production.elsewhere != false
	some pipeline in resources.present.databricks_pipeline
	values.unknown(pipeline, "continuous")
	result := results.at(pipeline, "continuous", sprintf(
		"%s: whether it runs without end is not known yet; outside production continuous is false",
		[pipelines.label(pipeline)],
	))
}

checked contains address if {
	production.elsewhere != false
	some address, _ in resources.present.databricks_pipeline
}

_continuous contains result if {
	some pipeline in resources.present.databricks_pipeline
	pipeline.values.continuous == true
	result := results.at(pipeline, "continuous", sprintf(
		"%s runs without end; outside production continuous is false",
		[pipelines.label(pipeline)],
	))
}
