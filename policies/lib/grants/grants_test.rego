package policies.lib.grants_test

import data.policies.lib.grants

_grant(path, principal, privileges, decided) := {
	"path": path,
	"paths": {"principal": sprintf("%s.principal", [path]), "privileges": sprintf("%s.privileges", [path])},
	"principal": principal,
	"privileges": privileges,
	"decided": decided,
}

_decided := {"principal": true, "privileges": true}

test_many_grants_in_blocks if {
	values := {"grant": [
		{"principal": "account users", "privileges": ["EXECUTE"]},
		{"principal": "ml-team", "privileges": ["apply tag ", "All Privileges"]},
	]}
	grants.entries_of("databricks_grants", values, {}) == [
		_grant("grant[0]", "account users", {"EXECUTE"}, _decided),
		_grant("grant[1]", "ml-team", {"APPLY_TAG", "ALL_PRIVILEGES"}, _decided),
	]
}

test_one_grant_in_attributes if {
	values := {"model": "prod.s.m", "principal": "ml-team", "privileges": ["EXECUTE"]}
	grants.entries_of("databricks_grant", values, {}) == [{
		"path": "",
		"paths": {"principal": "principal", "privileges": "privileges"},
		"principal": "ml-team",
		"privileges": {"EXECUTE"},
		"decided": _decided,
	}]
}

test_unknown_principal_and_privileges if {
	values := {"grant": [{"privileges": ["EXECUTE"]}, {"principal": "ml-team", "privileges": ["EXECUTE"]}, {}]}
	unknown := {"grant": [{"principal": true}, {"privileges": [false, true]}, true]}
	grants.entries_of("databricks_grants", values, unknown) == [
		_grant("grant[0]", "", {"EXECUTE"}, {"principal": false, "privileges": true}),
		_grant("grant[1]", "ml-team", {"EXECUTE"}, {"principal": true, "privileges": false}),
		_grant("grant[2]", "", set(), {"principal": false, "privileges": false}),
	]
}

test_unknown_attributes_of_one_grant if {
	[entry.decided | some entry in grants.entries_of("databricks_grant", {}, {"privileges": true})] == [{"principal": false, "privileges": false}]
	[entry.decided | some entry in grants.entries_of("databricks_grant", {}, true)] == [{"principal": false, "privileges": false}]
}

test_masks_decide_nothing if {
	values := {"grant": [{"principal": "(sensitive value 3f9a12ab)", "privileges": ["EXECUTE", "(sensitive value 11111111)"]}]}
	grants.entries_of("databricks_grants", values, {}) == [_grant(
		"grant[0]", "(sensitive value 3f9a12ab)", {"EXECUTE"},
		{"principal": false, "privileges": false},
	)]
}

test_what_is_no_text_decides_nothing if {
	values := {"grant": [{"principal": "ml-team", "privileges": ["EXECUTE", 7, ""]}]}
	grants.entries_of("databricks_grants", values, {}) == [_grant(
		"grant[0]", "ml-team", {"EXECUTE"},
		{"principal": true, "privileges": false},
	)]
}

test_no_privileges_are_known_to_be_none if {
	values := {"grant": [{"principal": "ml-team", "privileges": []}]}
	grants.entries_of("databricks_grants", values, {}) == [_grant("grant[0]", "ml-team", set(), _decided)]
}

test_no_grants if {
	grants.entries_of("databricks_grants", {}, {}) == []
	grants.entries_of("databricks_grants", {"grant": []}, {"grant": true}) == []
}

_resource(type, name, action, fields) := object.union(
	{
		"address": sprintf("%s.%s", [type, name]), "type": type, "name": name,
		"mode": "managed", "action": action, "values": {},
	},
	fields,
)

