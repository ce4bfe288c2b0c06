package policies.rules.compute.isolation_switched_off_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.isolation_switched_off as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_conf(key, value) := _cluster({"spark_conf": {key: value}}, {})

_denied(key, value) := given.denied("databricks_cluster.x", sprintf(`spark_conf["%s"]`, [key]), sprintf(
	`Cluster "etl" has %s = %s in spark_conf, which switches off what separates its users; wanted is the key's default`,
	[key, value],
))

_switches := [
	["spark.databricks.passthrough.enabled", "true"],
	["spark.databricks.pyspark.enableProcessIsolation", "false"],
	["spark.databricks.pyspark.enablePy4JSecurity", "False"],
	["spark.databricks.acl.dfAclsEnabled", "false"],
	["spark.databricks.safespark.externalUDF.plan.limit", "5"],
]

test_isolation_is_switched_off if {
	every switch in _switches {
		_conf(switch[0], switch[1]) == _denied(switch[0], switch[1])
	}
}

test_isolation_stays_on if {
	_conf("spark.databricks.passthrough.enabled", "false") == given.passes("databricks_cluster.x")
	_conf("spark.databricks.pyspark.enableProcessIsolation", "true") == given.passes("databricks_cluster.x")
	_conf("spark.databricks.acl.dfAclsEnabled", "true") == given.passes("databricks_cluster.x")
	_conf("spark.speculation", "false") == given.passes("databricks_cluster.x")
	_cluster({"spark_conf": {}}, {"id": true}) == given.passes("databricks_cluster.x")
	_cluster({}, {"spark_conf": {"spark.speculation": true}}) == given.passes("databricks_cluster.x")
}

_undecided(key) := given.undecided("databricks_cluster.x", sprintf(`spark_conf["%s"]`, [key]), sprintf(
	`Cluster "etl": whether %s in spark_conf switches off what separates its users is not known yet; wanted is the key's default`,
	[key],
))

test_not_known_yet if {
	_cluster({}, {"spark_conf": true}) == given.undecided(
		"databricks_cluster.x",
		"spark_conf",
		`Cluster "etl": its spark_conf is not known yet; wanted is none that switches off what separates its users`,
	)
	every switch in _switches {
		_cluster({}, {"spark_conf": {switch[0]: true}}) == _undecided(switch[0])
		_cluster({}, {"spark_conf": {switch[0]: false}}) == given.passes("databricks_cluster.x")
	}
	_cluster({"spark_conf": {"spark.databricks.passthrough.enabled": "false"}}, {"id": true}) == given.passes("databricks_cluster.x")
	masked := given.resource("databricks_cluster", {
		"values": {"cluster_name": "etl", "spark_conf": {"spark.databricks.passthrough.enabled": "(sensitive value 3f9a12ab)", "a": "(sensitive value 3f9a12ab)"}},
		"secrets": {"spark_conf.a": {"kind": "marked", "marked": true}},
	})
	_answers(given.plan(set(), [masked])) == _undecided("spark.databricks.passthrough.enabled")
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
