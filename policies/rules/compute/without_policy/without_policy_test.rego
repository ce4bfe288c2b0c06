package policies.rules.compute.without_policy_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.without_policy as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

test_with_a_policy if {
	_cluster({"policy_id": "A1"}, {"id": true}) == given.passes("databricks_cluster.x")
	_cluster({"policy_id": "(sensitive value 3f9a12ab)"}, {}) == given.passes("databricks_cluster.x")
}

test_without_a_policy if {
	denied := given.denied(
		"databricks_cluster.x",
		"policy_id",
		`Cluster "etl" follows no cluster policy; wanted is one that bounds its size, access mode and tags`,
	)
	_cluster({}, {}) == denied
	_cluster({"policy_id": ""}, {"id": true}) == denied
}

test_not_known_yet if {
	_cluster({}, {"policy_id": true}) == given.undecided(
		"databricks_cluster.x",
		"policy_id",
		`Cluster "etl": whether it follows a cluster policy is not known yet; wanted is one that bounds its size, access mode and tags`,
	)
}

_policy := given.resource("databricks_cluster_policy", {})

test_a_policy_of_the_same_plan if {
	_answers(given.plan(set(), [_policy, given.resource("databricks_cluster", {
		"unknown": {"policy_id": true},
		"links": {"policy_id": ["databricks_cluster_policy.x"]},
	})])) == given.passes("databricks_cluster.x")
	_answers(given.plan(set(), [_policy, given.resource("databricks_cluster", {
		"unknown": {"policy_id": true},
		"links": {"policy_id": ["terraform_data.x"]},
	})])).undecided != set()
	_answers(given.plan(set(), [_policy, given.resource("databricks_job", {
		"values": {"new_cluster": [{}]},
		"unknown": {"new_cluster": [{"policy_id": true}]},
		"links": {"new_cluster[0].policy_id": ["databricks_cluster_policy.x"]},
	})])) == given.passes("databricks_job.x")
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
