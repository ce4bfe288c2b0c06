# METADATA
# scope: package
# title: Libraries of a bundle are pinned and lie where only deployments write
# description: |
#   Looks at the libraries of tasks (`library`) and the dependencies of environments in bundles. A
#   Python package without version (`pandas` instead of `pandas==2.2.3`) is another one tomorrow; a
#   wheel, jar or list of requirements on DBFS or under /Shared can be replaced by everyone in the
#   workspace, who then runs code as the job. Maven coordinates always have a version. What lies in a
#   person's folder is the subject of DBX-JOB-016.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/settings.html
#     description: The settings of a bundle
# custom:
#   id: DBX-BND-013
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: ["task[].library[].whl", "task[].library[].jar", "task[].library[].pypi[].package", "environment[].spec[].dependencies"]
#   remediation: Name an exact version, and let the bundle build and upload wheels of its own.
#   controls:
#     nist-800-53: [SR-3]
#     cis-controls: ["16.4"]
#     iso-27001: [A.5.21]
#     soc2: [CC6.8]
package policies.rules.bundles.unpinned_library

import data.policies.lib.bundles
import data.policies.lib.jobs
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some found in _packages
	text := found.text
	not _pinned(text)
	result := results.at(found.job, found.path, sprintf("The package %q has no exact version; wanted is such as %s==1.2.3", [found.text, _bare(found.text)]))
}

deny contains result if {
	some found in _files
	_open(found.text)
	result := results.at(found.job, found.path, sprintf("%q lies where everyone in the workspace can replace it; wanted is a folder that only deployments write to", [found.text]))
}

undecided contains result if {
	some found in _hidden
	result := results.at(found.job, found.path, "Where this library comes from is not known yet; wanted is an exact version, or a folder that only deployments write to")
}

checked contains address if {
	some found in ((_packages | _files) | _hidden)
	address := found.job.address
}

_tasks contains {"job": job, "task": task} if {
	bundles.managed == true
	some job in resources.present.databricks_job
	some task in jobs.tasks[job.address]
}

_packages contains {"job": job, "path": path, "text": text} if {
	some found in _tasks
	job := found.job
	some i, library in found.task.values.library
	some j, pypi in library.pypi
	text := pypi["package"]
	path := sprintf("%s.library[%d].pypi[%d].package", [found.task.path, i, j])
}

_packages contains dependency if {
	some dependency in _dependencies
	text := dependency.text
	not _is_file(text)
}

_files contains {"job": job, "path": path, "text": text} if {
	some found in _tasks
	job := found.job
	some i, library in found.task.values.library
	some name in ["whl", "jar", "egg", "requirements"]
	text := library[name]
	path := sprintf("%s.library[%d].%s", [found.task.path, i, name])
}

# No package looks like a path that everyone can write to.
_files contains dependency if some dependency in _dependencies

_dependencies contains {"job": job, "path": path, "text": text} if {
	bundles.managed == true
	some job in resources.present.databricks_job
	some i, environment in job.values.environment
	some j, spec in environment.spec
	some k, text in spec.dependencies
	path := sprintf("environment[%d].spec[%d].dependencies[%d]", [i, j, k])
}

_hidden contains {"job": job, "path": path} if {
	some found in _tasks
	job := found.job
	some i, library in found.task.unknown.library
	some name in ["whl", "jar", "egg", "requirements"]
	library[name] == true
	path := sprintf("%s.library[%d].%s", [found.task.path, i, name])
}

_is_file(text) if regex.match(`^(-r )?(/|\.|[a-z]+:/)|\.(whl|jar|egg|txt|zip|gz)$`, text)

_pinned(text) if regex.match(`===?[^=]|@ *[a-z+]+://|^-`, text)

_bare(text) := regex.replace(text, `[<>=!~;\[ ].*$`, "")

_open(text) if regex.match(`^(-r )?(/Workspace)?/Shared/|^(-r )?(dbfs:/|/dbfs/)`, text)

_open(text) if regex.match(`^(-r )?file:(/Workspace)?/Shared/`, text)
