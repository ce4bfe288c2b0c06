# METADATA
# scope: package
# title: Libraries of tasks are pinned to a version
# description: |
#   Looks at the Python and Maven packages of every task, also of the task inside a for_each_task, and
#   at the dependencies of the job's serverless environments. Without a version the next run installs
#   whatever is newest then, which nobody tested or reviewed. `==` with a full version pins, as does a
#   file or address; `>=`, `~=` and `==1.*` do not. Libraries of clusters are DBX-CMP-023's; R
#   packages cannot be pinned here, and what a requirements file holds cannot be seen.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/libraries/
#     description: Libraries, and where they are installed from
# custom:
#   id: DBX-JOB-019
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_job]
#   attributes: ["task[].library[].pypi[].package", "task[].library[].maven[].coordinates", "environment[].spec[].dependencies"]
#   remediation: Add the version, such as `langchain==0.1.5`.
#   controls:
#     sat: [INFO-38]
#     dasf: [DASF 53]
#     nist-800-53: [SR-3, SI-7, CM-11]
#     cis-controls: ["2.5"]
#     iso-27001: [A.8.19, A.5.21]
#     soc2: [CC6.8]
package policies.rules.jobs.library_not_pinned

import data.policies.lib.blocks
import data.policies.lib.jobs
import data.policies.lib.libraries
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some package_ in _of_tasks
	kind := package_.kind
	name := texts.written(package_, _attributes[kind])
	not _pinned(kind, name)
	result := libraries.at(package_, _attributes[package_.kind], sprintf(
		`%s installs the library "%s" in whatever version is newest; wanted is one version`,
		[libraries.label(package_), name],
	))
}

deny contains result if {
	some job in resources.present.databricks_job
	some i, environment in job.values.environment
	some j, spec in environment.spec
	some k, name in spec.dependencies
	not libraries.pinned(name)
	not values.masked(name)
	result := results.at(job, sprintf("environment[%d].spec[%d].dependencies[%d]", [i, j, k]), sprintf(
		`An environment of %s installs the library "%s" in whatever version is newest; wanted is one version`,
		[jobs.in_sentence(job), name],
	))
}

undecided contains result if {
	some package_ in _of_tasks
	texts.hidden(package_, _attributes[package_.kind])
	result := libraries.at(package_, _attributes[package_.kind], sprintf(
		"%s: which library it installs, and in which version, is not known yet; wanted is one version",
		[libraries.label(package_)],
	))
}

undecided contains result if {
	some job in resources.present.databricks_job
	job.unknown.environment
	some environment in blocks.inside(blocks.whole(job), "environment")
	some spec in blocks.inside(environment, "spec")
	_hides_dependencies(spec)
	result := results.at(job, blocks.attribute(spec, "dependencies"), sprintf(
		"Which libraries an environment of %s installs, and in which versions, is not known yet; wanted is one version of each",
		[jobs.in_sentence(job)],
	))
}

checked := {package_.resource.address | some package_ in _of_tasks} | {address |
	some address, job in resources.present.databricks_job
	not values.unset(job, "environment")
}

_hides_dependencies(spec) if values.unknown(spec, "dependencies")

_hides_dependencies(spec) if true in spec.unknown.dependencies

_of_tasks := [package_ |
	some package_ in libraries.packages
	package_.scope == "task"
	_attributes[package_.kind]
]

_attributes := {"pypi": "package", "maven": "coordinates"}

_pinned("pypi", name) if libraries.pinned(name)

_pinned("maven", name) if libraries.pinned_maven(name)
