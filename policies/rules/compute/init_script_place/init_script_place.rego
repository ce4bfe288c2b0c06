# METADATA
# scope: package
# title: Init scripts lie where only deployments write
# description: |
#   Looks at the `init_scripts` of clusters, job clusters and clusters of pipelines. They run as root
#   on every node, so who can write the script owns the cluster and the credentials on it. DBFS is
#   writable for every user of the workspace, a bucket for whoever the cloud lets in, the home or Git
#   folder of a person for that person. Volumes of Unity Catalog and other workspace files are
#   governed; buckets pass where a prefix of `allowed_prefixes` names them. Scripts inside a container
#   image (`file`) are not looked at, nor who may write a volume.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/init-scripts/
#     description: Init scripts and where they may lie
# custom:
#   id: DBX-CMP-009
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline]
#   attributes: [init_scripts, "job_cluster[].new_cluster[].init_scripts", "task[].new_cluster[].init_scripts", "cluster[].init_scripts"]
#   remediation: Store the script in a volume of Unity Catalog or as a workspace file that only deployments write.
#   controls:
#     sat: [GOV-25]
#     nist-800-53: [SR-3, SI-7, CM-11, CM-3, SI-10]
#     cis-controls: ["2.5", "16.1"]
#     iso-27001: [A.8.19, A.5.21, A.8.9, A.8.28]
#     soc2: [CC6.8, CC8.1, PI1.2]
#   parameters:
#     allowed_prefixes:
#       description: Beginnings of destinations in buckets and containers where only deployments write.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.compute.init_script_place

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.folders
import data.policies.lib.parameters
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some script in _scripts
	reason := _reason(script)
	result := _result(script, sprintf(
		"%s runs %s %s; it lies in a volume, or in a workspace folder where only deployments write",
		[clusters.label(script.cluster), _name(script), reason],
	))
}

undecided contains result if {
	some script in _hidden
	result := _result(script, sprintf(
		"%s: where its init script lies is not known yet; it lies in a volume, or in a workspace folder where only deployments write",
		[clusters.label(script.cluster)],
	))
}

checked := clusters.addresses

# Each {cluster, kind, path, destination}.
_scripts := [script |
	some cluster in clusters.all
	some i, block in cluster.values.init_scripts
	some kind, places in block
	some j, place in places
	destination := object.get(place, "destination", "")
	path := sprintf("init_scripts[%d].%s[%d].destination", [i, kind, j])
	script := {"cluster": cluster, "kind": kind, "path": path, "destination": destination}
]

# What is not known of a script matters only where its place may be a good one.
_hidden := [script |
	some cluster in clusters.all_open
	some block in blocks.inside(_placeless(cluster), "init_scripts")
	some kind in ["abfss", "gcs", "s3", "workspace"]
	some place in blocks.inside(block, kind)
	texts.hidden(place, "destination")
	script := {"cluster": cluster, "path": blocks.attribute(place, "destination")}
]

_placeless(cluster) := object.union(cluster, {"path": ""})

_result(script, message) := clusters.at(script.cluster, script.path, message)

_reason(script) := "on DBFS, which every user can write" if {
	script.kind == "dbfs"
} else := "in a bucket that is not allowed" if {
	script.kind in {"abfss", "gcs", "s3"}
	_clear(script)
	count([prefix | some prefix in _allowed; startswith(script.destination, prefix)]) == 0
} else := sprintf("in a folder of the person %s", [person]) if {
	script.kind == "workspace"
	person := folders.owner(script.destination)
}

_clear(script) if {
	destination := script.destination
	destination != "" # not known yet
	not values.masked(destination)
}

_name(script) := sprintf(`the init script "%s"`, [script.destination]) if {
	script.destination != ""
} else := "an init script"

_allowed := parameters.of("DBX-CMP-009", "allowed_prefixes")
