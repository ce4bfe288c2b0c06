# METADATA
# scope: package
# title: Production schedules are on, in a named time zone
# description: |
#   Looks at `schedule`, `trigger` and `continuous` of jobs. A paused one never starts, which nobody
#   notices until results are missing; a schedule without a time zone starts at an hour that nobody
#   meant. Only jobs of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/jobs/scheduled
#     description: Schedules of jobs
# custom:
#   id: DBX-JOB-022
#   severity: info
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: ["schedule[].pause_status", "schedule[].timezone_id", "trigger[].pause_status", "continuous[].pause_status"]
#   remediation: Set `pause_status` to UNPAUSED, and `timezone_id` to a name such as Europe/Berlin.
#   controls:
#     nist-800-53: [CP-2, SC-5]
#     iso-27001: [A.8.6, A.8.14]
#     soc2: [A1.1, A1.2]
package policies.rules.jobs.paused_schedule

import data.policies.lib.blocks
import data.policies.lib.jobs
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_job
}

_violations contains result if {
	some job in resources.present.databricks_job
	some name in _kinds
	some i, block in job.values[name]
	block.pause_status == "PAUSED"
	result := results.at(job, sprintf("%s[%d].pause_status", [name, i]), sprintf(
		"%s does not start by itself, since its %s is paused; in production it is on",
		[jobs.label(job), name],
	))
}

_violations contains result if {
	some job in resources.present.databricks_job
	some i, block in job.values.schedule
	block.timezone_id == ""
	result := results.at(job, sprintf("schedule[%d].timezone_id", [i]), sprintf(
		"%s has a schedule without time zone; in production it names one",
		[jobs.label(job)],
	))
}

_doubts contains result if {
	some job in resources.present.databricks_job
	some name in _kinds
	job.unknown[name]
	some block in blocks.inside(blocks.whole(job), name)
	values.unknown(block, "pause_status")
	result := results.at(job, blocks.attribute(block, "pause_status"), sprintf(
		"Whether the %s of %s is paused is not known yet; in production it is on",
		[name, jobs.in_sentence(job)],
	))
}

_doubts contains result if {
	some job in resources.present.databricks_job
	job.unknown == true
	result := results.at(job, "", sprintf("Whether %s starts by itself is not known yet; in production it does", [jobs.in_sentence(job)]))
}

_kinds := ["schedule", "trigger", "continuous"]
