package policies.rules.compute.runtime_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.runtime as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_table := {
	"read": "2026-11-25",
	"oldest": "17.0",
	"versions": {
		"18": {"lts": true, "end_of_support": "2029-06-10"},
		"17.3": {"lts": true, "end_of_support": "2028-10-22"},
		"17.9": {"lts": false, "end_of_support": "2027-03-26"},
		"9.1": {"lts": true, "end_of_support": "2024-09-23"},
	},
}

_for(targets, resources) := answers if {
	answers := _answers(given.plan(targets, resources)) with data.tfcheck.domain.runtimes as _table
}

_cluster(targets, values, unknown) := _for(targets, [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})])

_running(target, text) := _cluster({target}, {"spark_version": text}, {})

_address := "databricks_cluster.x"

_message(text, what) := sprintf(`Cluster "etl" runs Databricks Runtime %s, %s; wanted is one of 18, 17.3`, [text, what])

test_supported if {
	every text in ["17.3.x-scala2.13", "18.x-photon-scala2.13", "17.3.x-cpu-ml-scala2.13", "auto:latest-lts", "auto:latest-lts-ml"] {
		_running("prod", text) == given.passes(_address)
	}
	_cluster({"prod"}, {"spark_version": "17.3.x-scala2.13"}, {"id": true}) == given.passes(_address)
}

test_support_has_ended if {
	every text in ["9.1.x-scala2.12", "10.5.x-scala2.12"] {
		every target in ["prod", "dev"] {
			_running(target, text) == given.denied(_address, "spark_version", _message(text, "whose support has ended"))
		}
	}
}

test_no_long_term_support if {
	text := "17.9.x-scala2.13"
	message := _message(text, "which has no long-term support")
	_running("prod", text) == given.denied(_address, "spark_version", message)
	_running("dev", text) == given.passes(_address)
	_cluster(set(), {"spark_version": text}, {}) == given.undecided(_address, "spark_version", given.in_doubt(message))
}

test_nothing_says_whether_it_is_supported if {
	every text in ["custom:my-image", "99.1.x-scala2.13", "größer"] {
		_running("dev", text) == given.undecided(_address, "spark_version", _message(text, "of which nothing says whether it is supported"))
	}
}

test_no_version if {
	_cluster({"prod"}, {}, {}) == given.nothing
	_cluster({"prod"}, {"spark_version": ""}, {"id": true}) == given.nothing
}

test_not_known_yet if {
	undecided := given.undecided(_address, "spark_version", `Cluster "etl": which Databricks Runtime it runs is not known yet; wanted is one of 18, 17.3`)
	_cluster({"prod"}, {}, {"spark_version": true}) == undecided
	_for({"prod"}, [given.resource("databricks_cluster", {
		"values": {"cluster_name": "etl", "spark_version": "(sensitive value 3f9a12ab)"},
		"secrets": {"spark_version": {"kind": "marked", "marked": true}},
	})]) == undecided
}

test_an_instance_pool if {
	pool := given.resource("databricks_instance_pool", {"values": {"instance_pool_name": "small", "preloaded_spark_versions": ["18.x-scala2.13", "9.1.x-scala2.12"]}})
	_for({"dev"}, [pool]) == given.denied(
		"databricks_instance_pool.x",
		"preloaded_spark_versions[1]",
		`Instance pool "small" runs Databricks Runtime 9.1.x-scala2.12, whose support has ended; wanted is one of 18, 17.3`,
	)
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
