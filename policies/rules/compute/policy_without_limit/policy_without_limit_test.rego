package policies.rules.compute.policy_without_limit_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.policy_without_limit as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_policy(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster_policy", {
	"values": object.union({"name": "jobs"}, values),
	"unknown": unknown,
})]))

test_a_limit if {
	_policy({"max_clusters_per_user": 1}, {"id": true}) == given.passes("databricks_cluster_policy.x")
}

test_no_limit if {
	denied := given.denied(
		"databricks_cluster_policy.x",
		"max_clusters_per_user",
		`Cluster policy "jobs" lets a user start any number of clusters; wanted is a limit (max_clusters_per_user)`,
	)
	_policy({}, {"id": true}) == denied
	_policy({"max_clusters_per_user": 0}, {}) == denied
}

test_not_known_yet if {
	_policy({}, {"max_clusters_per_user": true}) == given.undecided(
		"databricks_cluster_policy.x",
		"max_clusters_per_user",
		`Cluster policy "jobs": how many clusters a user may start is not known yet; wanted is a limit`,
	)
}

test_a_policy_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster_policy", {"action": "delete"})])) == given.nothing
}
