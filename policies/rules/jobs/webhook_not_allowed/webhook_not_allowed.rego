# METADATA
# scope: package
# title: Webhooks of jobs call allowed destinations
# description: |
#   Looks at the `webhook_notifications` of jobs and tasks, also of the task inside a for_each_task.
#   What a webhook tells leaves the workspace: names of jobs, workspaces and who started a run. A
#   destination is allowed by its id, or by the display name of the
#   `databricks_notification_destination` that the same configuration makes. With an empty list there
#   is nothing to compare with, and nothing is looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/jobs/notifications
#     description: Notifications of jobs and tasks
# custom:
#   id: DBX-JOB-025
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_job]
#   attributes: ["webhook_notifications[].on_failure[].id", "webhook_notifications[].on_success[].id", "webhook_notifications[].on_start[].id", "task[].webhook_notifications[].on_failure[].id"]
#   remediation: Use one of the allowed destinations.
#   controls:
#     nist-800-53: [AC-4]
#   parameters:
#     allowed_destinations:
#       description: Ids, or display names, of notification destinations that jobs may call; with an empty list nothing is looked at.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.jobs.webhook_not_allowed

import data.policies.lib.blocks
import data.policies.lib.jobs
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some hook in _hooks
	names := _names(hook)
	count(names) > 0
	count(names & _allowed) == 0
	result := results.at(hook.job, hook.path, sprintf(
		`%s calls the webhook "%s"; allowed are %s`,
		[hook.label, concat(", ", names), concat(", ", _allowed)],
	))
}

undecided contains result if {
	some hook in _hooks
	count(_names(hook)) == 0
	result := results.at(hook.job, hook.path, sprintf(
		"%s: which webhook it calls is not known yet; allowed are %s",
		[hook.label, concat(", ", _allowed)],
	))
}

checked contains address if {
	count(_allowed) > 0
	some address, _ in resources.present.databricks_job
}

# Each {job, label, path, block}.
_hooks := [hook |
	count(_allowed) > 0
	some address, tasks in jobs.tasks
	job := resources.present.databricks_job[address]
	some holder in array.concat([{"block": blocks.whole(job), "label": jobs.label(job)}], [{"block": task, "label": jobs.task_label(job, task)} |
		some task in tasks
	])
	some notifications in blocks.inside(holder.block, "webhook_notifications")
	some name in _events
	some block in blocks.inside(notifications, name)
	hook := {"job": job, "label": holder.label, "path": blocks.attribute(block, "id"), "block": block}
]

_events := [
	"on_start", "on_success", "on_failure", "on_duration_warning_threshold_exceeded",
	"on_streaming_backlog_exceeded", "on_maintenance_start", "on_maintenance_complete",
]

# What a destination is known by: the id, or the name of what the plan makes.
_names(hook) := {id} if {
	id := texts.written(hook.block, "id")
} else := {name |
	some target in hook.job.links[hook.path]
	name := texts.written(input.resources.databricks_notification_destination[target], "display_name")
}

_allowed := {destination | some destination in parameters.of("DBX-JOB-025", "allowed_destinations")}
