package policies.rules.compute.auto_termination_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.auto_termination as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_denied(message) := given.denied("databricks_cluster.x", "autotermination_minutes", message)

test_ends_in_time if {
	every minutes in [1, 60, 120] {
		_cluster({"autotermination_minutes": minutes}, {}) == given.passes("databricks_cluster.x")
	}
	_cluster({}, {}) == given.passes("databricks_cluster.x")
}

test_never_ends if {
	_cluster({"autotermination_minutes": 0}, {}) == _denied(`Cluster "etl" never ends by itself (autotermination_minutes = 0); wanted are at most 120 minutes`)
}

test_ends_late if {
	_cluster({"autotermination_minutes": 121}, {}) == _denied(`Cluster "etl" ends only after 121 idle minutes; wanted are at most 120`)
}

test_another_limit if {
	document := given.plan(set(), [given.resource("databricks_cluster", {"values": {"autotermination_minutes": 45}})])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-CMP-003": {"max_minutes": 30}}
	answers == _denied("databricks_cluster.x ends only after 45 idle minutes; wanted are at most 30")
}

test_not_known_yet if {
	_cluster({}, {"autotermination_minutes": true}) == given.undecided(
		"databricks_cluster.x",
		"autotermination_minutes",
		`Cluster "etl": after how many idle minutes it ends is not known yet; wanted are at most 120`,
	)
}

test_job_clusters_are_not_looked_at if {
	_answers(given.plan(set(), [given.resource("databricks_job", {"values": {"new_cluster": [{"autotermination_minutes": 0}]}})])) == given.nothing
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
