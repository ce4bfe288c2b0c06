package policies.lib.securables_test

import data.policies.lib.securables
import data.policies.lib.testing_test as given

_grants(name, fields) := object.union(given.resource("databricks_grants", fields), {"address": sprintf("databricks_grants.%s", [name])})

_object(type, values, unknown) := given.resource(type, {"values": values, "unknown": unknown})

_document := given.plan(set(), [
	_object("databricks_schema", {"catalog_name": "prod", "name": "Sales"}, {"id": true}),
	_object("databricks_catalog", {}, {"name": true, "id": true}),
	_object("databricks_external_location", {"name": "landing"}, {}),
	_object("databricks_volume", {"catalog_name": "", "schema_name": "s", "name": "v"}, {}),
	_object("databricks_share", {"name": "(sensitive value 3f9a12ab)"}, {}),
	_object("databricks_registered_model", {"catalog_name": "prod", "schema_name": "s", "name": "m"}, {}),
	_object("databricks_metastore", {"name": "lake"}, {"id": true}),
	_grants("written", {"values": {"schema": "prod.sales", "id": "schema/prod.sales"}, "links": {"schema": ["databricks_schema.x"]}}),
	_grants("derived", {"values": {"schema": "prod.sales_raw"}, "links": {"schema": ["databricks_schema.x"]}}),
	_grants("linked", {"unknown": {"schema": true}, "links": {
		"schema": ["databricks_schema.x"],
		"catalog": ["databricks_catalog.x"], # of `catalog = condition ? databricks_catalog.x.name : null`
	}}),
	_grants("landing", {"unknown": {"external_location": true}, "links": {"external_location": ["databricks_external_location.x"]}}),
	_grants("nameless", {"unknown": {"catalog": true}, "links": {"catalog": ["databricks_catalog.x"]}}),
	_grants("model", {"values": {"model": "prod.S.m"}}),
	_grants("function", {"unknown": {"function": true}, "links": {"function": ["terraform_data.x", "databricks_registered_model.x"]}}),
	_grants("lake", {"unknown": {"metastore": true}, "links": {"metastore": ["databricks_metastore.x"]}}),
	_grants("inside", {"unknown": {"table": true}, "links": {"table": ["databricks_schema.x"]}}),
	_grants("masked", {"values": {"external_location": "(sensitive value 3f9a12ab)"}}),
	_grants("either", {
		"values": {"catalog": "prod"}, "unknown": {"schema": true},
		"links": {"schema": ["databricks_schema.x"]},
	}),
	_grants("deferred", {"unknown": true}),
	_grants("new", {"values": {"quantum_store": "Q"}}),
	_grants("number", {"values": {"catalog": 7}}),
	_grants("list", {"values": {"catalog": ["prod"]}}),
	_grants("sign", {"values": {"catalog": "#1"}}),
	_grants("stray", {"unknown": {"schema": true}, "links": {"schema": ["terraform_data.x"]}}),
])

_by_name(by_address) := {trim_prefix(address, "databricks_grants."): found | some address, found in by_address}

test_attributes if {
	found := securables.attributes with input as _document
	_by_name(found) == {
		"written": {"schema"}, "derived": {"schema"}, "linked": {"schema"}, "landing": {"external_location"}, "nameless": {"catalog"}, "model": {"model"}, "function": {"function"},
		"lake": {"metastore"}, "inside": {"table"}, "masked": {"external_location"}, "either": {"catalog", "schema"},
		"deferred": set(), "new": {"quantum_store"}, "number": {"catalog"},
		"list": {"catalog"}, "sign": {"catalog"}, "stray": {"schema"},
	}
}

test_keys_of_grants if {
	found := securables.key with input as _document
	_by_name(found) == {
		"written": "schema prod.sales", "linked": "schema prod.sales", "derived": "schema prod.sales_raw",
		"landing": "external_location landing", "nameless": "databricks_catalog.x",
		"model": "function prod.s.m", "function": "function prod.s.m", "lake": "databricks_metastore.x",
		"new": "quantum_store q", "sign": "catalog #1",
	}
}

test_keys_of_resources if {
	found := securables.keys with input as _document
	found == {
		"databricks_schema.x": "schema prod.sales", "databricks_catalog.x": "databricks_catalog.x",
		"databricks_registered_model.x": "function prod.s.m", "databricks_metastore.x": "databricks_metastore.x",
		"databricks_external_location.x": "external_location landing", "databricks_volume.x": "databricks_volume.x",
		"databricks_share.x": "databricks_share.x",
	}
}

test_grants_on_a_securable if {
	at := securables.at with input as _document
	at["schema prod.sales"] == {"databricks_grants.written", "databricks_grants.linked"}
	at["function prod.s.m"] == {"databricks_grants.model", "databricks_grants.function"}
}

test_labels if {
	found := securables.label with input as _document
	_by_name(found) == {
		"written": "schema prod.sales", "linked": "schema prod.Sales", "derived": "schema prod.sales_raw",
		"landing": "external location landing", "nameless": "catalog databricks_catalog.x",
		"model": "model prod.S.m", "function": "function prod.s.m", "lake": "metastore databricks_metastore.x",
		"inside": "some table", "masked": "some external location",
		"either": "some catalog or schema", "deferred": "some securable",
		"new": "quantum store Q", "number": "some catalog", "list": "some catalog", "sign": "catalog #1",
		"stray": "some schema",
	}
}

