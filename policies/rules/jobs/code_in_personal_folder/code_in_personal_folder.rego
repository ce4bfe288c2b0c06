# METADATA
# scope: package
# title: Production code does not lie in a personal folder
# description: |
#   Looks at where the notebooks, files and libraries of every task lie, also of the task inside a
#   for_each_task and of jobs without `task` blocks. What lies in the home or Git folder of a
#   person, that person can change after review and test, and it is gone when the account is
#   removed. The home of a service principal is no personal folder. A path that is not known yet but
#   comes from a `databricks_notebook` or `databricks_workspace_file` lies where that does.
#   Dependencies of serverless environments and init scripts are not looked at. Only jobs of a
#   production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/workspace/workspace-objects.html
#     description: Folders of a workspace
# custom:
#   id: DBX-JOB-016
#   severity: high
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: ["task[].notebook_task[].notebook_path", "task[].spark_python_task[].python_file", "task[].dbt_task[].project_directory", "task[].sql_task[].file[].path", "task[].library[].whl", "task[].library[].jar", "task[].library[].egg", "task[].library[].requirements"]
#   remediation: Deploy as a service principal into a folder such as /Workspace/Applications/<project>; in a bundle, set `root_path`.
#   controls:
#     nist-800-53: [CM-3, CM-5, AC-2, AC-5, IA-9]
#     cis-controls: ["4.1", "5.5"]
#     iso-27001: [A.8.9, A.8.32, A.5.16, A.8.2]
#     soc2: [CC8.1, CC6.1, CC6.3]
package policies.rules.jobs.code_in_personal_folder

import data.policies.lib.folders
import data.policies.lib.jobs
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_job
}

_violations contains result if {
	some address, sources in jobs.places
	some source in sources
	contains(source.text, "@") # as hardly any other path does
	person := folders.owner(source.text)
	job := resources.present.databricks_job[address]
	result := results.at(job, source.path, sprintf(
		`%s takes its code from "%s", a folder of the person %s; in production code lies where only deployments write`,
		[jobs.task_label(job, source.task), source.text, person],
	))
}

_doubts contains result if {
	some address, sources in jobs.unplaced
	some source in sources
	job := resources.present.databricks_job[address]
	result := results.at(job, source.path, sprintf(
		"%s: where its code lies is not known yet; in production code lies where only deployments write",
		[jobs.task_label(job, source.task)],
	))
}
