# METADATA
# scope: package
# title: Tasks of training jobs run only after success
# description: |
#   Looks at `run_if` of the tasks of jobs whose name matches. With anything but ALL_SUCCESS, which
#   is the default, a task runs although one that it depends on failed or was left out: a model that
#   failed its validation is deployed. Tasks that depend on nothing are not looked at, since
#   `run_if` does nothing there.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/run-if.html
#     description: What each run_if means
# custom:
#   id: DBX-JOB-027
#   severity: medium
#   sets: [llmops, production]
#   resource_types: [databricks_job]
#   attributes: [name, "task[].run_if", "task[].depends_on[].task_key"]
#   remediation: Leave out `run_if`, or set it to ALL_SUCCESS.
#   controls:
#     nist-800-53: [CM-3]
#   parameters:
#     job_name_regex:
#       description: Jobs that train or deploy models have a name that matches; RE2 syntax.
#       default: (?i)model[-_ ]training
#       schema: {type: string, minLength: 1, format: regex}
package policies.rules.jobs.runs_after_failure

import data.policies.lib.jobs
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some task in _dependent
	task.training == true
	task.waits == true
	result := _finding(task, "")
}

undecided contains result if {
	some task in _dependent
	"unknown" in {task.training, task.waits}
	result := _finding(task, "If this is a task of a training job that depends on others: ")
}

undecided contains result if {
	some address, training in _training
	training != false
	job := resources.present.databricks_job[address]
	some task in jobs.tasks[address]
	task.nested == false
	true in [task.unknown != {}, object.get(task.values, "run_if", "") != ""] # few tasks
	texts.hidden(task, "run_if")
	_waits(task) != false
	result := results.at(job, jobs.attribute(task, "run_if"), sprintf(
		"%s: run_if is not known yet; tasks of a training job run only after success (ALL_SUCCESS)",
		[jobs.task_label(job, task)],
	))
}

checked contains address if {
	some address, training in _training
	training != false
}

_dependent contains found if {
	some address, training in _training
	training != false
	job := resources.present.databricks_job[address]
	some task in jobs.tasks[address]
	task.nested == false
	task.values.run_if != "ALL_SUCCESS" # few tasks
	run_if := texts.written(task, "run_if")
	count({upper(run_if)} - {"", "ALL_SUCCESS"}) == 1
	_waits(task) != false
	found := {"job": job, "task": task, "run_if": run_if, "training": _training[address], "waits": _waits(task)}
}

_finding(found, reservation) := results.at(found.job, jobs.attribute(found.task, "run_if"), sprintf(
	"%s%s runs with run_if %s although what it depends on may have failed; tasks of a training job run only after success (ALL_SUCCESS)",
	[reservation, jobs.task_label(found.job, found.task), found.run_if],
))

_waits(task) := "unknown" if {
	values.unknown(task, "depends_on")
} else := false if {
	values.unset(task, "depends_on")
} else := true

_training := {address: is_training |
	pattern := parameters.of("DBX-JOB-027", "job_name_regex")
	some address, job in resources.present.databricks_job
	is_training := jobs.matches(job, pattern)
}
