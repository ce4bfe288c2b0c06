# METADATA
# title: Libraries, wherever they are installed
# description: |
#   `all`             every library block: of tasks, of clusters, of pipelines, of cluster policies, and each
#                     `databricks_library`. A block as of lib.blocks with `resource`, `label`, which begins
#                     messages, and `scope`: "task", "cluster", "pipeline" or "policy".
#   `packages`        their `pypi`, `maven` and `cran` blocks, with `kind` besides.
#   `at(block, name, message)`  a result about one attribute of either.
#   `pinned(text)`    whether a Python requirement names one version, file or address.
#   `pinned_maven(coordinates)` whether Maven coordinates do.
package policies.lib.libraries

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.jobs
import data.policies.lib.resources
import data.policies.lib.results

all := array.concat(array.concat(_of_tasks, _of_clusters), array.concat(_standing, array.concat(_of_pipelines, _of_policies)))

packages := [package_ |
	some library in all
	some kind in ["pypi", "maven", "cran"]
	some block in blocks.inside(library, kind)
	package_ := object.union(block, {
		"kind": kind,
		"resource": library.resource, "label": library.label, "scope": library.scope,
	})
]

at(block, name, message) := results.at(block.resource, blocks.attribute(block, name), message)

# A line of options or a comment is no package. What stands behind `;` says where it is installed.
pinned(text) if regex.match(
	`^\s*(-|#|$)|^\s*([a-z+]+:|\.{0,2}/)|@\s*[a-z+]+:|===?\s*[^\s*,;]+\s*$|\.whl\s*$`,
	regex.replace(text, `(;|\s#).*$`, ""),
)

pinned_maven(coordinates) if {
	parts := split(coordinates, ":")
	version := parts[count(parts) - 1]
	count(parts) > 2
	regex.match(`^[^\[(,]*[0-9][^\])+,]*$`, version)
}

# Hardly any task has one, which is quickest found out first.
_of_tasks := [library |
	some address, listed in jobs.tasks
	some task in listed
	true in [task.unknown != {}, object.get(task.values, "library", []) != []]
	job := resources.present.databricks_job[address]
	some block in blocks.inside(task, "library")
	library := object.union(block, {"resource": job, "label": jobs.task_label(job, task), "scope": "task"})
]

_of_clusters := [library |
	some cluster in clusters.full
	some block in blocks.inside(cluster, "library")
	library := object.union(block, {"resource": cluster.resource, "label": clusters.label(cluster), "scope": "cluster"})
]

_standing := [object.union(blocks.whole(resource), {"resource": resource, "label": resource.address, "scope": "cluster"}) |
	some resource in resources.present.databricks_library
]

_of_pipelines := [library |
	some resource in resources.present.databricks_pipeline
	some block in blocks.inside(blocks.whole(resource), "library")
	library := object.union(block, {"resource": resource, "label": resource.address, "scope": "pipeline"})
]

_of_policies := [library |
	some resource in resources.present.databricks_cluster_policy
	some block in blocks.inside(blocks.whole(resource), "libraries")
	library := object.union(block, {"resource": resource, "label": resource.address, "scope": "policy"})
]
