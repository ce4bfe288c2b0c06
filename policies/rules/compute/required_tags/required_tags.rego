# METADATA
# scope: package
# title: Compute carries the required tags
# description: |
#   Looks at the tags of clusters, job clusters, clusters of pipelines, instance pools and SQL
#   warehouses. Costs are attributed by tags; what has none nobody pays for. Names of tags are
#   compared without regard to case. A job or pipeline hands its own tags on to its clusters, a
#   cluster policy that the document shows may set them; what a cluster gets from its instance pool is
#   not looked at, and clusters that take their nodes from a pool pass with the pool's tags missing
#   only on the pool.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/account-settings/usage-detail-tags
#     description: Tags, and how costs are attributed by them
# custom:
#   id: DBX-CMP-016
#   severity: low
#   sets: [cost]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline, databricks_instance_pool, databricks_sql_endpoint]
#   attributes: [custom_tags, "job_cluster[].new_cluster[].custom_tags", "task[].new_cluster[].custom_tags", "cluster[].custom_tags", tags, "tags[].custom_tags[].key"]
#   remediation: Add the tags, or let a cluster policy set them.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1", "3.2"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1, CC6.1]
#   parameters:
#     required_tags:
#       description: Names of the tags that all compute carries.
#       default: [CostCenter, Environment, Owner]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.compute.required_tags

import data.policies.lib.clusters
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values
import data.policies.lib.warehouses

deny contains result if {
	some [cluster, tags] in _lacking
	not clusters.policy_unseen(cluster)
	missing := _missing(tags | _by_policy(cluster))
	count(missing) > 0
	result := clusters.at(cluster, "custom_tags", sprintf("%s lacks the tags %s", [clusters.label(cluster), concat(", ", missing)]))
}

deny contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	not warehouse.unknown.tags
	missing := _missing({tag.key | some block in warehouse.values.tags; some tag in block.custom_tags})
	count(missing) > 0
	result := results.at(warehouse, "tags", sprintf("%s lacks the tags %s", [warehouses.label(warehouse), concat(", ", missing)]))
}

undecided contains result if {
	some [cluster, tags] in _lacking
	clusters.policy_unseen(cluster)
	missing := _missing(tags)
	result := clusters.at(cluster, "custom_tags", sprintf(
		"%s lacks the tags %s, unless its cluster policy, which is not in this document, sets them",
		[clusters.label(cluster), concat(", ", missing)],
	))
}

undecided contains result if {
	some cluster in array.concat(clusters.all_open, clusters.pools_open)
	_hidden(cluster)
	result := clusters.at(cluster, "custom_tags", sprintf(
		"%s: which tags it has is not known yet; wanted are %s",
		[clusters.label(cluster), concat(", ", _required)],
	))
}

undecided contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	warehouse.unknown.tags
	result := results.at(warehouse, "tags", sprintf(
		"Which tags this SQL warehouse has is not known yet; wanted are %s",
		[concat(", ", _required)],
	))
}

checked := {cluster.resource.address | some cluster in array.concat(clusters.all, clusters.pools)} | {address | some address, _ in resources.present.databricks_sql_endpoint}

# Clusters that lack tags themselves, with the names of those that they have.
_lacking := [[cluster, tags] |
	some cluster in array.concat(clusters.all, clusters.pools)
	not _hidden(cluster)
	tags := {name | some name, _ in cluster.values.custom_tags} | {name |
		cluster.resource.type in {"databricks_job", "databricks_pipeline"}
		some name, _ in cluster.resource.values.tags
	}
	count(_missing(tags)) > 0
]

_hidden(cluster) if values.unknown(cluster, "custom_tags")

_hidden(cluster) if {
	cluster.resource.type in {"databricks_job", "databricks_pipeline"}
	values.unknown(cluster.resource, "tags")
}

_by_policy(cluster) := {tag |
	some tag in _required
	clusters.by_policy(cluster, sprintf("custom_tags.%s", [tag])).value
}

_missing(tags) := {tag |
	names := {lower(name) | some name in tags}
	some tag in _required
	name := lower(tag)
	not name in names
}

_required := {tag | some tag in parameters.of("DBX-CMP-016", "required_tags")}
