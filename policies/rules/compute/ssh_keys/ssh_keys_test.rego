package policies.rules.compute.ssh_keys_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.ssh_keys as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_denied(count_) := given.denied("databricks_cluster.x", "ssh_public_keys", sprintf(
	`Cluster "etl" lets in whoever holds one of %v SSH keys, past Databricks' permissions and audit log; none is wanted`,
	[count_],
))

test_keys if {
	_cluster({"ssh_public_keys": ["ssh-rsa AAAA"]}, {}) == _denied(1)
	_cluster({"ssh_public_keys": ["ssh-rsa AAAA", "(sensitive value 3f9a12ab)"]}, {}) == _denied(2)
}

test_no_keys if {
	_cluster({"ssh_public_keys": []}, {}) == given.passes("databricks_cluster.x")
	_cluster({}, {}) == given.passes("databricks_cluster.x")
}

test_not_known_yet if {
	_cluster({}, {"ssh_public_keys": true}) == given.undecided(
		"databricks_cluster.x",
		"ssh_public_keys",
		`Cluster "etl": whether it has SSH keys is not known yet; none is wanted`,
	)
	_cluster({}, {"id": true}) == given.passes("databricks_cluster.x")
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
