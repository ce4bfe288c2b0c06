package policies.rules.compute.log_delivery_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.log_delivery as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_denied := given.denied("databricks_cluster.x", "cluster_log_conf", `Cluster "etl" delivers no logs; wanted is a cluster_log_conf with a volume`)

test_logs if {
	_cluster({"cluster_log_conf": [{"volumes": [{"destination": "/Volumes/p/logs"}]}]}, {"id": true}) == given.passes("databricks_cluster.x")
	_cluster({"cluster_log_conf": [{}]}, {"cluster_log_conf": [{"volumes": true}]}) == given.passes("databricks_cluster.x")
}

test_no_logs if {
	_cluster({}, {"id": true}) == _denied
	_cluster({"cluster_log_conf": []}, {}) == _denied
}

_by_policy(rules) := _answers(given.plan(set(), [
	given.resource("databricks_cluster_policy", {"values": {"id": "A1", "definition": json.marshal(rules)}}),
	given.resource("databricks_cluster", {"values": {"cluster_name": "etl", "policy_id": "A1"}}),
]))

test_a_cluster_policy_says_where if {
	_by_policy({"cluster_log_conf.type": {"type": "fixed", "value": "VOLUMES"}}) == given.passes("databricks_cluster.x")
	_by_policy({}) == _denied
	_cluster({"policy_id": "B2"}, {}) == given.undecided(
		"databricks_cluster.x",
		"cluster_log_conf",
		`Cluster "etl" delivers no logs, unless its cluster policy, which is not in this document, says where; wanted is a cluster_log_conf with a volume`,
	)
}

test_not_known_yet if {
	_cluster({}, {"cluster_log_conf": true}) == given.undecided(
		"databricks_cluster.x",
		"cluster_log_conf",
		`Cluster "etl": whether it delivers logs is not known yet; wanted is a cluster_log_conf with a volume`,
	)
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
