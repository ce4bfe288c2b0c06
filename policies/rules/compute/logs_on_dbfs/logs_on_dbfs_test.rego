package policies.rules.compute.logs_on_dbfs_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.logs_on_dbfs as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_logs(kind, destination) := _cluster({"cluster_log_conf": [{kind: [{"destination": destination}]}]}, {})

test_on_dbfs if {
	_logs("dbfs", "dbfs:/cluster-logs") == given.denied(
		"databricks_cluster.x",
		"cluster_log_conf[0].dbfs[0].destination",
		`Cluster "etl" delivers its logs to "dbfs:/cluster-logs", which every user can read and write; wanted is a volume`,
	)
}

test_elsewhere if {
	_logs("volumes", "/Volumes/p/logs") == given.passes("databricks_cluster.x")
	_logs("dbfs", "dbfs:/Volumes/p/logs") == given.passes("databricks_cluster.x")
	_logs("s3", "s3://logs/") == given.passes("databricks_cluster.x")
	_cluster({"cluster_log_conf": [{"dbfs": []}]}, {"id": true}) == given.passes("databricks_cluster.x")
	_cluster({"cluster_log_conf": [{"dbfs": [{"destination": "dbfs:/Volumes/p"}]}]}, {"id": true}) == given.passes("databricks_cluster.x")
	_cluster({}, {}) == given.passes("databricks_cluster.x")
}

_undecided(path) := given.undecided("databricks_cluster.x", path, `Cluster "etl": where it delivers its logs is not known yet; wanted is a volume`)

test_not_known_yet if {
	_cluster({"cluster_log_conf": [{"dbfs": [{}]}]}, {"cluster_log_conf": [{"dbfs": [{"destination": true}]}]}) == _undecided("cluster_log_conf[0].dbfs[0].destination")
	_cluster({}, {"cluster_log_conf": true}) == _undecided("cluster_log_conf")
	masked := given.resource("databricks_cluster", {
		"values": {"cluster_name": "etl", "cluster_log_conf": [{"dbfs": [{"destination": "(sensitive value 3f9a12ab)"}]}]},
		"secrets": {"cluster_log_conf[0].dbfs[0].destination": {"kind": "marked", "marked": true}},
	})
	_answers(given.plan(set(), [masked])) == _undecided("cluster_log_conf[0].dbfs[0].destination")
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
