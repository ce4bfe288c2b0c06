package policies.rules.apps.index_of_other_catalog_test

import data.policies.lib.testing_test as given
import data.policies.rules.apps.index_of_other_catalog as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_vector_search_index", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_address := "databricks_vector_search_index.x"

_path := "delta_sync_index_spec[0].source_table"

_index(name, table) := _answers({"values": {"name": name, "delta_sync_index_spec": [{"source_table": table}]}})

test_another_catalog if {
	_index("dev.rag.docs_index", "prod.rag.docs") == given.denied(
		_address, _path,
		"The index dev.rag.docs_index lies in another catalog than its table prod.rag.docs; wanted is prod",
	)
}

test_names_that_are_alike if _index("Xprod.rag.docs_index", "prod.raw.docs").deny != set()

test_the_same_catalog if {
	_index("prod.rag.docs_index", "prod.raw.docs") == given.passes(_address)
	_index("Prod.rag.docs_index", "`prod`.raw.docs") == given.passes(_address)
	_index("prod.rag.docs_index", "Prod.raw.docs") == given.passes(_address)
}

test_names_that_say_no_catalog if {
	_index("docs_index", "prod.rag.docs") == given.passes(_address)
	_index("dev.rag.docs_index", "docs") == given.passes(_address)
}

test_indexes_without_a_table if _answers({"values": {"name": "dev.rag.docs_index"}}) == given.passes(_address)

_not_known := given.undecided(_address, _path, "Whether databricks_vector_search_index.x lies in the catalog of its table is not known yet")

test_not_known_yet if {
	_answers({"values": {"name": "dev.rag.i", "delta_sync_index_spec": [{}]}, "unknown": {"delta_sync_index_spec": [{"source_table": true}]}}) == _not_known
	_answers({"values": {"delta_sync_index_spec": [{"source_table": "prod.rag.docs"}]}, "unknown": {"name": true}}) == _not_known
}

test_indexes_that_go_away if _answers({"action": "delete"}) == given.nothing
