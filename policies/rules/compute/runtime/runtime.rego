# METADATA
# scope: package
# title: Clusters run a supported Databricks Runtime
# description: |
#   Looks at `spark_version` of clusters and job clusters, and at the versions that instance pools
#   preload. A version whose support has ended gets no security fixes. In production the version has
#   long-term support (LTS) as well: others are supported for half a year. A version that is newer
#   than the table of versions, or none at all such as a custom image, is undecided; `auto:latest-lts`
#   passes.
#
#   What today is, the table or the plan says, whichever is later, so that a verdict stays the same.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/release-notes/runtime/
#     description: Versions of Databricks Runtime, and when support for each ends
# custom:
#   id: DBX-CMP-004
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job, databricks_instance_pool]
#   attributes: [spark_version, "job_cluster[].new_cluster[].spark_version", "task[].new_cluster[].spark_version", preloaded_spark_versions]
#   remediation: Upgrade `spark_version` to the newest version with long-term support.
#   controls:
#     sat: [GOV-5]
#     dasf: [DASF 38]
#     nist-800-53: [SI-2, SA-22]
#     cis-controls: ["2.2", "7.3"]
#     iso-27001: [A.8.8]
#     soc2: [CC7.1]
package policies.rules.compute.runtime

import data.policies.lib.clusters
import data.policies.lib.production
import data.policies.lib.runtimes
import data.policies.lib.texts

deny := _ended | production.denied(_without_lts)

undecided := production.undecided(_without_lts, set()) | _doubts

checked := {used.cluster.resource.address | some used in _used} | {cluster.resource.address | some cluster in _hidden}

_ended contains result if {
	some used in _used
	_states[used.text] == "ended"
	result := _result(used, "whose support has ended")
}

_without_lts contains result if {
	some used in _used
	_states[used.text] == "short"
	result := _result(used, "which has no long-term support")
}

_doubts contains result if {
	some used in _used
	_states[used.text] == "strange"
	result := _result(used, "of which nothing says whether it is supported")
}

_doubts contains result if {
	some cluster in _hidden
	result := clusters.at(cluster, "spark_version", sprintf(
		"%s: which Databricks Runtime it runs is not known yet; wanted is one of %s",
		[clusters.label(cluster), _wanted],
	))
}

# Each {cluster, path, text}.
_used := array.concat(
	[{"cluster": cluster, "path": "spark_version", "text": text} |
		some cluster in clusters.full
		text := texts.written(cluster, "spark_version")
		text != ""
	],
	[{"cluster": pool, "path": sprintf("preloaded_spark_versions[%d]", [i]), "text": text} |
		some pool in clusters.pools
		some i, text in pool.values.preloaded_spark_versions
	],
)

_hidden := [cluster | some cluster in clusters.full_open; texts.hidden(cluster, "spark_version")]

# By what is written: many clusters run few versions.
_states := {text: state |
	some text in {used.text | some used in _used}
	state := _state(text)
}

_state(text) := "supported" if {
	startswith(text, "auto:latest-lts")
} else := "ended" if {
	runtimes.ended(runtimes.version(text))
} else := "supported" if {
	runtimes.lts(runtimes.version(text))
} else := "short" if {
	runtimes.known(runtimes.version(text))
} else := "strange"

_result(used, what) := clusters.at(used.cluster, used.path, sprintf(
	"%s runs Databricks Runtime %s, %s; wanted is one of %s",
	[clusters.label(used.cluster), used.text, what, _wanted],
))

_wanted := concat(", ", runtimes.supported_lts)
