package policies.rules.storage.metastore_storage_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.metastore_storage as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})]))

_kinds := {"databricks_metastore": "Metastore"}

_address(type) := concat(".", [type, "x"])

_metastore(values, unknown) := _of("databricks_metastore", values, unknown)

_it := "databricks_metastore.x"

test_storage if {
	_metastore({"storage_root": "s3://x"}, {"id": true}) == given.denied(
		_it,
		"storage_root",
		`Metastore "a" stores data of all catalogs in one place (storage_root); wanted is none`,
	)
}

test_no_storage if {
	_metastore({"storage_root": ""}, {}) == given.passes(_it)
	_metastore({}, {}) == given.passes(_it)
}

test_not_known_yet if {
	_metastore({}, {"storage_root": true}) == given.undecided(_it, "storage_root", `Metastore "a": whether it has a storage_root is not known yet; wanted is none`)
}

test_what_goes_away if {
	every type, _ in _kinds {
		_answers(given.plan(set(), [given.resource(type, {"action": "delete"})])) == given.nothing
	}
}
