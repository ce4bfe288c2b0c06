package policies.rules.identity.cluster_create_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.cluster_create as policy

_answers(allowed, fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_group", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-ID-004": {"allowed": allowed}}
}

_address := "databricks_group.x"

_etl(value) := {"values": {"display_name": "etl", "allow_cluster_create": value}}

test_a_group if {
	_answers([], _etl(true)) == given.denied(
		_address, "allow_cluster_create",
		"databricks_group.x lets the group etl create any cluster; wanted is CAN_USE on a cluster policy",
	)
}

test_the_allowed if {
	_answers(["etl"], _etl(true)) == given.passes(_address)
	_answers([], _etl(false)) == given.passes(_address)
	_answers([], {"values": {"display_name": "etl"}}) == given.passes(_address)
}

test_not_known_yet if {
	_answers([], {"values": {"display_name": "etl"}, "unknown": {"allow_cluster_create": true}}) == given.undecided(
		_address, "allow_cluster_create",
		"Whether databricks_group.x lets the group etl create any cluster is not known yet; wanted is CAN_USE on a cluster policy",
	)
}

test_a_group_that_goes_away if _answers([], {"action": "delete"}) == given.nothing
