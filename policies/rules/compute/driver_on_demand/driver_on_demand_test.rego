package policies.rules.compute.driver_on_demand_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.driver_on_demand as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_denied(path, availability) := given.denied("databricks_cluster.x", path, sprintf(
	`Cluster "etl" has its driver on a spot instance (%s, first_on_demand = 0); wanted is first_on_demand = 1 or more`,
	[availability],
))

test_a_driver_on_spot if {
	every availability, name in {
		"SPOT": "aws_attributes", "SPOT_WITH_FALLBACK": "aws_attributes",
		"SPOT_AZURE": "azure_attributes", "SPOT_WITH_FALLBACK_AZURE": "azure_attributes",
		"PREEMPTIBLE_GCP": "gcp_attributes", "PREEMPTIBLE_WITH_FALLBACK_GCP": "gcp_attributes",
	} {
		_cluster({name: [{"availability": availability, "first_on_demand": 0}]}, {}) == _denied(sprintf("%s[0].first_on_demand", [name]), availability)
	}
}

test_a_driver_on_demand if {
	_cluster({"azure_attributes": [{"availability": "SPOT_AZURE", "first_on_demand": 1}]}, {}) == given.passes("databricks_cluster.x")
	_cluster({"azure_attributes": [{"availability": "SPOT_AZURE"}]}, {}) == given.passes("databricks_cluster.x")
	_cluster({"aws_attributes": [{"availability": "ON_DEMAND", "first_on_demand": 0}]}, {}) == given.passes("databricks_cluster.x")
	_cluster({"aws_attributes": [{"availability": "SPOT", "first_on_demand": 1}]}, {"id": true}) == given.passes("databricks_cluster.x")
	_cluster({}, {}) == given.passes("databricks_cluster.x")
}

_state(type, values) := _answers(given.state(set(), [given.resource(type, {"values": values})]))

test_a_state if {
	spot := {"aws_attributes": [{"availability": "SPOT", "first_on_demand": 0}]}
	_state("databricks_cluster", object.union(spot, {"cluster_name": "etl"})) == _denied("aws_attributes[0].first_on_demand", "SPOT")
	_state("databricks_job", {"name": "nightly", "new_cluster": [spot]}) == given.undecided(
		"databricks_job.x",
		"new_cluster[0].aws_attributes[0].first_on_demand",
		`new_cluster[0] of job "nightly" may have its driver on a spot instance (SPOT): a state of a job does not show whether somebody wrote first_on_demand = 0; wanted is 1 or more`,
	)
}

_undecided(path) := given.undecided(
	"databricks_cluster.x",
	path,
	`Cluster "etl": whether its driver runs on a spot instance is not known yet; wanted is first_on_demand = 1 or more`,
)

_open(values, unknown) := _cluster({"gcp_attributes": [values]}, {"gcp_attributes": [unknown]})

test_not_known_yet if {
	_open({"availability": "PREEMPTIBLE_GCP"}, {"first_on_demand": true}) == _undecided("gcp_attributes[0].first_on_demand")
	_open({"first_on_demand": 0}, {"availability": true}) == _undecided("gcp_attributes[0].first_on_demand")
	_open({}, {"first_on_demand": true}) == _undecided("gcp_attributes[0].first_on_demand")
	_cluster({}, {"aws_attributes": true}) == _undecided("aws_attributes")
	_cluster({}, {"azure_attributes": true}) == _undecided("azure_attributes")
}

test_what_decides_nothing if {
	every availability in ["ON_DEMAND", "ON_DEMAND_AZURE", "ON_DEMAND_GCP"] {
		_open({"availability": availability}, {"first_on_demand": true}) == given.passes("databricks_cluster.x")
	}
	_open({"first_on_demand": 1}, {"availability": true}) == given.passes("databricks_cluster.x")
	_open({}, {"availability": true}) == given.passes("databricks_cluster.x")
	_open({"availability": "ON_DEMAND_GCP", "first_on_demand": 0}, {"zone_id": true}) == given.passes("databricks_cluster.x")
}

test_a_job_in_a_plan if {
	job := given.resource("databricks_job", {"values": {"new_cluster": [{"aws_attributes": [{"availability": "SPOT", "first_on_demand": 0}]}]}})
	_answers(given.plan(set(), [job])).undecided == set()
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
