package policies.rules.compute.single_user_is_a_person_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.single_user_is_a_person as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_message := `Cluster "etl" is assigned to the person "bob@example.com"; in production it is assigned to a service principal or a group`

test_a_person if {
	_for({"prod"}, {"single_user_name": "bob@example.com"}, {}) == given.denied("databricks_cluster.x", "single_user_name", _message)
}

test_nobody_or_no_person if {
	_for({"prod"}, {}, {}) == given.passes("databricks_cluster.x")
	_for({"prod"}, {"single_user_name": ""}, {}) == given.passes("databricks_cluster.x")
	_for({"prod"}, {"single_user_name": "7c1f0a4e-1111-4222-8333-444455556666"}, {}) == given.passes("databricks_cluster.x")
	_for({"prod"}, {"single_user_name": "Datenteam Köln"}, {}) == given.passes("databricks_cluster.x")
}

test_not_known_yet if {
	_for({"prod"}, {}, {"single_user_name": true}) == given.undecided(
		"databricks_cluster.x",
		"single_user_name",
		`Cluster "etl": whom it is assigned to is not known yet; in production it is assigned to a service principal or a group`,
	)
	_for({"prod"}, {"single_user_name": "etl"}, {"id": true}) == given.passes("databricks_cluster.x")
}

test_other_targets if {
	_for({"dev"}, {"single_user_name": "bob@example.com"}, {}) == given.nothing
	_for(set(), {"single_user_name": "bob@example.com"}, {}) == given.undecided("databricks_cluster.x", "single_user_name", given.in_doubt(_message))
}

test_a_cluster_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
