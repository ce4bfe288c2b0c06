# METADATA
# scope: package
# title: Training jobs run one at a time
# description: |
#   Looks at `max_concurrent_runs` of jobs whose name matches. Two runs that train and deploy at once
#   race: the version that is validated is not the one that is deployed.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/jobs/advanced#maximum-concurrent-runs
#     description: Concurrent runs
# custom:
#   id: DBX-JOB-014
#   severity: low
#   sets: [llmops]
#   resource_types: [databricks_job]
#   attributes: [name, max_concurrent_runs]
#   remediation: Set `max_concurrent_runs = 1`, or leave it out.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
#   parameters:
#     job_name_regex:
#       description: Jobs that train or deploy models have a name that matches; RE2 syntax.
#       default: (?i)model[-_ ]training
#       schema: {type: string, minLength: 1, format: regex}
package policies.rules.jobs.concurrent_training

import data.policies.lib.jobs
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some address, training in _training
	training == true
	job := resources.present.databricks_job[address]
	job.values.max_concurrent_runs > 1
	result := _finding(job, "")
}

undecided contains result if {
	some address, training in _training
	training == "unknown"
	job := resources.present.databricks_job[address]
	job.values.max_concurrent_runs > 1
	result := _finding(job, "If this job trains models: ")
}

undecided contains result if {
	some address, _ in _training
	job := resources.present.databricks_job[address]
	values.unknown(job, "max_concurrent_runs")
	result := results.at(job, "max_concurrent_runs", sprintf(
		"How many runs of %s there may be at once is not known yet; a training job runs one at a time",
		[jobs.in_sentence(job)],
	))
}

checked contains address if some address, _ in _training

_finding(job, reservation) := results.at(job, "max_concurrent_runs", sprintf(
	"%s%s may have %v runs at once; a training job runs one at a time",
	[reservation, jobs.label(job), job.values.max_concurrent_runs],
))

# Jobs that train models, true, or may do so, "unknown".
_training := {address: is_training |
	some address, job in resources.present.databricks_job
	is_training := jobs.matches(job, parameters.of("DBX-JOB-014", "job_name_regex"))
	is_training != false
}
