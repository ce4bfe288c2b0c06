package policies.lib.bindings_test

import data.policies.lib.bindings
import data.policies.lib.testing_test as given

_binding(fields) := given.resource("databricks_workspace_binding", fields)

_objects := [given.resource(type, {"values": {"name": "Sales"}}) |
	some type in ["databricks_catalog", "databricks_external_location", "databricks_storage_credential", "databricks_credential", "terraform_data"]
]

_with(binding) := given.plan(set(), array.concat(_objects, [binding]))

_told(fields) := found if {
	found := [[binding.kind, binding.name] | some binding in bindings.all] with input as _with(_binding(fields))
}

_bound(fields) := found if {
	found := {address | some address in bindings.bound} with input as _with(_binding(fields))
}

_unplaced(fields) := found if {
	found := {kind | some kind in bindings.unplaced} with input as _with(_binding(fields))
}

_catalog := "databricks_catalog.x"

test_by_name if {
	fields := {"values": {"securable_name": "sales"}}
	_told(fields) == [["catalog", "sales"]]
	_bound(fields) == {_catalog}
	_unplaced(fields) == set()
}

test_by_a_name_in_capitals if _bound({"values": {"securable_name": "SALES"}}) == {_catalog}

test_the_older_names if {
	fields := {"values": {"catalog_name": "sales", "securable_name": ""}}
	_bound(fields) == {_catalog}
	older := given.resource("databricks_catalog_workspace_binding", fields)
	found := bindings.bound with input as _with(older)
	found == {_catalog}
}

test_of_every_kind if {
	every type, kind in {
		"databricks_catalog": "catalog", "databricks_external_location": "external_location",
		"databricks_storage_credential": "storage_credential", "databricks_credential": "credential",
	} {
		_bound({"values": {"securable_name": "sales", "securable_type": upper(kind)}}) == {sprintf("%s.x", [type])}
		_unplaced({"values": {"securable_type": kind}, "unknown": {"securable_name": true}}) == {kind}
	}
}

test_by_link if {
	fields := {
		"values": {"securable_type": "external_location"}, "unknown": {"securable_name": true},
		"links": {"securable_name": ["databricks_external_location.x"]},
	}
	_told(fields) == [["external_location", "Sales"]]
	_bound(fields) == {"databricks_external_location.x"}
	_unplaced(fields) == set()
}

test_by_link_in_the_older_spelling if {
	fields := {"unknown": {"catalog_name": true}, "links": {"catalog_name": [_catalog]}}
	_told(fields) == [["catalog", "Sales"]]
	_bound(fields) == {_catalog}
}

test_a_link_of_another_attribute if {
	fields := {"values": {"securable_name": "other"}, "unknown": {"securable_type": true}, "links": {"securable_type": [_catalog]}}
	_bound(fields) == set()
}

test_a_link_to_what_has_no_name_yet if {
	nameless := object.union(given.resource("databricks_catalog", {"unknown": {"name": true}}), {"address": "databricks_catalog.y"})
	binding := _binding({"unknown": {"securable_name": true}, "links": {"securable_name": ["databricks_catalog.y"]}})
	document := _with_nameless(nameless, binding)
	bound := bindings.bound with input as document
	bound == {"databricks_catalog.y"}
	unplaced := {kind | some kind in bindings.unplaced} with input as document
	unplaced == set()
}

_with_nameless(nameless, binding) := given.plan(set(), array.concat(_objects, [nameless, binding]))

test_a_name_goes_before_a_link if {
	_bound({"values": {"securable_name": "other"}, "links": {"securable_name": [_catalog]}}) == set()
	_told({"values": {"securable_name": "other"}, "links": {"securable_name": [_catalog]}}) == [["catalog", "other"]]
}

test_a_name_that_comes_from_two if {
	fields := {"unknown": {"securable_name": true}, "links": {"securable_name": [_catalog, "databricks_credential.x", "terraform_data.x"]}}
	_told(fields) == [["catalog", "Sales"]]
	_bound(fields) == {_catalog, "databricks_credential.x"}
	two := object.union(given.resource("databricks_catalog", {"values": {"name": "b"}}), {"address": "databricks_catalog.y"})
	unsure := _binding({"unknown": {"securable_name": true}, "links": {"securable_name": [_catalog, "databricks_catalog.y"]}})
	names := [binding.name | some binding in bindings.all] with input as given.plan(set(), array.concat(_objects, [two, unsure]))
	names == [""]
}

test_an_unknown_name if {
	every fields in [
		{"unknown": {"securable_name": true}}, {"values": {"securable_name": "(sensitive value 3f9a12ab)"}}, {"values": {"securable_name": 7}},
		{"unknown": {"securable_name": true}, "links": {"securable_name": ["terraform_data.x"]}},
	] {
		_told(fields) == [["catalog", ""]]
		_bound(fields) == set()
		_unplaced(fields) == {"catalog"}
	}
}

test_an_unknown_kind if {
	_told({"values": {"securable_name": "sales"}, "unknown": {"securable_type": true}}) == [["", "sales"]]
	count(_bound({"values": {"securable_name": "sales"}, "unknown": {"securable_type": true}})) == 4
	count(_unplaced({"unknown": true})) == 4
}

test_a_resource_without_a_name if {
	nameless := _binding({"values": {"securable_name": ""}})
	found := {address | some address in bindings.bound} with input as given.plan(set(), [nameless, given.resource("databricks_catalog", {"values": {"name": ""}})])
	found == set()
}

test_a_binding_that_goes_away if {
	_told({"action": "delete", "values": {"securable_name": "sales"}}) == []
}
