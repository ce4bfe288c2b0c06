package policies.lib.owners_test

import data.policies.lib.owners
import data.policies.lib.testing_test as given

_types := ["databricks_share", "databricks_sql_table"]

_persons(fields) := found if {
	found := [who | some [_, who] in owners.persons(_types)] with input as given.plan(set(), [given.resource("databricks_share", fields)])
}

_untold(fields) := found if {
	found := count(owners.untold(_types)) with input as given.plan(set(), [given.resource("databricks_share", fields)])
}

test_a_person if {
	_persons({"values": {"owner": "bob@example.com"}}) == [`the person "bob@example.com"`]
	_persons({"values": {"owner": "", "effective_owner": "bob@example.com"}}) == [`the person "bob@example.com"`]
	_untold({"values": {"owner": "bob@example.com"}}) == 0
}

test_no_person if {
	every values in [{"owner": "ml-team"}, {"effective_owner": "ml-team"}, {"owner": "ml-team", "effective_owner": "bob@example.com"}] {
		_persons({"values": values}) == []
		_untold({"values": values}) == 0
	}
}

test_nobody_knows if {
	every fields in [
		{"values": {}}, {"unknown": {"owner": true}}, {"values": {"owner": "(sensitive value 3f9a12ab)"}},
		{"unknown": {"effective_owner": true}}, {"unknown": true},
		{"values": {"effective_owner": "ml-team"}, "unknown": {"owner": true}},
	] {
		_persons(fields) == []
		_untold(fields) == 1
	}
}

test_an_owner_of_another_type if {
	_persons({"values": {"owner": ["bob@example.com"]}}) == []
	_untold({"values": {"owner": ["bob@example.com"]}}) == 1
}

_made_by(types) := given.plan(set(), array.concat(
	[object.union(given.resource(type, {}), {"address": sprintf("%s.%d", [type, i])}) | some i, type in types],
	[
		given.resource("databricks_share", {
			"unknown": {"owner": true},
			"links": {"owner": [sprintf("%s.%d", [type, i]) | some i, type in types]},
		}),
		given.resource("databricks_user", {}),
	],
))

test_owners_that_the_document_makes if {
	persons := [who | some [_, who] in owners.persons(_types)] with input as _made_by(["databricks_user"])
	persons == ["a person, a databricks_user"]
	every type in ["databricks_user", "databricks_service_principal", "databricks_group"] {
		untold := owners.untold(_types) with input as _made_by([type])
		untold == []
	}
	every type in ["databricks_service_principal", "databricks_group"] {
		others := owners.persons(_types) with input as _made_by([type])
		others == []
	}
	either := owners.persons(_types) with input as _made_by(["databricks_user", "databricks_group"])
	either == []
	unsure := owners.untold(_types) with input as _made_by(["databricks_user", "terraform_data"])
	count(unsure) == 1
}

test_a_link_beside_a_known_owner if {
	document := object.union(_made_by(["databricks_user"]), {"resources": {"databricks_share": {"databricks_share.x": {"values": {"owner": "ml-team"}, "unknown": {"owner": false}}}}})
	persons := owners.persons(_types) with input as document
	persons == []
}

test_types_that_nobody_asks_for if {
	fields := {"unknown": {"owner": true}, "links": {"owner": ["databricks_user.x"]}}
	document := given.plan(set(), [
		given.resource("databricks_sql_query", {"values": {"owner": "bob@example.com"}}),
		given.resource("databricks_sql_dashboard", fields), given.resource("databricks_sql_alert", {}),
		given.resource("databricks_user", {}),
	])
	persons := owners.persons(_types) with input as document
	persons == []
	untold := owners.untold(_types) with input as document
	untold == []
}

test_what_goes_away if {
	_persons({"action": "delete", "values": {"owner": "bob@example.com"}}) == []
	_untold({"action": "delete"}) == 0
}

test_nobody_wrote_it if {
	owners.unwritten(given.resource("databricks_share", {}))
	owners.unwritten(given.resource("databricks_share", {"unknown": {"owner": true}}))
	not owners.unwritten(given.resource("databricks_share", {"unknown": {"owner": true}, "links": {"owner": ["terraform_data.x"]}}))
	not owners.unwritten(given.resource("databricks_share", {"values": {"effective_owner": "ml-team"}}))
	not owners.unwritten(given.resource("databricks_share", {"values": {"owner": "ml-team"}}))
}

test_words if {
	[owners.word({"type": type}) | some type in ["databricks_catalog", "databricks_sql_table", "databricks_registered_model"]] == ["catalog", "table", "registered model"]
}
