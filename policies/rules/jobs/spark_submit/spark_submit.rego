# METADATA
# scope: package
# title: Tasks do not use spark-submit
# description: |
#   Looks at `spark_submit_task` of every task, also of the task inside a for_each_task and of jobs
#   without `task` blocks. Such a task runs on a cluster without Unity Catalog and takes its code from
#   DBFS or the web, and Databricks retires it.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/jobs/spark-submit
#     description: The spark-submit task, and its limits
# custom:
#   id: DBX-JOB-011
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_job]
#   attributes: [spark_submit_task, "task[].spark_submit_task"]
#   remediation: Use a Python wheel, Python script or JAR task.
#   controls:
#     nist-800-53: [CM-2, CM-6]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9]
#     soc2: [CC8.1]
package policies.rules.jobs.spark_submit

import data.policies.lib.jobs
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some address, tasks in jobs.tasks
	some task in tasks
	count(task.values.spark_submit_task) > 0
	job := resources.present.databricks_job[address]
	result := results.at(job, jobs.attribute(task, "spark_submit_task"), sprintf(
		"%s uses spark-submit; wanted is a Python wheel, Python script or JAR task",
		[jobs.task_label(job, task)],
	))
}

undecided contains result if {
	some address, tasks in jobs.tasks
	some task in tasks
	task.unknown != {}
	values.unknown(task, "spark_submit_task")
	job := resources.present.databricks_job[address]
	result := results.at(job, jobs.attribute(task, "spark_submit_task"), sprintf(
		"%s: whether it uses spark-submit is not known yet; wanted is a Python wheel, Python script or JAR task",
		[jobs.task_label(job, task)],
	))
}

checked contains address if some address, _ in resources.present.databricks_job
