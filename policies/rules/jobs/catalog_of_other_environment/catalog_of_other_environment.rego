# METADATA
# scope: package
# title: Production reads and writes production catalogs
# description: |
#   Looks at parameters whose name holds `catalog`, of notebook and wheel tasks and of jobs, at the
#   catalog of dbt tasks, and at the `catalog` of pipelines. In production a value that names another
#   environment, such as `sales_dev`, mixes untested data into what production decides on, or writes
#   production data where anyone can read it. Names that say no environment are not judged. Only
#   documents of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/mlops/mlops-workflow
#     description: One catalog for each environment
# custom:
#   id: DBX-JOB-021
#   severity: high
#   sets: [production, llmops]
#   resource_types: [databricks_job, databricks_pipeline]
#   attributes: ["task[].notebook_task[].base_parameters", "task[].python_wheel_task[].named_parameters", "task[].dbt_task[].catalog", "parameter[].name", "parameter[].default", catalog]
#   remediation: Take the catalog from the target, such as `catalog = var.catalog`.
#   controls:
#     nist-800-53: [CM-4(1), AC-4]
#     cis-controls: ["16.8"]
#     iso-27001: [A.8.31]
#     soc2: [CC8.1]
#   parameters:
#     other_environments_regex:
#       description: Catalogs of other environments have a name, in lower case, that matches; RE2 syntax.
#       default: (^|[^a-z])(dev|development|test|testing|tst|qa|uat|stg|stage|staging|sandbox|preprod)([^a-z]|$)
#       schema: {type: string, minLength: 1, format: regex}
package policies.rules.jobs.catalog_of_other_environment

import data.policies.lib.blocks
import data.policies.lib.jobs
import data.policies.lib.parameters
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some type in ["databricks_job", "databricks_pipeline"]
	some address, _ in resources.present[type]
}

_violations contains result if {
	some [resource, path, catalog] in _catalogs
	regex.match(parameters.of("DBX-JOB-021", "other_environments_regex"), lower(catalog))
	result := results.at(resource, path, sprintf(
		`%s of %s is "%s", a catalog of another environment; in production it is one of production`,
		[path, resource.address, catalog],
	))
}

_doubts contains result if {
	some [resource, path] in _hidden
	result := results.at(resource, path, sprintf(
		"Which catalog %s of %s names is not known yet; in production it is one of production",
		[path, resource.address],
	))
}

_doubts contains result if {
	some job in resources.present.databricks_job
	job.unknown == true
	result := results.at(job, "", sprintf(
		"Which catalogs %s names is not known yet; in production they are of production",
		[job.address],
	))
}

_catalogs contains [job, path, catalog] if {
	some address, tasks in jobs.tasks
	some task in tasks
	some kind, attribute in _maps
	some i, block in task.values[kind]
	some name, catalog in block[attribute]
	contains(lower(name), "catalog")
	job := resources.present.databricks_job[address]
	path := jobs.attribute(task, sprintf("%s[%d].%s.%s", [kind, i, attribute, name]))
}

_catalogs contains [job, path, catalog] if {
	some address, tasks in jobs.tasks
	some task in tasks
	some i, block in task.values.dbt_task
	catalog := block.catalog
	job := resources.present.databricks_job[address]
	path := jobs.attribute(task, sprintf("dbt_task[%d].catalog", [i]))
}

_catalogs contains [job, path, catalog] if {
	some job in resources.present.databricks_job
	some i, parameter in job.values.parameter
	contains(lower(parameter.name), "catalog")
	catalog := parameter["default"]
	path := sprintf("parameter[%d].default", [i])
}

_catalogs contains [pipeline, "catalog", catalog] if {
	some pipeline in resources.present.databricks_pipeline
	catalog := pipeline.values.catalog
}

_hidden contains [pipeline, "catalog"] if {
	some pipeline in resources.present.databricks_pipeline
	texts.hidden(pipeline, "catalog")
}

_hidden contains [job, path] if {
	some address, tasks in jobs.tasks
	some task in tasks
	task.unknown != {}
	some kind, attribute in _maps
	some block in blocks.inside(task, kind)
	block.unknown[attribute] != true
	some name, is_unknown in block.unknown[attribute]
	is_unknown == true
	contains(lower(name), "catalog")
	job := resources.present.databricks_job[address]
	path := sprintf("%s.%s", [blocks.attribute(block, attribute), name])
}

_hidden contains [job, path] if {
	some job in resources.present.databricks_job
	job.unknown.parameter
	some parameter in blocks.inside(blocks.whole(job), "parameter")
	values.unknown(parameter, "default")
	contains(lower(object.get(parameter.values, "name", "catalog")), "catalog")
	path := blocks.attribute(parameter, "default")
}

_maps := {"notebook_task": "base_parameters", "python_wheel_task": "named_parameters"}
