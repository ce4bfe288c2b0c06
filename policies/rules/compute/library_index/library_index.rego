# METADATA
# scope: package
# title: Libraries come from an approved index
# description: |
#   Looks at `repo` of Python, Maven and R packages: of clusters, tasks, pipelines, cluster policies
#   and `databricks_library`. A package index that nobody approved can hand out any code under the
#   name of a known package, and over http anybody on the way can. Without `repo` packages come from
#   the index that the workspace is configured for. An index is allowed when its address begins with
#   one in `allowed_repos`.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/libraries/
#     description: Libraries, and where they are installed from
# custom:
#   id: DBX-CMP-022
#   severity: high
#   sets: [strict]
#   resource_types: [databricks_library, databricks_cluster, databricks_job, databricks_pipeline, databricks_cluster_policy]
#   attributes: ["library[].pypi[].repo", "task[].library[].pypi[].repo", "pypi[].repo", "libraries[].pypi[].repo", "library[].maven[].repo", "task[].library[].maven[].repo", "maven[].repo", "libraries[].maven[].repo", "library[].cran[].repo", "task[].library[].cran[].repo", "cran[].repo", "libraries[].cran[].repo"]
#   remediation: Remove `repo`, or use an index from `allowed_repos`.
#   controls:
#     sat: [INFO-38]
#     dasf: [DASF 53]
#     nist-800-53: [SR-3, SI-7, CM-11]
#     cis-controls: ["2.5"]
#     iso-27001: [A.8.19, A.5.21]
#     soc2: [CC6.8]
#   parameters:
#     allowed_repos:
#       description: Beginnings of addresses of package indexes, beside the workspace's own; those with http are never allowed.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.compute.library_index

import data.policies.lib.libraries
import data.policies.lib.parameters
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some package_ in libraries.packages
	repo := package_.values.repo
	repo != ""
	not values.masked(repo)
	count([allowed | some allowed in _allowed; startswith(repo, allowed)]) == 0
	result := libraries.at(package_, "repo", sprintf(
		"%s installs a library from %s; %s",
		[libraries.label(package_), repo, _wanted],
	))
}

undecided contains result if {
	some package_ in libraries.packages
	texts.hidden(package_, "repo")
	result := libraries.at(package_, "repo", sprintf("%s: from which index it installs a library is not known yet; %s", [libraries.label(package_), _wanted]))
}

checked := {package_.resource.address | some package_ in libraries.packages}

_allowed := [repo | some repo in parameters.of("DBX-CMP-022", "allowed_repos"); not startswith(repo, "http:")]

_wanted := "wanted is the index of the workspace" if {
	count(_allowed) == 0
} else := sprintf("allowed are the index of the workspace and %s", [concat(", ", _allowed)])
