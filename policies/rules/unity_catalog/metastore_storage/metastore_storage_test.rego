package policies.rules.unity_catalog.metastore_storage_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.metastore_storage as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_metastore(name, fields) := object.union(given.resource("databricks_metastore", fields), {"address": sprintf("databricks_metastore.%s", [name])})

_with := _metastore("with", {"values": {"storage_root": "abfss://lake@sales.dfs.core.windows.net/"}})

_bare := _metastore("bare", {})

_of(values, unknown, metastores) := answers if {
	all := _answers(given.plan(set(), array.concat(
		[given.resource("databricks_catalog", {"values": object.union({"name": "prod"}, values), "unknown": unknown})],
		metastores,
	)))
	answers := all
}

_address := "databricks_catalog.x"

_passes := given.passes(_address)

_in_doubt := given.undecided(_address, "storage_root", "This catalog has no storage_root, and whether its metastore has storage, where all such catalogs lie, is not known here; wanted is a path of its own")

test_in_the_storage_of_the_metastore if {
	_of({}, {"id": true}, [_with]) == given.denied(_address, "storage_root", "This catalog has no storage_root and lies in the storage of the metastore, with those of all others; wanted is a path of its own")
	count(_of({"provider_name": "", "share_name": ""}, {}, [_with]).deny) == 1
}

test_a_metastore_without_storage if {
	_of({}, {}, [_bare]) == _passes
}

test_no_metastore_or_several if {
	_of({}, {}, []) == _in_doubt
	_of({}, {}, [_with, _bare]) == _in_doubt
	_of({}, {}, [_metastore("going", {"action": "delete", "values": {"storage_root": "s3://lake"}})]) == _in_doubt
}

test_a_metastore_whose_storage_is_not_known_yet if {
	count(_of({}, {}, [_metastore("new", {"unknown": {"storage_root": true}})]).deny) == 1
}

test_storage_of_its_own if {
	_of({"storage_root": "abfss://prod@sales.dfs.core.windows.net/"}, {}, [_with]) == _passes
	_of({"storage_root": "(sensitive value 3f9a12ab)"}, {}, [_with]) == _passes
}

test_catalogs_that_store_nothing if {
	every attribute in ["provider_name", "share_name", "connection_name"] {
		_of({attribute: "partner"}, {}, [_with]) == given.nothing
	}
}

test_not_known_yet if {
	_of({}, {"storage_root": true}, [_with]) == given.undecided(_address, "storage_root", "Where this catalog stores its data is not known yet; wanted is a path of its own")
}

test_a_catalog_that_goes_away if {
	_answers(given.plan(set(), [_with, given.resource("databricks_catalog", {"action": "delete"})])) == given.nothing
}
