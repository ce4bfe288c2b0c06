# METADATA
# scope: package
# title: Jobs have a timeout or a health rule
# description: |
#   Looks at whether anything ends a run that hangs, or tells of it: a timeout or a health rule, of
#   the job or of each of its tasks. A run without either holds its cluster, and its cost, until
#   somebody notices. For a task that is repeated by a for_each_task the timeout of either is
#   enough. Jobs that are meant to run without end (`continuous`) are not looked at; streaming jobs
#   that are not so marked need a health rule or a waiver.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/job
#     description: The resource
# custom:
#   id: DBX-JOB-012
#   severity: low
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: [timeout_seconds, health, "task[].timeout_seconds", "task[].health", continuous]
#   remediation: Set `timeout_seconds`, or a `health` rule on RUN_DURATION_SECONDS, on the job.
#   controls:
#     sat: [GOV-4]
#     dasf: [DASF 38]
#     nist-800-53: [CP-2, SC-5, CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.8.6, A.8.14, A.5.9]
#     soc2: [A1.1, A1.2]
package policies.rules.jobs.without_timeout

import data.policies.lib.blocks
import data.policies.lib.jobs
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some address, unbounded in _unbounded
	whole := _whole(_jobs[address])
	not _open(whole)
	count([task | some task in unbounded; _open(task)]) == 0
	result := results.at(_jobs[address], "timeout_seconds", sprintf(
		"%s has neither timeout_seconds nor a health rule, and %s; a run that hangs never ends",
		[jobs.label(_jobs[address]), _share(address)],
	))
}

undecided contains result if {
	some address, unbounded in _unbounded
	count([part | some part in array.concat([_whole(_jobs[address])], unbounded); _open(part)]) > 0
	result := results.at(_jobs[address], "timeout_seconds", sprintf(
		"Whether %s has a timeout or a health rule is not known yet",
		[jobs.in_sentence(_jobs[address])],
	))
}

checked contains address if some address, _ in _jobs

_jobs[address] := job if {
	some address, job in resources.present.databricks_job
	count(object.get(job.values, "continuous", [])) == 0
}

# The tasks that make a job unbounded: none where it has a limit of its own.
_unbounded[address] := tasks if {
	some address, job in _jobs
	not _bounded(job)
	tasks := [task | some task in jobs.tasks[address]; task.nested == false; not _bounded(task)]
	count(tasks) > 0
}

_bounded(part) if part.values.timeout_seconds > 0

_bounded(part) if count(part.values.health) > 0

_bounded(part) if {
	some loop in part.values.for_each_task
	some task in loop.task
	task.timeout_seconds > 0
}

_open(part) if {
	some name in ["timeout_seconds", "health", "for_each_task"]
	values.unknown(part, name)
}

_whole(job) := {"unknown": blocks.unknown(job)}

_share(address) := "neither have its tasks" if {
	count(_unbounded[address]) == count([task | some task in jobs.tasks[address]; task.nested == false])
} else := sprintf("%d of its tasks have neither", [count(_unbounded[address])])
