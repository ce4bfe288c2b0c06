# METADATA
# scope: package
# title: Production pipelines tell somebody when they fail
# description: |
#   Looks at the `notification` blocks of pipelines. Without one that has recipients and tells of a
#   failed update (`on-update-failure` or `on-update-fatal-failure`), old data shows only when
#   somebody wonders. A job that runs the pipeline and has notifications of its own is not recognised:
#   give the pipeline a waiver. Only pipelines of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ldp/notifications
#     description: Notifications of pipelines
# custom:
#   id: DBX-PIP-008
#   severity: low
#   sets: [production]
#   resource_types: [databricks_pipeline]
#   attributes: ["notification[].alerts", "notification[].email_recipients"]
#   remediation: Write a `notification` block with `on-update-failure` and recipients.
#   controls:
#     nist-800-53: [SI-4, CA-7]
#     cis-controls: ["8.11", "13.1"]
#     iso-27001: [A.8.16]
#     soc2: [CC7.2]
package policies.rules.pipelines.without_notification

import data.policies.lib.blocks
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
	some pipeline in _silent
	not _may_tell(pipeline)
	result := results.at(pipeline, "notification", sprintf(
		"%s tells nobody when an update fails; in production somebody is told",
		[pipelines.label(pipeline)],
	))
}

_doubts contains result if {
	some pipeline in _silent
	_may_tell(pipeline)
	result := results.at(pipeline, "notification", sprintf(
		"%s: whether anybody is told when an update fails is not known yet; in production somebody is told",
		[pipelines.label(pipeline)],
	))
}

_silent := [pipeline |
	some pipeline in resources.present.databricks_pipeline
	not _tells(pipeline)
]

_tells(pipeline) if {
	some block in pipeline.values.notification
	count(block.email_recipients) > 0
	some alert in block.alerts
	alert in _failures
}

_may_tell(pipeline) if {
	some block in blocks.inside(blocks.whole(pipeline), "notification")
	block.unknown != {}
	_may_be_about_failures(block)
}

_may_be_about_failures(block) if values.unknown(block, "alerts")

_may_be_about_failures(block) if true in block.unknown.alerts

_may_be_about_failures(block) if {
	some alert in block.values.alerts
	alert in _failures
}

_failures := {"on-update-failure", "on-update-fatal-failure"}
