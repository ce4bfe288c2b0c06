# METADATA
# title: Libraries, wherever they are installed
# description: |
#   `all`             every library block: of tasks, of clusters, of pipelines, of cluster policies, and each
#                     `databricks_library`. A block as of lib.blocks with `resource`, `scope`: "task",
#                     "cluster", "pipeline" or "policy", and the `task` or `cluster` that it stands in.
#   `packages`        their `pypi`, `maven` and `cran` blocks, with `kind` besides.
#   `label(block)`    begins a message about either.
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

# Nearly every library is known: those are read without function calls.
packages := array.concat(
	[package_ |
		some library in all
		library.unknown == {}
		some kind in _kinds
		some i, values in library.values[kind]
		package_ := {
			"path": blocks.attribute(library, sprintf("%s[%d]", [kind, i])), "values": values, "unknown": {},
			"kind": kind, "library": library, "resource": library.resource, "scope": library.scope,
		}
	],
	[package_ |
		some library in all
		library.unknown != {}
		some kind in _kinds
		some block in blocks.inside(library, kind)
		package_ := object.union(block, {
			"kind": kind, "library": library, "resource": library.resource, "scope": library.scope,
		})
	],
)

_kinds := ["pypi", "maven", "cran"]

label(block) := _label(object.get(block, "library", block))

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

_label(library) := jobs.task_label(library.resource, library.task) if {
	library.task
} else := clusters.label(library.cluster) if {
	library.cluster
} else := library.resource.address

# Hardly any task has one, which is quickest found out first.
_of_tasks := [library |
	some address, listed in jobs.tasks
	some task in listed
	true in [task.unknown != {}, object.get(task.values, "library", []) != []]
	job := resources.present.databricks_job[address]
	some block in blocks.inside(task, "library")
	library := object.union(block, {"resource": job, "task": task, "scope": "task"})
]

_of_clusters := [library |
	some cluster in clusters.full
	true in [cluster.unknown != {}, object.get(cluster.values, "library", []) != []]
	some block in blocks.inside(cluster, "library")
	library := object.union(block, {"resource": cluster.resource, "cluster": cluster, "scope": "cluster"})
]

_standing := [object.union(blocks.whole(resource), {"resource": resource, "scope": "cluster"}) |
	some resource in resources.present.databricks_library
]

_of_pipelines := [library |
	some resource in resources.present.databricks_pipeline
	some block in blocks.inside(blocks.whole(resource), "library")
	library := object.union(block, {"resource": resource, "scope": "pipeline"})
]

_of_policies := [library |
	some resource in resources.present.databricks_cluster_policy
	some block in blocks.inside(blocks.whole(resource), "libraries")
	library := object.union(block, {"resource": resource, "scope": "policy"})
]
