# METADATA
# scope: package
# title: Validation decides in production
# description: |
#   Looks at the parameter `run_mode` of notebook tasks and at the job's own, as the MLOps stack of
#   Databricks has it. With `dry_run` validation runs and its result changes nothing, with `disabled`
#   it does not run at all: a model that fails is deployed. Only jobs of a production target are
#   looked at.
# related_resources:
#   - ref: https://github.com/databricks/mlops-stacks
#     description: Validation of the MLOps stack
# custom:
#   id: DBX-JOB-009
#   severity: medium
#   sets: [llmops, production]
#   resource_types: [databricks_job]
#   attributes: ["task[].notebook_task[].base_parameters", "parameter[].name", "parameter[].default"]
#   remediation: Set `run_mode` to enabled.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.jobs.validation_in_dry_run

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
	some address, tasks in jobs.tasks
	some task in tasks
	some i, notebook in task.values.notebook_task
	mode := notebook.base_parameters.run_mode
	_is_off[lower(mode)]
	job := resources.present.databricks_job[address]
	result := results.at(
		job, jobs.attribute(task, sprintf("notebook_task[%d].base_parameters.run_mode", [i])),
		_message(jobs.task_label(job, task), mode),
	)
}

_violations contains result if {
	some job in resources.present.databricks_job
	some i, parameter in job.values.parameter
	parameter.name == "run_mode"
	_is_off[lower(parameter["default"])]
	result := results.at(job, sprintf("parameter[%d].default", [i]), _message(jobs.label(job), parameter["default"]))
}

_doubts contains result if {
	some address, tasks in jobs.tasks
	some task in tasks
	task.unknown != {}
	some notebook in blocks.inside(task, "notebook_task")
	_hides_mode(notebook)
	job := resources.present.databricks_job[address]
	result := results.at(
		job, blocks.attribute(notebook, "base_parameters"),
		_not_known(jobs.task_label(job, task)),
	)
}

_doubts contains result if {
	some job in resources.present.databricks_job
	job.unknown.parameter
	some parameter in blocks.inside(blocks.whole(job), "parameter")
	object.get(parameter.values, "name", "run_mode") == "run_mode"
	values.unknown(parameter, "default")
	result := results.at(job, blocks.attribute(parameter, "default"), _not_known(jobs.label(job)))
}

_hides_mode(notebook) if values.unknown(notebook, "base_parameters")

_hides_mode(notebook) if notebook.unknown.base_parameters.run_mode

_is_off := {"dry_run": true, "disabled": true}

_message(label, mode) := sprintf("%s has run_mode %s, so a model that fails its validation is deployed; in production it is enabled", [label, mode])

_not_known(label) := sprintf("%s: its run_mode is not known yet; in production it is enabled", [label])
