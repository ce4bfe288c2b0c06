package policies.rules.storage.location_at_root_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.location_at_root as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_location(values, unknown) := given.resource("databricks_external_location", {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})

_alone(values, unknown) := _answers(given.plan(set(), [_location(values, unknown)]))

_address := "databricks_external_location.x"

test_whole_containers if {
	every url in ["s3://bucket", "S3://bucket/", "abfss://c@a.dfs.core.windows.net//"] {
		_alone({"url": url}, {"id": true}) == given.denied(
			_address,
			"url",
			sprintf(`External location "a" is a whole container (%s); wanted is a folder in it`, [url]),
		)
	}
}

test_a_container_of_a_catalog if {
	catalog := given.resource("databricks_catalog", {"values": {"storage_root": "s3://bucket/x"}})
	_answers(given.plan(set(), [_location({"url": "s3://bucket/"}, {}), catalog])) == given.passes(_address)
}

test_folders if {
	every url in ["s3://bucket/x", "abfss://c@a.dfs.core.windows.net/x/", "", ["s3://bucket"]] {
		_alone({"url": url}, {}) == given.passes(_address)
	}
}

test_not_known_yet if {
	_alone({}, {"url": true}) == given.undecided(_address, "url", `External location "a": whether it is a whole container is not known yet`)
}

test_a_location_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_external_location", {"action": "delete"})])) == given.nothing
}
