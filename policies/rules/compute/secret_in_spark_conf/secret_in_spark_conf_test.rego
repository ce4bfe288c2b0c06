package policies.rules.compute.secret_in_spark_conf_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.secret_in_spark_conf as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_holding(path, why) := _answers(given.plan(set(), [given.resource("databricks_cluster", {"secrets": {path: why}})]))

_message(found) := sprintf(
	"spark_conf.KEY of databricks_cluster.x %s; write {{secrets/<scope>/<key>}}, which keeps it out of plan, state and web page",
	[found],
)

test_a_secret_in_clear if {
	_holding("spark_conf.KEY", {"kind": "named", "marked": false}) == given.denied("databricks_cluster.x", "spark_conf.KEY", _message("holds a secret in clear"))
	_holding("spark_conf.KEY", {"kind": "token", "marked": false, "token": "databricks_token"}) == given.denied(
		"databricks_cluster.x",
		"spark_conf.KEY",
		_message("holds a secret in clear (databricks token)"),
	)
}

test_what_is_only_sensitive if {
	_holding("spark_conf.KEY", {"kind": "marked", "marked": true}) == given.undecided(
		"databricks_cluster.x",
		"spark_conf.KEY",
		_message("holds what is sensitive, maybe a secret in clear"),
	)
}

test_secrets_elsewhere if {
	_holding("spark_env_vars.KEY", {"kind": "named", "marked": false}) == given.passes("databricks_cluster.x")
	pool := given.resource("databricks_instance_pool", {"secrets": {
		"spark_conf.KEY": {"kind": "named", "marked": false},
		"spark_conf.SECOND": {"kind": "marked", "marked": true},
	}})
	_answers(given.plan(set(), [pool])) == given.nothing
}

test_a_reference if {
	_cluster({"spark_conf": {"API_TOKEN": "{{secrets/scope/key}}"}}, {}) == given.passes("databricks_cluster.x")
	_cluster({"spark_conf": {}}, {}) == given.passes("databricks_cluster.x")
}

test_not_known_yet if {
	message := `Cluster "etl": whether spark_conf%s holds a secret in clear is not known yet; write {{secrets/<scope>/<key>}}`
	_cluster({}, {"spark_conf": {"API_TOKEN": true, "SPEED": true}}) == given.undecided("databricks_cluster.x", "spark_conf.API_TOKEN", sprintf(message, [".API_TOKEN"]))
	_cluster({}, {"spark_conf": true}) == given.undecided("databricks_cluster.x", "spark_conf", sprintf(message, [""]))
	_cluster({}, {"id": true}) == given.passes("databricks_cluster.x")
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
