package policies.rules.compute.local_disk_encryption_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.local_disk_encryption as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_denied := given.denied(
	"databricks_cluster.x",
	"enable_local_disk_encryption",
	`Cluster "etl" does not encrypt its local disks; wanted is enable_local_disk_encryption = true`,
)

test_encrypted if {
	_cluster({"enable_local_disk_encryption": true}, {}) == given.passes("databricks_cluster.x")
}

test_not_encrypted if {
	_cluster({"enable_local_disk_encryption": false}, {}) == _denied
	_cluster({"gcp_attributes": [], "node_type_id": "m5.xlarge"}, {}) == _denied
	_cluster({"node_type_id": "Standard_DS3_v2"}, {}) == _denied
}

test_where_it_is_not_needed if {
	_cluster({"gcp_attributes": [{}]}, {}) == given.passes("databricks_cluster.x")
	_cluster({"node_type_id": "i3.xlarge"}, {}) == given.passes("databricks_cluster.x")
	_cluster({"node_type_id": "m5d.2xlarge"}, {"enable_local_disk_encryption": true}) == given.passes("databricks_cluster.x")
}

_by_policy(rule) := _answers(given.plan(set(), [
	given.resource("databricks_cluster_policy", {"values": {"id": "A1", "definition": json.marshal({"enable_local_disk_encryption": rule})}}),
	given.resource("databricks_cluster", {"values": {"cluster_name": "etl", "policy_id": "A1"}}),
]))

test_a_cluster_policy_encrypts if {
	_by_policy({"type": "fixed", "value": true}) == given.passes("databricks_cluster.x")
	_by_policy({"type": "fixed", "value": false}) == _denied
	_cluster({"policy_id": "B2"}, {}) == given.undecided(
		"databricks_cluster.x",
		"enable_local_disk_encryption",
		`Cluster "etl" does not encrypt its local disks itself, and its cluster policy, which may do so, is not in this document; wanted is enable_local_disk_encryption = true`,
	)
}

test_not_known_yet if {
	_cluster({}, {"enable_local_disk_encryption": true}) == given.undecided(
		"databricks_cluster.x",
		"enable_local_disk_encryption",
		`Cluster "etl": whether it encrypts its local disks is not known yet; wanted is enable_local_disk_encryption = true`,
	)
	_cluster({"enable_local_disk_encryption": true}, {"id": true}) == given.passes("databricks_cluster.x")
}

test_a_pipeline if {
	pipeline := given.resource("databricks_pipeline", {"values": {"name": "bronze", "cluster": [{}]}})
	_answers(given.plan(set(), [pipeline])) == given.denied(
		"databricks_pipeline.x",
		"cluster[0].enable_local_disk_encryption",
		`cluster[0] of pipeline "bronze" does not encrypt its local disks; wanted is enable_local_disk_encryption = true`,
	)
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
