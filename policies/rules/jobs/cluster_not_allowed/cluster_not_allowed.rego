# METADATA
# scope: package
# title: Jobs use only allowed all-purpose clusters
# description: |
#   Looks at the cluster of every task that names one, also of the task inside a for_each_task and
#   of jobs without `task` blocks. Where all-purpose clusters are accepted for jobs, the list says
#   which; DBX-JOB-010 accepts none in production and is then to be left out. With an empty list
#   there is nothing to compare with, and nothing is looked at. An id that is not known yet is
#   undecided.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/compute.html
#     description: Which compute jobs should have
# custom:
#   id: DBX-JOB-026
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: [existing_cluster_id, "task[].existing_cluster_id"]
#   remediation: Use one of the allowed clusters, or a job cluster.
#   controls:
#     nist-800-53: [CM-7]
#   parameters:
#     allowed_clusters:
#       description: Ids of all-purpose clusters that jobs may run on; with an empty list nothing is looked at.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.jobs.cluster_not_allowed

import data.policies.lib.jobs
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some task in _with_cluster
	cluster := texts.written(task.task, "existing_cluster_id")
	count({cluster} - _allowed) == 1
	result := results.at(task.job, jobs.attribute(task.task, "existing_cluster_id"), sprintf(
		`%s runs on the all-purpose cluster "%s"; allowed are %s`,
		[jobs.task_label(task.job, task.task), cluster, _listed],
	))
}

undecided contains result if {
	some task in _with_cluster
	texts.hidden(task.task, "existing_cluster_id")
	result := results.at(task.job, jobs.attribute(task.task, "existing_cluster_id"), sprintf(
		"%s: on which cluster it runs is not known yet; allowed are %s",
		[jobs.task_label(task.job, task.task), _listed],
	))
}

checked contains address if {
	some task in _with_cluster
	address := task.job.address
}

# Tasks that name a cluster, or may do so.
_with_cluster contains {"job": job, "task": task} if {
	count(_allowed) > 0
	some address, job in resources.present.databricks_job
	some task in jobs.tasks[address]
	not values.unset(task, "existing_cluster_id")
}

_allowed := {id | some id in parameters.of("DBX-JOB-026", "allowed_clusters")}

_listed := concat(", ", _allowed)
