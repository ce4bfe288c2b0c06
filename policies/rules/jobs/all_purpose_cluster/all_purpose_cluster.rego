# METADATA
# scope: package
# title: Production jobs do not run on all-purpose clusters
# description: |
#   Looks at the cluster of every task, also of the task inside a for_each_task and of jobs without
#   `task` blocks. An all-purpose cluster is shared: people install libraries on it and change its
#   settings while jobs run there, it costs more, and what one job leaves in memory or on disk the
#   next can read. An id that is not known yet but comes from a `databricks_cluster` of the same
#   configuration is one. Only jobs of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/compute.html
#     description: Which compute jobs should have
# custom:
#   id: DBX-JOB-010
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: [existing_cluster_id, "task[].existing_cluster_id"]
#   remediation: Declare a `job_cluster` and refer to it by `job_cluster_key`, or leave the cluster out to run serverless.
#   controls:
#     nist-800-53: [AC-4, SC-39, SC-2, CM-8, AU-6]
#     cis-controls: ["3.12", "1.1"]
#     iso-27001: [A.8.22, A.8.3, A.5.9, A.8.6]
#     soc2: [CC6.1, A1.1]
package policies.rules.jobs.all_purpose_cluster

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
	some address, tasks in jobs.tasks
	some task in tasks
	true in [task.unknown != {}, object.get(task.values, "existing_cluster_id", "") != ""] # few tasks
	job := resources.present.databricks_job[address]
	cluster := _cluster(job, task)
	cluster != ""
	result := results.at(job, jobs.attribute(task, "existing_cluster_id"), sprintf(
		`%s runs on the all-purpose cluster %s; in production it runs on a job cluster of its own or serverless`,
		[jobs.task_label(job, task), cluster],
	))
}

_doubts contains result if {
	some address, tasks in jobs.tasks
	some task in tasks
	task.unknown != {}
	values.unknown(task, "existing_cluster_id")
	job := resources.present.databricks_job[address]
	count({cluster | cluster := _cluster(job, task)}) == 0
	result := results.at(job, jobs.attribute(task, "existing_cluster_id"), sprintf(
		"%s: whether it runs on an all-purpose cluster is not known yet; in production it runs on a job cluster of its own or serverless",
		[jobs.task_label(job, task)],
	))
}

# A mask shows that there is one, which is enough.
_cluster(_, task) := task.values.existing_cluster_id

# A link alone does not: in `condition ? databricks_cluster.shared.id : null` it is there without a value.
_cluster(job, task) := min(linked) if {
	values.unknown(task, "existing_cluster_id")
	linked := {target |
		some target in job.links[jobs.attribute(task, "existing_cluster_id")]
		input.resources.databricks_cluster[target]
	}
}
