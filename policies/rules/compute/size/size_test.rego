package policies.rules.compute.size_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.size as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_scale(least, most) := {"autoscale": [{"min_workers": least, "max_workers": most}]}

test_small_or_scaling if {
	_cluster({"num_workers": 10}, {}) == given.passes("databricks_cluster.x")
	_cluster({"num_workers": 0, "autoscale": []}, {}) == given.passes("databricks_cluster.x")
	_cluster(_scale(1, 50), {}) == given.passes("databricks_cluster.x")
	_cluster(_scale(5, 5), {}) == given.passes("databricks_cluster.x")
	_cluster({"autoscale": [{}]}, {"id": true}) == given.passes("databricks_cluster.x")
}

test_large if {
	_cluster({"num_workers": 11}, {}) == given.denied(
		"databricks_cluster.x",
		"num_workers",
		`Cluster "etl" has 11 workers all the time; above 10 it scales with its load (autoscale)`,
	)
}

test_the_most_is_below_the_least if {
	_cluster(_scale(5, 4), {}) == given.denied(
		"databricks_cluster.x",
		"autoscale[0].max_workers",
		`Cluster "etl" scales from at least 5 to at most 4 workers; the most is never below the least`,
	)
}

test_another_limit if {
	document := given.plan(set(), [given.resource("databricks_cluster", {"values": {"num_workers": 3}})])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-CMP-014": {"max_workers": 2}}
	answers.deny != set()
}

test_not_known_yet if {
	_cluster({}, {"num_workers": true}) == given.undecided(
		"databricks_cluster.x",
		"num_workers",
		`Cluster "etl": how many workers it has is not known yet; above 10 it scales with its load (autoscale)`,
	)
	message := `Cluster "etl": between how many workers it scales is not known yet; the most is never below the least`
	_cluster({}, {"autoscale": true}) == given.undecided("databricks_cluster.x", "autoscale", message)
	_cluster({"autoscale": [{}]}, {"autoscale": [{"min_workers": true}]}) == given.undecided("databricks_cluster.x", "autoscale[0].max_workers", message)
	_cluster({"autoscale": [{}]}, {"autoscale": [{"max_workers": true}]}) == given.undecided("databricks_cluster.x", "autoscale[0].max_workers", message)
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
