package policies.rules.compute.registry_password_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.registry_password as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_auth(password) := {"docker_image": [{"url": "r.example.com/a", "basic_auth": [{"username": "u", "password": password}]}]}

_path := "docker_image[0].basic_auth[0].password"

test_a_password_in_clear if {
	_cluster(_auth("(sensitive value 3f9a12ab)"), {}) == given.denied(
		"databricks_cluster.x",
		_path,
		`Cluster "etl" has the password of its container registry in clear; write {{secrets/<scope>/<key>}}`,
	)
}

test_no_password if {
	_cluster(_auth("{{secrets/registry/password}}"), {}) == given.passes("databricks_cluster.x")
	_cluster(_auth(""), {}) == given.passes("databricks_cluster.x")
	_cluster({"docker_image": [{"url": "r.example.com/a", "basic_auth": []}]}, {}) == given.passes("databricks_cluster.x")
	_cluster({}, {}) == given.passes("databricks_cluster.x")
	_cluster(_auth("{{secrets/registry/password}}"), {"id": true}) == given.passes("databricks_cluster.x")
}

_undecided(path) := given.undecided(
	"databricks_cluster.x",
	path,
	`Cluster "etl": whether it has the password of its container registry in clear is not known yet; write {{secrets/<scope>/<key>}}`,
)

test_not_known_yet if {
	_cluster({"docker_image": [{"basic_auth": [{}]}]}, {"docker_image": [{"basic_auth": [{"password": true}]}]}) == _undecided(_path)
	_cluster({}, {"docker_image": true}) == _undecided("docker_image")
}

test_an_instance_pool if {
	pool := given.resource("databricks_instance_pool", {
		"values": {"instance_pool_name": "small", "preloaded_docker_image": [{"basic_auth": [{"password": "hunter2"}]}, {"basic_auth": [{}]}]},
		"unknown": {"preloaded_docker_image": [false, {"basic_auth": [{"password": true}]}]},
	})
	_answers(given.plan(set(), [pool])) == object.union(
		given.denied(
			"databricks_instance_pool.x",
			"preloaded_docker_image[0].basic_auth[0].password",
			`Instance pool "small" has the password of its container registry in clear; write {{secrets/<scope>/<key>}}`,
		),
		{"undecided": {{
			"address": "databricks_instance_pool.x",
			"path": "preloaded_docker_image[1].basic_auth[0].password",
			"message": `Instance pool "small": whether it has the password of its container registry in clear is not known yet; write {{secrets/<scope>/<key>}}`,
		}}},
	)
}

test_a_job if {
	job := given.resource("databricks_job", {"values": {"name": "nightly", "new_cluster": [_auth("hunter2")]}})
	_answers(given.plan(set(), [job])).deny != set()
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
