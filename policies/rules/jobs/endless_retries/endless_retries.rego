# METADATA
# scope: package
# title: Production tasks are not retried without end
# description: |
#   Looks at `max_retries` of every task, also of the task inside a for_each_task and of jobs
#   without `task` blocks. With -1 a task that fails for good starts again and again, each time with
#   a cluster. Jobs that are meant to run without end (`continuous`) are not looked at. For a
#   streaming job that is not so marked Databricks advises just this: give it a waiver, or make it
#   continuous. Only jobs of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/configure-task.html
#     description: How tasks of a job are configured
# custom:
#   id: DBX-JOB-024
#   severity: low
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: [max_retries, "task[].max_retries", continuous]
#   remediation: Set `max_retries` to a small number.
#   controls:
#     nist-800-53: [CP-2, SC-5, CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.8.6, A.8.14, A.5.9]
#     soc2: [A1.1, A1.2]
package policies.rules.jobs.endless_retries

import data.policies.lib.jobs
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in _jobs
}

_violations contains result if {
	some address, tasks in jobs.tasks
	some task in tasks
	task.values.max_retries < 0
	job := _jobs[address]
	result := results.at(job, jobs.attribute(task, "max_retries"), sprintf(
		"%s is retried without end (max_retries = %v); in production a small number is enough",
		[jobs.task_label(job, task), task.values.max_retries],
	))
}

_doubts contains result if {
	some address, tasks in jobs.tasks
	some task in tasks
	task.unknown != {}
	values.unknown(task, "max_retries")
	job := _jobs[address]
	result := results.at(job, jobs.attribute(task, "max_retries"), sprintf(
		"%s: how often it is retried is not known yet; in production a small number is enough",
		[jobs.task_label(job, task)],
	))
}

_jobs := {address: job |
	some address, job in resources.present.databricks_job
	object.get(job.values, "continuous", []) == []
}
