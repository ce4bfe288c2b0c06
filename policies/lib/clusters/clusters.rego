# METADATA
# title: Clusters, wherever they are defined
# description: |
#   `all`              every cluster: `databricks_cluster`, the `new_cluster` blocks of jobs (of `job_cluster`,
#                      of tasks, also inside a for_each_task, and of jobs in the old format) and the
#                      `cluster` blocks of pipelines. See below for its form.
#   `full`             all but those of pipelines, whose runtime and access mode Databricks chooses.
#   `all_open`         those of them of which something is unknown or masked; the others need no look at
#   `full_open`        what may be hidden.
#   `addresses`, `full_addresses`  of the resources that they stand in.
#   `pools`, `pools_open`  instance pools in the same form, for what both have.
#   `label(cluster)`   begins a message: `Cluster "main" of job "nightly"`.
#   `at(cluster, name, message)`   a result about one of its attributes.
#   `by_policy(cluster, name)`     what the cluster policy sets where the cluster itself says nothing, by
#                      the name that it has there, such as `autoscale.max_workers`: {"value": …}, or
#                      {"unknown": true} where the document does not show the policy, or {}.
#   `policy_unseen(cluster)`       whether it follows a cluster policy that the document does not show.
#
#   A cluster is a block as of lib.blocks, with `resource`, which it stands in, and in a job `holder`, the
#   values of the block around it. Its `unknown` may be true.
package policies.lib.clusters

import data.policies.lib.blocks
import data.policies.lib.cluster_policies
import data.policies.lib.jobs
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values as known

all := array.concat(full, _of_pipelines)

full := array.concat(_standing, _of_jobs)

all_open := [cluster | some cluster in all; _is_open(cluster)]

full_open := [cluster | some cluster in full; _is_open(cluster)]

pools := [object.union(blocks.whole(pool), {"resource": pool}) |
	some pool in resources.present.databricks_instance_pool
]

pools_open := [pool | some pool in pools; _is_open(pool)]

addresses := {cluster.resource.address | some cluster in all}

full_addresses := {cluster.resource.address | some cluster in full}

at(cluster, name, message) := results.at(cluster.resource, blocks.attribute(cluster, name), message)

label(cluster) := sprintf(`Cluster "%s"`, [cluster.values.cluster_name]) if {
	cluster.resource.type == "databricks_cluster"
	cluster.values.cluster_name != ""
} else := sprintf(`Instance pool "%s"`, [cluster.values.instance_pool_name]) if {
	cluster.values.instance_pool_name != ""
} else := cluster.resource.address if {
	cluster.path == ""
} else := sprintf(`Cluster "%s" of %s`, [cluster.holder.job_cluster_key, jobs.in_sentence(cluster.resource)]) if {
	cluster.holder.job_cluster_key
} else := sprintf(`Cluster of task "%s" of %s`, [cluster.holder.task_key, jobs.in_sentence(cluster.resource)]) if {
	cluster.holder.task_key
} else := sprintf(`%s of pipeline "%s"`, [cluster.path, cluster.resource.values.name]) if {
	cluster.resource.type == "databricks_pipeline"
	cluster.resource.values.name != ""
} else := sprintf("%s of %s", [cluster.path, jobs.in_sentence(cluster.resource)])

by_policy(cluster, name) := {} if {
	known.unset(cluster, "policy_id")
} else := {"value": value} if {
	value := _settings(cluster)[name]
} else := {"unknown": true} if {
	policy_unseen(cluster)
} else := {}

policy_unseen(cluster) if {
	not known.unset(cluster, "policy_id")
	count(_policies(cluster)) == 0
}

_is_open(cluster) if cluster.unknown != {}

_is_open(cluster) if cluster.resource.secrets

_standing := [cluster |
	some resource in resources.present.databricks_cluster
	cluster := object.union(blocks.whole(resource), {"resource": resource})
]

# Nearly every job is known: its clusters are read without the function calls that the others need,
# which is what large plans are judged by.
_of_jobs := array.concat(
	[cluster |
		some address, listed in jobs.tasks
		job := resources.present.databricks_job[address]
		not _hides_clusters(job)
		some cluster in array.concat(
			[_cluster(job, holder, sprintf("job_cluster[%d].new_cluster[%d]", [i, j]), values) |
				some i, holder in job.values.job_cluster
				some j, values in holder.new_cluster
			],
			[_cluster(job, task.values, _path(path, j), values) |
				some path, task in listed
				some j, values in task.values.new_cluster
			],
		)
	],
	[cluster |
		some address, listed in jobs.tasks
		job := resources.present.databricks_job[address]
		_hides_clusters(job)
		some holder in array.concat(blocks.inside(blocks.whole(job), "job_cluster"), [task | some task in listed])
		some block in blocks.inside(holder, "new_cluster")
		cluster := object.union(block, {"resource": job, "holder": holder.values})
	],
)

_hides_clusters(job) if {
	some name in ["job_cluster", "new_cluster", "task"]
	job.unknown[name]
}

_hides_clusters(job) if job.unknown == true

_path(task, j) := sprintf("%s.new_cluster[%d]", [task, j]) if {
	task != ""
} else := sprintf("new_cluster[%d]", [j])

_cluster(resource, holder, path, values) := {
	"path": path, "values": values, "unknown": {},
	"resource": resource, "holder": holder,
}

_of_pipelines := [cluster |
	some pipeline in resources.present.databricks_pipeline
	some block in blocks.inside(blocks.whole(pipeline), "cluster")
	cluster := object.union(block, {"resource": pipeline})
]

# The cluster policies that the document shows: by id, or through a reference.
_policies(cluster) := {address |
	some address in cluster_policies.with_id(cluster.values.policy_id)
	not _partial[address]
} | {target |
	not cluster.values.policy_id
	some target in cluster.resource.links[blocks.attribute(cluster, "policy_id")]
	_rules[target]
	not _partial[target]
}

_settings(cluster) := {name: value |
	some address in _policies(cluster)
	some name, rule in _rules[address]
	value := _value(cluster, rule)
}

_value(_, rule) := rule.value if rule.type == "fixed"

_value(cluster, rule) := rule.defaultValue if cluster.values.apply_policy_default_values == true

# Functions ask these rules: in the embedded engine (regorus 0.13) a function does not find a rule of
# another package by its imported name once a rule of its own package has been used.
_rules := cluster_policies.rules

_partial := cluster_policies.partial
