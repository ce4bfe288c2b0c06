# METADATA
# scope: package
# title: Production jobs tell somebody when they fail
# description: |
#   Looks at whether a failed run sends a mail or calls a webhook: by a notification of the job, or
#   of each of its tasks. Without one, failed training or inference shows only when somebody wonders
#   about old results. A task that is there to send notifications itself is not recognised. Only
#   jobs of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/notifications.html
#     description: Notifications of jobs and tasks
# custom:
#   id: DBX-JOB-013
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: ["email_notifications[].on_failure", "webhook_notifications[].on_failure", "task[].email_notifications[].on_failure", "task[].webhook_notifications[].on_failure"]
#   remediation: Write `email_notifications` or `webhook_notifications` with `on_failure` on the job.
#   controls:
#     nist-800-53: [SI-4, CA-7]
#     cis-controls: ["8.11", "13.1"]
#     iso-27001: [A.8.16]
#     soc2: [CC7.2]
package policies.rules.jobs.without_failure_notification

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
	some address, silent in _silent
	count([part | some part in silent; _open(part)]) == 0
	job := resources.present.databricks_job[address]
	result := results.at(job, "email_notifications", sprintf(
		"%s has no on_failure notification, and %s; in production somebody is told when a job fails",
		[jobs.label(job), _share(address, silent)],
	))
}

_doubts contains result if {
	some address, silent in _silent
	count([part | some part in silent; _open(part)]) > 0
	job := resources.present.databricks_job[address]
	result := results.at(job, "email_notifications", sprintf(
		"Whether anybody is told when %s fails is not known yet",
		[jobs.in_sentence(job)],
	))
}

# The job and those of its tasks whose failure nobody is told about; nothing where somebody is.
_silent[address] := silent if {
	some address, job in resources.present.databricks_job
	whole := {"values": job.values, "unknown": blocks.unknown(job)}
	not _told(whole)
	tasks := [task | some task in jobs.tasks[address]; task.nested == false; not _told(task)]
	count(tasks) > 0
	silent := array.concat([whole], tasks)
}

_told(part) if {
	some side in [part.values, part.unknown]
	some name in _kinds
	side[name] != true
	some block in side[name]
	is_array(block.on_failure)
	count(block.on_failure) > 0
}

_open(part) if {
	some name in _kinds
	values.unknown(part, name)
}

_open(part) if {
	some name in _kinds
	part.unknown[name] != true
	some block in part.unknown[name]
	block.on_failure == true
}

_open(part) if {
	some name in _kinds
	is_array(part.unknown[name])
	true in part.unknown[name]
}

_kinds := ["email_notifications", "webhook_notifications"]

_share(address, silent) := "neither have its tasks" if {
	count(silent) - 1 == count([task | some task in jobs.tasks[address]; task.nested == false])
} else := sprintf("%d of its tasks have none either", [count(silent) - 1])
