# METADATA
# scope: package
# title: Parameters of jobs hold no secrets in clear
# description: |
#   Looks at the parameters of tasks and jobs. They are no sensitive attribute: a literal shows in
#   plan, state, and in every run of the job to everyone who may see it. A value counts as a secret
#   that has the form of a credential, or whose name says so, such as `api_token`; names such as
#   `secret_scope` do not. Values that only Terraform calls sensitive are undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/secrets/
#     description: Databricks secrets
# custom:
#   id: DBX-JOB-015
#   severity: critical
#   sets: [strict, llmops, production]
#   resource_types: [databricks_job]
#   attributes: ["task[].notebook_task[].base_parameters", "task[].python_wheel_task[].named_parameters", "task[].python_wheel_task[].parameters", "task[].spark_python_task[].parameters", "task[].spark_jar_task[].parameters", "task[].run_job_task[].job_parameters", "task[].sql_task[].parameters", "parameter[].name", "parameter[].default"]
#   remediation: Remove the secret from the parameters, read it in the code with `dbutils.secrets`, and rotate it.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.jobs.secret_in_parameters

import data.policies.lib.blocks
import data.policies.lib.jobs
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.secrets
import data.policies.lib.values

deny contains result if {
	some secret in _in_tasks
	secret.certain
	result := results.at(secret.resource, secret.path, secret.message)
}

deny contains result if {
	some [job, parameter, path] in _of_job
	_is_secret(job, parameter, path)
	result := results.at(job, path, _message("%s of %s holds a secret in clear, the parameter %s", [path, job.address, parameter.name]))
}

undecided contains result if {
	some secret in _in_tasks
	secret.certain == false
	result := results.at(secret.resource, secret.path, secret.message)
}

undecided contains result if {
	some [job, parameter, path] in _of_job
	job.secrets[path]
	not _is_secret(job, parameter, path)
	result := results.at(job, path, _message("%s of %s holds what is sensitive, maybe a secret in clear", [path, job.address]))
}

undecided contains result if {
	some address, tasks in jobs.tasks
	some task in tasks
	task.unknown != {}
	job := resources.present.databricks_job[address]
	some kind, name in _maps
	some block in blocks.inside(task, kind)
	some path in secrets.unclear(job, block, name)
	result := results.at(job, path, _message("Whether %s of %s holds a secret in clear is not known yet", [path, job.address]))
}

undecided contains result if {
	some job in resources.present.databricks_job
	job.unknown.parameter
	some parameter in blocks.inside(blocks.whole(job), "parameter")
	values.unknown(parameter, "default")
	secrets.named(object.get(parameter.values, "name", "token"))
	path := blocks.attribute(parameter, "default")
	result := results.at(job, path, _message("Whether %s of %s holds a secret in clear is not known yet", [path, job.address]))
}

checked contains address if some address, _ in resources.present.databricks_job

_in_tasks := [secret |
	some attribute in ["base_parameters", "named_parameters", "job_parameters", "parameters"]
	some secret in secrets.literals[attribute]
	secret.resource.type == "databricks_job"
]

_of_job := [[job, parameter, path] |
	some job in resources.present.databricks_job
	some i, parameter in job.values.parameter
	path := sprintf("parameter[%d].default", [i])
]

_is_secret(job, _, path) if secrets.form(job.secrets[path]) != ""

_is_secret(_, parameter, _) if {
	secrets.named(parameter.name)
	secrets.in_clear(parameter["default"])
}

_maps := {
	"notebook_task": "base_parameters",
	"python_wheel_task": "named_parameters",
	"run_job_task": "job_parameters",
	"sql_task": "parameters",
}

_message(text, arguments) := sprintf("%s; read it in the code with dbutils.secrets", [sprintf(text, arguments)])