_document := {"resources": {
	"databricks_grants": {
		"databricks_grants.known": _resource("databricks_grants", "known", "no-op", {
			"values": {
				"id": "schema/prod.s", "schema": "prod.s", "catalog": "", "provider_config": [],
				"grant": [{"principal": "p", "privileges": ["SELECT"]}],
			},
			# Of `volume = condition ? databricks_volume.v.id : null`.
			"links": {"volume": ["databricks_volume.v"]},
		}),
		"databricks_grants.linked": _resource("databricks_grants", "linked", "create", {
			"unknown": {"function": true, "grant": true, "id": true},
			"links": {"function": ["databricks_registered_model.m"]},
		}),
		"databricks_grants.deferred": _resource("databricks_grants", "deferred", "create", {
			"unknown": true,
			"links": {"function": ["databricks_registered_model.m"], "grant": ["databricks_group.g"]},
		}),
		"databricks_grants.leaving": _resource("databricks_grants", "leaving", "delete", {"values": {"schema": "x"}}),
	},
	"databricks_grant": {
		"databricks_grant.one": _resource("databricks_grant", "one", "create", {
			"values": {"model": "prod.s.m", "principal": "p"},
			"unknown": {"privileges": true, "id": true},
		}),
		"databricks_grant.deferred": _resource("databricks_grant", "deferred", "create", {"unknown": true}),
	},
}}

test_finds_resources_by_securable if {
	on := grants.on with input as _document
	{attribute: {address | some address, _ in by_address} | some attribute, by_address in on} == {
		"schema": {"databricks_grants.known"},
		"function": {"databricks_grants.linked", "databricks_grants.deferred"},
		"model": {"databricks_grant.one"},
	}
}

test_entries_by_address if {
	entries := grants.entries with input as _document
	{address: [entry.principal | some entry in list] | some address, list in entries} == {
		"databricks_grants.known": ["p"],
		"databricks_grants.linked": [],
		"databricks_grants.deferred": [],
		"databricks_grant.one": ["p"],
		"databricks_grant.deferred": [""],
	}
}

test_open_lists if {
	open := grants.open with input as _document
	open == {"databricks_grants.linked": true, "databricks_grants.deferred": true}
}

test_a_document_without_grants if {
	found := {address | some address, _ in grants.resources} with input as {"resources": {}}
	found == set()
}

test_privileges_are_spelt_alike_in_every_form if {
	values := {"principal": "ml-team", "privileges": [" all privileges ", "apply_tag"]}
	[entry.privileges | some entry in grants.entries_of("databricks_grant", values, {})] == [{"ALL_PRIVILEGES", "APPLY_TAG"}]
}

test_other_resources_grant_nothing if {
	document := json.patch(_document, [{
		"op": "add", "path": "/resources/databricks_job",
		"value": {"databricks_job.j": _resource("databricks_job", "j", "create", {"values": {"name": "etl"}})},
	}])
	found := {resource.type | some resource in grants.resources} with input as document
	found == {"databricks_grants", "databricks_grant"}
}

test_a_principal_that_is_no_text_is_not_decided if {
	not_decided := {"principal": false, "privileges": true}
	every principal in [7, [], ["a"], {"name": "a"}] {
		grants.entries_of("databricks_grants", {"grant": [{"principal": principal, "privileges": ["EXECUTE"]}]}, {}) == [_grant("grant[0]", "", {"EXECUTE"}, not_decided)]
		[[entry.principal, entry.decided] | some entry in grants.entries_of("databricks_grant", {"principal": principal, "privileges": ["EXECUTE"]}, {})] == [["", not_decided]]
	}
}

test_a_privilege_that_is_no_text_is_not_decided if {
	every privilege in [7, [], ["a"], {"name": "a"}] {
		grants.entries_of("databricks_grants", {"grant": [{"principal": "a", "privileges": ["EXECUTE", privilege]}]}, {}) == [_grant("grant[0]", "a", {"EXECUTE"}, {"principal": true, "privileges": false})]
	}
}

test_privileges_that_are_no_list_are_not_decided if {
	not_decided := {"principal": true, "privileges": false}
	grants.entries_of("databricks_grants", {"grant": [{"principal": "a", "privileges": {"first": "EXECUTE"}}]}, {}) == [_grant("grant[0]", "a", set(), not_decided)]
	grants.entries_of("databricks_grants", {"grant": [{"principal": "a", "privileges": "EXECUTE"}]}, {}) == [_grant("grant[0]", "a", set(), not_decided)]
	[entry.decided | some entry in grants.entries_of("databricks_grant", {"principal": "a", "privileges": "EXECUTE"}, {})] == [not_decided]
}
