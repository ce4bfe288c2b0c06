package policies.rules.compute.init_script_place_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.init_script_place as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cluster(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_script(kind, place) := _cluster({"init_scripts": [{kind: [{"destination": place}]}]}, {})

_rest := "it lies in a volume, or in a workspace folder where only deployments write"

_denied(kind, place, reason) := given.denied("databricks_cluster.x", sprintf("init_scripts[0].%s[0].destination", [kind]), sprintf(
	`Cluster "etl" runs the init script "%s" %s; %s`,
	[place, reason, _rest],
))

test_good_places if {
	_script("volumes", "/Volumes/prod/scripts/init.sh") == given.passes("databricks_cluster.x")
	_script("workspace", "/Applications/init.sh") == given.passes("databricks_cluster.x")
	_script("workspace", "/Users/7c1f0a4e-1111-4222-8333-444455556666/init.sh") == given.passes("databricks_cluster.x")
	_script("file", "file:/opt/init.sh") == given.passes("databricks_cluster.x")
	_script("file", "file:/Users/bob@example.com/init.sh") == given.passes("databricks_cluster.x")
	_cluster({"init_scripts": [], "num_workers": 1}, {}) == given.passes("databricks_cluster.x")
	_cluster({"init_scripts": [{"dbfs": []}]}, {}) == given.passes("databricks_cluster.x")
}

test_bad_places if {
	_script("dbfs", "dbfs:/init.sh") == _denied("dbfs", "dbfs:/init.sh", "on DBFS, which every user can write")
	_script("workspace", "/Users/bob@example.com/init.sh") == _denied(
		"workspace",
		"/Users/bob@example.com/init.sh",
		"in a folder of the person bob@example.com",
	)
	every kind in ["abfss", "gcs", "s3"] {
		_script(kind, "x://bucket/init.sh") == _denied(kind, "x://bucket/init.sh", "in a bucket that is not allowed")
	}
}

_allowing(prefixes) := answers if {
	answers := _script("s3", "s3://ours/init.sh") with data.tfcheck.parameters as {"DBX-CMP-009": {"allowed_prefixes": prefixes}}
}

test_allowed_buckets if {
	_allowing(["gs://", "s3://ours/"]) == given.passes("databricks_cluster.x")
	_allowing(["s3://theirs/"]) == _denied("s3", "s3://ours/init.sh", "in a bucket that is not allowed")
}

_undecided(path) := given.undecided("databricks_cluster.x", path, sprintf(`Cluster "etl": where its init script lies is not known yet; %s`, [_rest]))

test_not_known_yet if {
	_cluster({"init_scripts": [{"s3": [{}]}]}, {"init_scripts": [{"s3": [{"destination": true}]}]}) == _undecided("init_scripts[0].s3[0].destination")
	every kind in ["abfss", "gcs", "workspace"] {
		_cluster({"init_scripts": [{kind: [{}]}]}, {"init_scripts": [{kind: [{"destination": true}]}]}) == _undecided(sprintf("init_scripts[0].%s[0].destination", [kind]))
	}
	_cluster({"init_scripts": [{"dbfs": [{}]}]}, {"init_scripts": [{"dbfs": [{"destination": true}]}]}) == given.denied(
		"databricks_cluster.x",
		"init_scripts[0].dbfs[0].destination",
		sprintf(`Cluster "etl" runs an init script on DBFS, which every user can write; %s`, [_rest]),
	)
	_cluster({}, {"init_scripts": true}) == _undecided("init_scripts")
	_cluster({"init_scripts": [{"volumes": [{}]}]}, {"init_scripts": [{"volumes": [{"destination": true}]}]}) == given.passes("databricks_cluster.x")
	_cluster({"init_scripts": [{"workspace": [{"destination": "/Applications/init.sh"}]}]}, {"id": true}) == given.passes("databricks_cluster.x")
	masked := given.resource("databricks_cluster", {
		"values": {"cluster_name": "etl", "init_scripts": [{"gcs": [{"destination": "(sensitive value 3f9a12ab)"}]}]},
		"secrets": {"init_scripts[0].gcs[0].destination": {"kind": "marked", "marked": true}},
	})
	_answers(given.plan(set(), [masked])) == _undecided("init_scripts[0].gcs[0].destination")
}

test_in_a_job if {
	job := given.resource("databricks_job", {
		"values": {"name": "nightly", "task": [{"task_key": "a", "new_cluster": [{"init_scripts": [{"dbfs": [{"destination": "dbfs:/a"}]}, {"s3": [{}]}]}]}]},
		"unknown": {"task": [{"new_cluster": [{"init_scripts": [false, {"s3": [{"destination": true}]}]}]}]},
	})
	path := "task[0].new_cluster[0].init_scripts"
	_answers(given.plan(set(), [job])) == object.union(
		given.denied(
			"databricks_job.x",
			sprintf("%s[0].dbfs[0].destination", [path]),
			sprintf(`Cluster of task "a" of job "nightly" runs the init script "dbfs:/a" on DBFS, which every user can write; %s`, [_rest]),
		),
		{"undecided": {{
			"address": "databricks_job.x",
			"path": sprintf("%s[1].s3[0].destination", [path]),
			"message": sprintf(`Cluster of task "a" of job "nightly": where its init script lies is not known yet; %s`, [_rest]),
		}}},
	)
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
