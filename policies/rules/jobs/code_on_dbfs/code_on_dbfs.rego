# METADATA
# scope: package
# title: Libraries and scripts do not lie on DBFS
# description: |
#   Looks at the libraries of tasks, clusters, pipelines, cluster policies and `databricks_library`,
#   and at the Python files of tasks. Every user of a workspace can write the root of DBFS, and so
#   change the code that others run. Paths in volumes (`/Volumes/…`, also `dbfs:/Volumes/…`) and
#   workspace files are governed. Init scripts are DBX-CMP-009's.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dbfs/dbfs-root
#     description: What the root of DBFS is, and why nothing should lie there
# custom:
#   id: DBX-JOB-020
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_job, databricks_cluster, databricks_pipeline, databricks_library, databricks_cluster_policy]
#   attributes: ["task[].library[].jar", "task[].library[].whl", "task[].library[].egg", "task[].library[].requirements", "task[].spark_python_task[].python_file", "library[].jar", "library[].whl", "library[].egg", "library[].requirements", jar, whl, egg, requirements, "libraries[].jar", "libraries[].whl"]
#   remediation: Move the file to a volume of Unity Catalog or to a workspace folder that only deployments write.
#   controls:
#     sat: [GOV-25, DP-10]
#     nist-800-53: [SR-3, SI-7, CM-11, CM-3, SI-10]
#     cis-controls: ["2.5", "16.1"]
#     iso-27001: [A.8.19, A.5.21, A.8.9, A.8.28]
#     soc2: [CC6.8, CC8.1, PI1.2]
package policies.rules.jobs.code_on_dbfs

import data.policies.lib.jobs
import data.policies.lib.libraries
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some address, sources in jobs.code
	some source in sources
	_on_dbfs(source.text)
	job := resources.present.databricks_job[address]
	result := results.at(job, source.path, _found(jobs.task_label(job, source.task), source.text))
}

deny contains result if {
	some library in libraries.all
	some name in _names
	text := library.values[name]
	_on_dbfs(text)
	result := libraries.at(library, name, _found(libraries.label(library), text))
}

undecided contains result if {
	some address, sources in jobs.code
	some source in sources
	_is_hidden(source)
	job := resources.present.databricks_job[address]
	result := results.at(job, source.path, _not_known(jobs.task_label(job, source.task)))
}

undecided contains result if {
	some library in libraries.all
	some name in _names
	texts.hidden(library, name)
	result := libraries.at(library, name, _not_known(libraries.label(library)))
}

checked := {address | some address, _ in resources.present.databricks_job} | {library.resource.address | some library in libraries.all}

_names := ["jar", "whl", "egg", "requirements"]

_on_dbfs(text) if {
	some root in ["dbfs:/", "/dbfs/"]
	startswith(text, root)
	volumes := concat("", [root, "Volumes/"])
	not startswith(text, volumes)
}

_is_hidden(source) if {
	not source.text
} else if values.masked(source.text)

_found(label, text) := sprintf(
	`%s takes code from "%s", which every user can write; wanted is a volume or a workspace file`,
	[label, text],
)

_not_known(label) := sprintf("%s: where its code lies is not known yet; wanted is a volume or a workspace file", [label])
