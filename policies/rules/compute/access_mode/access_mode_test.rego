package policies.rules.compute.access_mode_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.access_mode as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_denied(found) := given.denied("databricks_cluster.x", "data_security_mode", sprintf(
	`Cluster "etl" %s; wanted is SINGLE_USER or USER_ISOLATION`,
	[found],
))

_undecided(found) := given.undecided("databricks_cluster.x", "data_security_mode", sprintf(
	`Cluster "etl"%s; wanted is SINGLE_USER or USER_ISOLATION`,
	[found],
))

test_modes_of_unity_catalog if {
	every mode in ["SINGLE_USER", "USER_ISOLATION", "DATA_SECURITY_MODE_AUTO", "DATA_SECURITY_MODE_STANDARD"] {
		_cluster({"data_security_mode": mode}, {}) == given.passes("databricks_cluster.x")
	}
}

test_modes_without_isolation if {
	every mode in [
		"NONE", "NO_ISOLATION", "LEGACY_PASSTHROUGH", "LEGACY_SINGLE_USER",
		"LEGACY_SINGLE_USER_STANDARD", "LEGACY_TABLE_ACL",
	] {
		_cluster({"data_security_mode": mode}, {}) == _denied(sprintf("has data_security_mode %s", [mode]))
		_cluster({"data_security_mode": mode, "kind": "CLASSIC_PREVIEW"}, {}) == _denied(sprintf("has data_security_mode %s", [mode]))
	}
}

test_no_mode if {
	message := "has no data_security_mode, so it runs without Unity Catalog"
	_cluster({}, {}) == _denied(message)
	_cluster({"data_security_mode": "", "kind": "", "policy_id": ""}, {}) == _denied(message)
	_cluster({"kind": "CLASSIC_PREVIEW"}, {}) == given.passes("databricks_cluster.x")
	_cluster({}, {"kind": true}) == given.passes("databricks_cluster.x")
}

_by_policy(rule) := _answers(given.plan(set(), [
	given.resource("databricks_cluster_policy", {"values": {"id": "A1", "definition": json.marshal({"data_security_mode": rule})}}),
	given.resource("databricks_cluster", {"values": {"cluster_name": "etl", "policy_id": "A1"}}),
]))

test_the_mode_of_the_cluster_policy if {
	_by_policy({"type": "fixed", "value": "USER_ISOLATION"}) == given.passes("databricks_cluster.x")
	_by_policy({"type": "fixed", "value": "NONE"}) == _denied("gets data_security_mode NONE from its cluster policy")
	_by_policy({"type": "unlimited"}) == _denied("has no data_security_mode, so it runs without Unity Catalog")
	_cluster({"policy_id": "B2"}, {}) == _undecided(" has no data_security_mode, and its cluster policy, which may set it, is not in this document")
	_cluster({"policy_id": "B2", "data_security_mode": "SINGLE_USER"}, {}) == given.passes("databricks_cluster.x")
}

test_not_known_yet if {
	_cluster({}, {"data_security_mode": true}) == _undecided(": its data_security_mode is not known yet")
	_cluster({"kind": "CLASSIC_PREVIEW"}, {"data_security_mode": true}) == _undecided(": its data_security_mode is not known yet")
	_cluster({"data_security_mode": "SINGLE_USER"}, {"id": true}) == given.passes("databricks_cluster.x")
}

test_a_job_cluster if {
	job := given.resource("databricks_job", {"values": {"name": "nightly", "job_cluster": [
		{"job_cluster_key": "main", "new_cluster": [{"data_security_mode": "NONE"}]},
		{"job_cluster_key": "more", "new_cluster": [{"data_security_mode": "SINGLE_USER"}]},
	]}})
	_answers(given.plan(set(), [job])) == given.denied(
		"databricks_job.x",
		"job_cluster[0].new_cluster[0].data_security_mode",
		`Cluster "main" of job "nightly" has data_security_mode NONE; wanted is SINGLE_USER or USER_ISOLATION`,
	)
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