test_two_resources_are_not_one_securable if {
	document := given.plan(set(), [
		_object("databricks_schema", {"catalog_name": "prod", "name": "a"}, {}),
		object.union(_object("databricks_schema", {"catalog_name": "prod", "name": "b"}, {}), {"address": "databricks_schema.y"}),
		_grants("one", {"unknown": {"schema": true}, "links": {"schema": ["databricks_schema.x", "databricks_schema.y"]}}),
	])
	found := securables.key with input as document
	found == {}
}

test_names_of_every_kind if {
	document := given.plan(set(), [
		_object("databricks_connection", {"name": "n"}, {}), _object("databricks_credential", {"name": "n"}, {}),
		_object("databricks_external_location", {"name": "n"}, {}), _object("databricks_pipeline", {"id": "12"}, {}),
		_object("databricks_recipient", {"name": "n"}, {}), _object("databricks_share", {"name": "n"}, {}),
		_object("databricks_storage_credential", {"name": "n"}, {}), _object("databricks_metastore", {"id": "ab"}, {}),
		_object("databricks_sql_table", {"catalog_name": "c", "schema_name": "s", "name": "t"}, {}),
		_object("databricks_volume", {"catalog_name": "c", "schema_name": "s", "name": "v"}, {}),
		_object("databricks_catalog", {"name": "c"}, {}),
	])
	found := securables.keys with input as document
	{key | some key in found} == {
		"connection n", "credential n", "external_location n", "pipeline 12", "recipient n", "share n", "storage_credential n",
		"metastore ab", "table c.s.t", "volume c.s.v", "catalog c",
	}
}

test_links_of_every_kind if {
	every attribute, type in {
		"catalog": "databricks_catalog", "foreign_connection": "databricks_connection", "credential": "databricks_credential",
		"external_location": "databricks_external_location", "metastore": "databricks_metastore", "pipeline": "databricks_pipeline",
		"recipient": "databricks_recipient", "model": "databricks_registered_model", "function": "databricks_registered_model",
		"schema": "databricks_schema", "share": "databricks_share", "table": "databricks_sql_table",
		"storage_credential": "databricks_storage_credential", "volume": "databricks_volume",
	} {
		address := sprintf("%s.x", [type])
		grant := _grants("g", {"unknown": {attribute: true}, "links": {attribute: [address]}})
		found := securables.key with input as given.plan(set(), [grant, _object(type, {}, {"name": true})])
		found == {"databricks_grants.g": address}
	}
}

_with_providers(keys, grants) := object.union(
	given.plan(set(), array.concat([_object("databricks_schema", {"catalog_name": "prod", "name": "s"}, {})], grants)),
	{"providers": {key: {"name": name} | some key, name in keys}},
)

_one := {"databricks": "databricks", "module.m:databricks": "databricks", "module.m.module.n:databricks": "databricks", "aws.other": "aws"}

_two := {"databricks": "databricks", "databricks.dev": "databricks"}

_link := {"schema": ["databricks_schema.x"]}

test_one_provider_means_one_securable if {
	found := securables.one with input as _with_providers(_one, [_grants("a", {"values": {"schema": "prod.s"}})])
	found == {"schema prod.s"}
}

test_two_providers_may_mean_two if {
	found := {key | some key in securables.one} with input as _with_providers(_two, [
		_grants("a", {"values": {"schema": "prod.s"}}),
		_grants("b", {"values": {"schema": "prod.s"}, "links": _link}),
	])
	found == set()
}

test_one_resource_is_one_securable if {
	found := {key | some key in securables.one} with input as _with_providers(_two, [
		_grants("a", {"unknown": {"schema": true}, "links": _link}),
		_grants("b", {"values": {"schema": "prod.s"}, "links": _link}),
		_grants("c", {"values": {"catalog": "prod"}, "links": {"catalog": ["databricks_catalog.x"]}}),
		_object("databricks_catalog", {"name": "prod"}, {}),
	])
	found == {"schema prod.s", "catalog prod"}
}

test_two_resources_of_one_name if {
	other := object.union(_object("databricks_schema", {"catalog_name": "prod", "name": "s"}, {}), {"address": "databricks_schema.y"})
	found := {key | some key in securables.one} with input as _with_providers(_two, [
		other,
		_grants("a", {"values": {"schema": "prod.s"}, "links": _link}),
		_grants("b", {"values": {"schema": "prod.s"}, "links": {"schema": ["databricks_schema.y"]}}),
	])
	found == set()
}

test_which_resources_set_all_grants if {
	single := given.resource("databricks_grant", {"values": {"schema": "prod.s"}})
	found := securables.authoritative with input as given.plan(set(), [single, _grants("a", {"values": {"schema": "prod.s"}})])
	found == {"databricks_grants.a"}
}

test_a_document_without_grants if {
	found := {address | some address, _ in securables.attributes} with input as {"resources": {}}
	found == set()
}
