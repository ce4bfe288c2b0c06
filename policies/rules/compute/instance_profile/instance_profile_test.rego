package policies.rules.compute.instance_profile_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.instance_profile as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_aws(profile) := {"aws_attributes": [{"instance_profile_arn": profile}]}

_arn := "arn:aws:iam::123456789012:instance-profile/etl"

test_a_profile if {
	_cluster(_aws(_arn), {}) == given.denied("databricks_cluster.x", "aws_attributes[0].instance_profile_arn", sprintf(
		`Cluster "etl" has the instance profile %s, whose rights everyone on it holds past Unity Catalog; none is wanted`,
		[_arn],
	))
	pool := given.resource("databricks_instance_pool", {"values": object.union({"instance_pool_name": "small"}, _aws(_arn))})
	_answers(given.plan(set(), [pool])).deny != set()
}

test_none if {
	_cluster(_aws(""), {}) == given.passes("databricks_cluster.x")
	_cluster({"aws_attributes": []}, {}) == given.passes("databricks_cluster.x")
	_cluster({}, {"id": true}) == given.passes("databricks_cluster.x")
}

test_modes_without_unity_catalog if {
	every mode in [
		"NONE", "NO_ISOLATION", "LEGACY_PASSTHROUGH", "LEGACY_SINGLE_USER",
		"LEGACY_SINGLE_USER_STANDARD", "LEGACY_TABLE_ACL",
	] {
		_cluster(object.union(_aws(_arn), {"data_security_mode": mode}), {}) == given.nothing
		_cluster({"data_security_mode": mode}, {"aws_attributes": true}) == given.nothing
	}
	_cluster(object.union(_aws(_arn), {"data_security_mode": "SINGLE_USER"}), {}).deny != set()
}

_undecided(path, label) := {"address": "databricks_cluster.x", "path": path, "message": sprintf(
	"%s: whether it has an instance profile is not known yet; none is wanted",
	[label],
)}

test_not_known_yet if {
	_cluster({"aws_attributes": [{}]}, {"aws_attributes": [{"instance_profile_arn": true}]}).undecided == {_undecided("aws_attributes[0].instance_profile_arn", `Cluster "etl"`)}
	_cluster({}, {"aws_attributes": true}).undecided == {_undecided("aws_attributes", `Cluster "etl"`)}
	_cluster({"aws_attributes": [{}]}, {"aws_attributes": [{"zone_id": true}]}).undecided == set()
	pool := given.resource("databricks_instance_pool", {"unknown": {"aws_attributes": true}})
	_answers(given.plan(set(), [pool])).undecided != set()
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
