# METADATA
# scope: package
# title: Jobs of bundles are locked in the web interface
# description: |
#   Looks at `edit_mode` of jobs that a Databricks bundle deployed. What somebody changes in the web
#   interface is lost at the next deployment, and until then the job is not what was reviewed. Jobs
#   without a bundle are not looked at: there the attribute only hides buttons. Bundles in development
#   mode leave their jobs editable on purpose; they are not looked at where the target says that this
#   is no production.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dev-tools/bundles/deployment-modes
#     description: Development and production mode of bundles
# custom:
#   id: DBX-JOB-023
#   severity: low
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: [edit_mode, "deployment[].kind"]
#   remediation: Set `edit_mode` to UI_LOCKED, as bundles do by default.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.jobs.editable_in_web

import data.policies.lib.jobs
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in _of_bundles
}

_violations contains result if {
	some job in _of_bundles
	mode := texts.written(job, "edit_mode")
	mode != "UI_LOCKED"
	result := results.at(job, "edit_mode", sprintf(
		"%s was deployed by a bundle and can be edited in the web interface (edit_mode %s); in production it is UI_LOCKED",
		[jobs.label(job), _shown(mode)],
	))
}

_doubts contains result if {
	some job in _of_bundles
	texts.hidden(job, "edit_mode")
	result := results.at(job, "edit_mode", sprintf(
		"%s: whether it can be edited in the web interface is not known yet; in production it is UI_LOCKED",
		[jobs.label(job)],
	))
}

_of_bundles[address] := job if {
	some address, job in resources.present.databricks_job
	some deployment in job.values.deployment
	deployment.kind == "BUNDLE"
}

_shown("") := "not set"

_shown(mode) := mode if mode != ""
