# METADATA
# scope: package
# title: Code does not lie under /Shared
# description: |
#   Looks at where the notebooks, files and libraries of every task lie, also of the task inside a
#   for_each_task and of jobs without `task` blocks. Every user of the workspace can write to /Shared
#   unless somebody restricted it, and so change what the job runs. A path that is not known yet but
#   comes from a `databricks_notebook` or `databricks_workspace_file` lies where that does.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/workspace/workspace-objects
#     description: Folders of a workspace
# custom:
#   id: DBX-JOB-017
#   severity: high
#   sets: [strict]
#   resource_types: [databricks_job]
#   attributes: ["task[].notebook_task[].notebook_path", "task[].spark_python_task[].python_file", "task[].dbt_task[].project_directory", "task[].sql_task[].file[].path", "task[].library[].whl", "task[].library[].jar", "task[].library[].egg", "task[].library[].requirements"]
#   remediation: Deploy into a folder such as /Workspace/Applications/<project>, which only deployments write.
#   controls:
#     nist-800-53: [CM-3, CM-5, SI-7, SI-10]
#     cis-controls: ["4.1", "16.1"]
#     iso-27001: [A.8.9, A.8.32, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.jobs.code_under_shared

import data.policies.lib.folders
import data.policies.lib.jobs
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some address, sources in jobs.places
	some source in sources
	folders.shared(source.text)
	job := resources.present.databricks_job[address]
	result := results.at(job, source.path, sprintf(
		`%s takes its code from "%s", which every user can write; wanted is a folder that only deployments write`,
		[jobs.task_label(job, source.task), source.text],
	))
}

undecided contains result if {
	some address, sources in jobs.unplaced
	some source in sources
	job := resources.present.databricks_job[address]
	result := results.at(job, source.path, sprintf(
		"%s: where its code lies is not known yet; wanted is a folder that only deployments write",
		[jobs.task_label(job, source.task)],
	))
}

checked contains address if some address, _ in resources.present.databricks_job
