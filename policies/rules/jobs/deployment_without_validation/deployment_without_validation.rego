# METADATA
# scope: package
# title: Deployment tasks wait for validation
# description: |
#   Looks at the tasks of jobs whose name matches. A task that deploys has a task that validates
#   somewhere before it, and runs only when that succeeded: with `run_if` ALL_DONE, ALL_FAILED or
#   AT_LEAST_ONE_FAILED it runs although validation failed. Which tasks deploy and which validate is
#   told by their keys.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/mlops/mlops-workflow
#     description: Training, validation and deployment of a model
# custom:
#   id: DBX-JOB-008
#   severity: high
#   sets: [llmops]
#   resource_types: [databricks_job]
#   attributes: [name, "task[].task_key", "task[].depends_on[].task_key", "task[].run_if"]
#   remediation: Let the deployment task depend on the validation task, with `run_if` ALL_SUCCESS.
#   controls:
#     nist-800-53: [CM-3, CM-5, SI-7, SI-10]
#     cis-controls: ["4.1", "16.1"]
#     iso-27001: [A.8.9, A.8.32, A.8.28]
#     soc2: [CC8.1, PI1.2]
#   parameters:
#     job_name_regex:
#       description: Jobs that train or deploy models have a name that matches; RE2 syntax.
#       default: (?i)model[-_ ]training
#       schema: {type: string, minLength: 1, format: regex}
#     deployment_regex:
#       description: Keys of tasks that deploy a model; RE2 syntax.
#       default: (?i)deploy|promot
#       schema: {type: string, minLength: 1, format: regex}
#     validation_regex:
#       description: Keys of tasks that validate a model; RE2 syntax.
#       default: (?i)valid|evaluat|test
#       schema: {type: string, minLength: 1, format: regex}
package policies.rules.jobs.deployment_without_validation

import data.policies.lib.jobs
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.sequences
import data.policies.lib.texts

deny contains result if {
	some found in _ungated
	found.training == true
	result := found.result
}

undecided contains result if {
	some found in _ungated
	found.training == "unknown"
	result := object.union(found.result, {"message": sprintf("If this job trains models: %s", [found.result.message])})
}

undecided contains result if {
	some address, _ in _training
	count(jobs.vague[address]) > 0
	deployed := {task.key | some task in _deployments(address)}
	count([key | some key in deployed; not _is_validated(address, key)]) > 0
	result := _order_not_known(address)
}

# It may deploy.
undecided contains result if {
	some address, _ in _training
	some task in jobs.tasks[address]
	task.nested == false
	texts.hidden(task, "task_key")
	result := _order_not_known(address)
}

undecided contains result if {
	some address, _ in _training
	some task in _deployments(address)
	texts.hidden(task, "run_if")
	job := resources.present.databricks_job[address]
	result := results.at(job, jobs.attribute(task, "run_if"), sprintf(
		"%s: run_if is not known yet; a deployment runs only after validation succeeded",
		[jobs.task_label(job, task)],
	))
}

checked contains address if some address, _ in _training

# Each {training, result}.
_ungated contains found if {
	some address, training in _training
	count(jobs.vague[address]) == 0
	some task in _deployments(address)
	key := task.key
	not _is_validated(address, key)
	job := resources.present.databricks_job[address]
	found := {"training": training, "result": results.at(job, jobs.attribute(task, "depends_on"), sprintf(
		"%s deploys without a validation task before it; wanted is one",
		[jobs.task_label(job, task)],
	))}
}

_ungated contains found if {
	some address, training in _training
	some task in _deployments(address)
	upper(task.values.run_if) in {"ALL_DONE", "ALL_FAILED", "AT_LEAST_ONE_FAILED"}
	job := resources.present.databricks_job[address]
	found := {"training": training, "result": results.at(job, jobs.attribute(task, "run_if"), sprintf(
		"%s deploys although validation may have failed (run_if %s); wanted is ALL_SUCCESS",
		[jobs.task_label(job, task), task.values.run_if],
	))}
}

_order_not_known(address) := results.at(job, "task", sprintf(
	"Which tasks of %s come before which is not known yet; a deployment waits for validation",
	[jobs.in_sentence(job)],
)) if {
	job := resources.present.databricks_job[address]
}

# Jobs that train models, true, or may do so, "unknown".
_training := {address: is_training |
	some address, job in resources.present.databricks_job
	is_training := jobs.matches(job, parameters.of("DBX-JOB-008", "job_name_regex"))
	is_training != false
}

_deployments(address) := [task |
	some task in jobs.tasks[address]
	task.nested == false
	regex.match(parameters.of("DBX-JOB-008", "deployment_regex"), task.key)
]

_is_validated(address, key) if {
	some earlier in sequences.earlier(jobs.before[address], key)
	regex.match(parameters.of("DBX-JOB-008", "validation_regex"), earlier)
}
